import { z } from 'zod'
import { reading } from '../api/operation.ts'
import { storyArrangements } from '../issue/page-dummy.ts'
import { pageDisplaySchema } from './display.ts'
import { typesettingFiguresSchema } from './figures.ts'
import { issueOutlineSchema, storyForLayoutSchema } from './input.ts'

/** A place in a story's content for print: a block of its body and UTF-16 units of its text before the place. */
const textEndSchema = z.object({ block: z.number(), offset: z.number() })
export type TextEnd = z.infer<typeof textEndSchema>

export const articleFitSchema = z.object({
  article: z.string(),
  page: z.number(),
  continuation: z.number().nullable(),
  /** Lines of body text, and those that do not fit (negative: lines missing). */
  lines: z.number(),
  overset: z.number(),
  /** Where its text stops standing; null when all of it stands, or none. */
  end: textEndSchema.nullable(),
})
export type ArticleFit = z.infer<typeof articleFitSchema>

/** What a diagnostic is about, for programs: messages are for people and may be worded anew. */
export const diagnosticCodes = [
  'misplaced',
  'zoneFault',
  'emptyZone',
  'missingPhoto',
  'emptyStory',
  'missingCharacter',
  'standIn',
  'wideWord',
  'overset',
  'underset',
  'coarsePhoto',
  'photoLeftOut',
  'tableLeftOut',
  'emptyFoot',
  'codeWithoutAddress',
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

/** A shape that suits a story: columns and modules, how its main photo stands, lines left over or (negative) missing. */
export const offeredShapeSchema = z.object({
  span: z.number(),
  modules: z.number(),
  rows: z.number(),
  arrangement: z.enum(storyArrangements),
  overset: z.number(),
})
export type OfferedShape = z.infer<typeof offeredShapeSchema>

export const layoutApi = {
  /** «Подобрать форму»: the shapes on a page's module grid that suit an article best, best first. */
  shapes: reading(
    'layout.shapes',
    z.object({ issue: z.string(), article: z.string(), page: z.number().int().min(1) }),
    z.array(offeredShapeSchema),
  ),
  /** The ways to arrange an article in a zone of so many columns and rows, best first. */
  arrangements: reading(
    'layout.arrangements',
    z.object({
      issue: z.string(),
      article: z.string(),
      page: z.number().int().min(1),
      span: z.number().int().min(1).max(6),
      rows: z.number().int().min(1).max(200),
    }),
    z.array(offeredShapeSchema.omit({ modules: true })),
  ),
  /** How every article of an issue fits, without the pages themselves. */
  fit: reading(
    'layout.fit',
    z.object({ issue: z.string() }),
    z.object({ fits: z.array(articleFitSchema), diagnostics: z.array(layoutDiagnosticSchema) }),
  ),
  /** How well the pages of an issue are set. */
  measure: reading('layout.measure', z.object({ issue: z.string() }), typesettingFiguresSchema),
  /** What the pages of an issue are laid out from; the stories themselves are asked for by those who lack them. */
  input: reading('layout.input', z.object({ issue: z.string() }), issueOutlineSchema),
  /** Stories as they are set now; those that no longer exist are left out. */
  stories: reading('layout.stories', z.object({ ids: z.array(z.string()).max(2000) }), z.array(storyForLayoutSchema)),
  page: reading('layout.page', z.object({ issue: z.string(), page: z.number().int().min(1) }), pageDisplaySchema),
} as const
