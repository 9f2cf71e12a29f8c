/** What a printing house asks for. */
export interface PrinterProfile {
  /** Millimetres. */
  readonly bleed: number
  /** Sum of inks, per cent. */
  readonly inkLimit: number
  /** File among the product's ICC profiles. */
  readonly profile: string
  /** The printing condition in words; the profile's licence asks to name the report its data come from. */
  readonly condition: string
}

/** Coldset offset on newsprint, as most newspaper printers have it. */
export const newspaperPrinter: PrinterProfile = {
  bleed: 5,
  inkLimit: 240,
  profile: 'newsprint_tr002_240.icc',
  condition: 'Coldset newsprint, total ink 240 %, derived from ANSI CGATS/SNAP TR 002-2007',
}
