import { z } from 'zod'

/** CMYK profiles that come with the program; see `resources/icc`. */
export const shippedProfiles = ['newsprint_tr002_240', 'newsprint_tr002_220'] as const

/** The colours of a printing process: one of ours, or a file of the printer's kept in the newsroom under its SHA-256. */
export const colourProfileSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shipped'), name: z.enum(shippedProfiles) }),
  z.object({
    kind: z.literal('imported'),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    /** What the profile calls itself. */
    name: z.string(),
  }),
])
export type ColourProfile = z.infer<typeof colourProfileSchema>

/** What a printing house («типография») asks for. Lengths in millimetres, resolutions in pixels per inch. */
export const printerProfileSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1),
  trim: z.object({ width: z.number().min(50).max(1000), height: z.number().min(50).max(1500) }),
  bleed: z.number().min(0).max(20),
  /** Crop marks outside the bleed. */
  marks: z.boolean(),
  colours: colourProfileSchema,
  /** Sum of inks, per cent. */
  inkLimit: z.number().int().min(150).max(400),
  resolution: z.object({ least: z.number().int().min(50).max(600), good: z.number().int().min(50).max(600) }),
  /** One file, or one for every page. */
  files: z.enum(['one', 'pages']),
  /** Names of the files without «.pdf»; what stands in braces is filled in, see `fileNameFields`. */
  fileName: z.string().trim().min(1),
})
export type PrinterProfile = z.infer<typeof printerProfileSchema>

/** What a pattern of file names may hold in braces. */
export const fileNameFields = ['газета', 'номер', 'сквозной', 'дата', 'полоса', 'типография'] as const
export type FileNameField = (typeof fileNameFields)[number]

/** Coldset offset on newsprint, as most newspaper printers have it. */
export const newspaperPrinter: PrinterProfile = {
  id: 'newspaper',
  name: 'Газетная типография',
  trim: { width: 297, height: 420 },
  bleed: 5,
  marks: true,
  colours: { kind: 'shipped', name: 'newsprint_tr002_240' },
  inkLimit: 240,
  resolution: { least: 150, good: 200 },
  files: 'one',
  fileName: '{дата}-print',
}
