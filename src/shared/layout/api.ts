import { z } from 'zod'
import { reading } from '../api/operation.ts'
import { pageDisplaySchema } from './display.ts'
import { typesettingFiguresSchema } from './figures.ts'

export const articleFitSchema = z.object({
  article: z.string(),
  page: z.number(),
  continuation: z.number().nullable(),
  /** Lines of body text, and those that do not fit (negative: lines missing). */
  lines: z.number(),
  overset: z.number(),
})
export type ArticleFit = z.infer<typeof articleFitSchema>

/** What a diagnostic is about, for programs: messages are for people and may be worded anew. */
export const diagnosticCodes = [
  'misplaced',
  'zoneFault',
  'emptyZone',
  'missingPhoto',
  'missingCharacter',
  'wideWord',
  'overset',
  'underset',
  'coarsePhoto',
  'photoLeftOut',
  'tableLeftOut',
  'emptyFoot',
] as const
export type DiagnosticCode = (typeof diagnosticCodes)[number]

export const layoutDiagnosticSchema = z.object({
  code: z.enum(diagnosticCodes),
  severity: z.enum(['error', 'warning']),
  page: z.number().nullable(),
  article: z.string().nullable(),
  /** What and where, and what to do. */
  message: z.string(),
  hint: z.string(),
})
export type LayoutDiagnostic = z.infer<typeof layoutDiagnosticSchema>

export const layoutApi = {
  /** How every article of an issue fits, without the pages themselves. */
  fit: reading(
    'layout.fit',
    z.object({ issue: z.string() }),
    z.object({ fits: z.array(articleFitSchema), diagnostics: z.array(layoutDiagnosticSchema) }),
  ),
  /** How well the pages of an issue are set. */
  measure: reading('layout.measure', z.object({ issue: z.string() }), typesettingFiguresSchema),
  page: reading('layout.page', z.object({ issue: z.string(), page: z.number().int().min(1) }), pageDisplaySchema),
} as const
