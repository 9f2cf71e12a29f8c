import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { findingSchema } from '../preflight/finding.ts'
import { printerProfileSchema } from './printer-profile.ts'

export const exportTargets = ['print', 'web'] as const
export type ExportTarget = (typeof exportTargets)[number]

export const exportOutcomeSchema = z.object({
  /** One, or for a printer who wants them apart, one for every page. */
  files: z.array(z.string()).min(1),
  pages: z.number(),
  /** Of all files. */
  bytes: z.number(),
  /** Carries «черновик» on every page. */
  draft: z.boolean(),
  /** Name of the printer it was made for; null for the web. */
  printer: z.string().nullable(),
  /** What the preflight has to say, with what people let pass. */
  findings: z.array(findingSchema),
})
export type ExportOutcome = z.infer<typeof exportOutcomeSchema>

export const noticeOutcomeSchema = z.object({
  file: z.string(),
  sheets: z.number(),
  bytes: z.number(),
  /** Carries «черновик» on every sheet. */
  draft: z.boolean(),
  /** Where the QR code leads; of several stories, the portal, though each has its own code. */
  address: z.string(),
})
export type NoticeOutcome = z.infer<typeof noticeOutcomeSchema>

const printersOutcomeSchema = z.object({ usual: z.string(), profiles: z.array(printerProfileSchema) })

export const exportApi = {
  /**
   * Writes an issue as PDF; resolves when the files are on disk. `file` null puts them into the folder's `exports`,
   * named as the printer wants. Progress comes as `jobProgress` events of `job`.
   */
  run: reading(
    'export.run',
    z.object({
      issue: z.string(),
      to: z.enum(exportTargets),
      /** Id of a printer's profile; null takes the usual one. Of no account for the web. */
      profile: z.string().nullable().default(null),
      file: z.string().nullable(),
      /** «4,5,12-13»; null exports every page. */
      pages: z.string().nullable(),
      draft: z.boolean(),
      job: z.string(),
    }),
    exportOutcomeSchema,
  ),
  cancel: reading('export.cancel', z.object({ job: z.string() }), z.object({})),
  /**
   * Writes a story as A4 sheets for a notice board («на стенд»); resolves when the file is on disk. `file` null puts it
   * into the folder's `exports`. A final sheet takes the approved content only.
   */
  notice: reading(
    'export.notice',
    z.object({ article: z.string(), file: z.string().nullable(), draft: z.boolean() }),
    noticeOutcomeSchema,
  ),
  /** The same of all stories that begin on a page, one after the other. */
  noticeOfPage: reading(
    'export.noticeOfPage',
    z.object({ issue: z.string(), page: z.number().int().min(1), file: z.string().nullable(), draft: z.boolean() }),
    noticeOutcomeSchema,
  ),
  /** The newsroom's printing houses, and the id of the one that is taken when none is named. */
  printers: reading('export.printers', z.object({}), printersOutcomeSchema),
  /** Adds a printer or replaces the one of the same id; `usual` makes it the usual one. */
  savePrinter: writing(
    'export.savePrinter',
    'prepareForPrint',
    z.object({ profile: printerProfileSchema, usual: z.boolean() }),
    z.object({}),
  ),
  removePrinter: writing('export.removePrinter', 'prepareForPrint', z.object({ id: z.string() }), z.object({})),
  /** Takes a printer's own colour profile in; refuses what is no output profile for CMYK. */
  addColourProfile: writing(
    'export.addColourProfile',
    'prepareForPrint',
    z.object({ name: z.string(), bytes: z.base64() }),
    z.object({ hash: z.string(), name: z.string() }),
  ),
} as const
