import { z } from 'zod'
import { holdsRight } from '../staff/rights.ts'
import type { Role } from '../workflow/states.ts'
import { ruleIds } from './rules.ts'

/** A rectangle on a page: points from the top left corner of the trimmed sheet, y grows downward. */
export const areaSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Area = z.infer<typeof areaSchema>

/** What a finding may be about. */
export const findingKinds = ['article', 'media', 'advert', 'page', 'imprint', 'issue', 'file'] as const

export const overrideSchema = z.object({
  rule: z.enum(ruleIds),
  /** The hash of what was let pass: when it changes, the override lapses. */
  hash: z.string(),
  page: z.number().nullable(),
  /** What the finding said at that time. */
  message: z.string(),
  reason: z.string(),
  person: z.string(),
  /** What the person was called then. */
  name: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
})
export type Override = z.infer<typeof overrideSchema>

export const findingSchema = z.object({
  rule: z.enum(ruleIds),
  severity: z.enum(['error', 'warning']),
  page: z.number().nullable(),
  object: z.object({
    kind: z.enum(findingKinds),
    /** The article's id, the medium's hash; null for what there is one of. */
    id: z.string().nullable(),
    /** The article it stands in, where there is one: the way to it. */
    article: z.string().nullable(),
    area: areaSchema.nullable(),
  }),
  message: z.string(),
  todo: z.string(),
  overridable: z.boolean(),
  /** Names this finding and the state of what it is about: equal as long as nothing changed. */
  hash: z.string(),
  override: overrideSchema.nullable(),
})
export type Finding = z.infer<typeof findingSchema>

/** Does it keep the issue from the printer? */
export const blocks = ({ severity, override }: Finding): boolean => severity === 'error' && override === null

export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly overridden: number
}

/** Findings by what they ask for: errors and warnings still open, and those that a person let pass. */
export const countFindings = (findings: readonly Finding[]): FindingCounts => {
  const open = findings.filter(({ override }) => override === null)
  const errors = open.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: open.length - errors, overridden: findings.length - open.length }
}

/** May somebody with these roles let a finding of this severity pass? */
export const mayOverride = (severity: Finding['severity'], roles: readonly Role[]): boolean =>
  holdsRight(severity === 'error' ? 'passError' : 'passWarning', roles)
