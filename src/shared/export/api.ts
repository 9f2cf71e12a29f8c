import { z } from 'zod'
import { reading } from '../api/operation.ts'

export const exportTargets = ['print', 'web'] as const
export type ExportTarget = (typeof exportTargets)[number]

export const exportOutcomeSchema = z.object({
  file: z.string(),
  pages: z.number(),
  bytes: z.number(),
  /** Carries «черновик» on every page. */
  draft: z.boolean(),
  warnings: z.array(z.string()),
})
export type ExportOutcome = z.infer<typeof exportOutcomeSchema>

export const exportApi = {
  /**
   * Writes an issue as PDF; resolves when the file is on disk. `file` null puts it into the folder's `exports`.
   * Progress comes as `jobProgress` events of `job`.
   */
  run: reading(
    'export.run',
    z.object({
      issue: z.string(),
      to: z.enum(exportTargets),
      file: z.string().nullable(),
      /** «4,5,12-13»; null exports every page. */
      pages: z.string().nullable(),
      draft: z.boolean(),
      job: z.string(),
    }),
    exportOutcomeSchema,
  ),
  cancel: reading('export.cancel', z.object({ job: z.string() }), z.object({})),
} as const
