import { z } from 'zod'
import { audiences } from '../assignment/assignment.ts'
import { skeletonSchema } from './skeleton.ts'

/** How often a rubric is to appear: in every so many issues, in one issue of each month, or as it comes. */
export const cadenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issues'), every: z.number().int().min(1).max(60) }),
  z.object({ kind: z.literal('monthly') }),
  z.object({ kind: z.literal('free') }),
])
export type Cadence = z.infer<typeof cadenceSchema>

const nameSchema = z.string().trim().min(1).max(120)

/** A standing head of the newspaper, such as «Право на право». */
export const rubricSchema = z.object({
  id: z.string().min(1),
  /** As it stands over its stories. */
  name: nameSchema,
  /** Id of the staff member who looks after it. */
  owner: z.string().nullable().default(null),
  cadence: cadenceSchema.default({ kind: 'free' }),
  audience: z.enum(audiences).nullable().default(null),
  note: z.string().max(1000).default(''),
  /** What its stories begin with. */
  skeleton: skeletonSchema.default([]),
  /** It does not appear any longer; its past is kept. */
  closed: z.boolean().default(false),
})
export type Rubric = z.infer<typeof rubricSchema>

export const projectKinds = ['programme', 'contest', 'marathon', 'forum'] as const
export const projectRhythms = ['monthly', 'yearly', 'once'] as const

/** What the newspaper follows over a time, and not a rubric: a programme, a contest, a marathon, a forum. */
export const projectSchema = z.object({
  id: z.string().min(1),
  name: nameSchema,
  kind: z.enum(projectKinds),
  rhythm: z.enum(projectRhythms),
  /** Its days, the last one included; null while that is not known. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  /** The rubric its stories usually stand under; empty for none. */
  rubric: z.string().max(120).default(''),
  note: z.string().max(1000).default(''),
  closed: z.boolean().default(false),
})
export type Project = z.infer<typeof projectSchema>

/** A day the newspaper should not miss: a date of the trade, a plenum, a final. */
export const eventSchema = z.object({
  id: z.string().min(1),
  name: nameSchema,
  day: z.iso.date(),
  /** Comes again on this day of each year. */
  yearly: z.boolean().default(false),
  /** Id of the project it belongs to. */
  project: z.string().nullable().default(null),
  rubric: z.string().max(120).default(''),
  region: z.string().max(200).default(''),
  /** What might be written about it; empty for its name. */
  topic: z.string().max(300).default(''),
  /** Whether the story comes before the day, as a notice, or after it, as news. */
  story: z.enum(['before', 'after']).default('after'),
  /** Articles that were made of it, by the day they were made for. */
  articles: z.array(z.object({ article: z.string(), day: z.iso.date() })).default([]),
})
export type PlannedEvent = z.infer<typeof eventSchema>

/** Names of rubrics are compared as people read them: case, «ё» and spaces around make no difference. */
export const rubricKey = (name: string): string => name.trim().toLocaleLowerCase('ru').replaceAll('ё', 'е')
