import type { PrinterProfile } from '../../../../shared/export/printer-profile.ts'

/** Limits of the numbers of a printer; both ends may be typed. */
export const printerNumbers = {
  width: [50, 1000],
  height: [50, 1500],
  bleed: [0, 20],
  inkLimit: [150, 400],
  least: [50, 600],
  good: [50, 600],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

export type PrinterNumber = keyof typeof printerNumbers

/** A printer's profile as its form holds it: what is typed as text, what is chosen as it is. */
export interface PrinterDraft extends Readonly<Record<PrinterNumber | 'name' | 'fileName', string>> {
  readonly stored: PrinterProfile
}

const shown = (value: number): string => String(value).replace('.', ',')
const numberIn = (text: string): number => Number(text.trim().replace(',', '.') || Number.NaN)

export const draftOf = (profile: PrinterProfile): PrinterDraft => ({
  stored: profile,
  name: profile.name,
  fileName: profile.fileName,
  width: shown(profile.trim.width),
  height: shown(profile.trim.height),
  bleed: shown(profile.bleed),
  inkLimit: shown(profile.inkLimit),
  least: shown(profile.resolution.least),
  good: shown(profile.resolution.good),
})

const isPrinterNumber = (name: string): name is PrinterNumber => Object.hasOwn(printerNumbers, name)

/** Whole numbers are asked of what is counted, any of what is measured. */
const whole: ReadonlySet<PrinterNumber> = new Set(['inkLimit', 'least', 'good'])

/** Fields whose value can't be taken. */
export const faultsOf = (draft: PrinterDraft): ReadonlySet<PrinterNumber | 'name' | 'fileName'> => {
  const numbers = Object.keys(printerNumbers)
    .filter(isPrinterNumber)
    .filter((name) => {
      const value = numberIn(draft[name])
      const [least, most] = printerNumbers[name]
      return !(value >= least && value <= most) || (whole.has(name) && !Number.isInteger(value))
    })
  return new Set([
    ...numbers,
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(draft.fileName.trim() === '' ? (['fileName'] as const) : []),
  ])
}

/** The profile a draft stands for; null while a field can't be taken. */
export const profileOf = (draft: PrinterDraft): PrinterProfile | null =>
  faultsOf(draft).size > 0
    ? null
    : {
        ...draft.stored,
        name: draft.name.trim(),
        fileName: draft.fileName.trim(),
        trim: { width: numberIn(draft.width), height: numberIn(draft.height) },
        bleed: numberIn(draft.bleed),
        inkLimit: numberIn(draft.inkLimit),
        resolution: { least: numberIn(draft.least), good: numberIn(draft.good) },
      }

/** An id that none of these printers has: short, because it is typed on the command line. */
export const freePrinterId = (taken: readonly string[]): string => {
  for (let n = 2; ; n += 1) if (!taken.includes(`printer-${n}`)) return `printer-${n}`
}
