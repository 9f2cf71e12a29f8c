import { z } from 'zod'
import { stepActions } from '../../workflow/approval.ts'
import { suggestedBlockSchema } from '../suggestion/as-it-stands.ts'

/**
 * Why a version was kept: `step` of the workflow; `time` of work; `named` by a person; `beforeRestore` and `restored` around
 * the return to an earlier one; `beforeMerge` and `merged` around what a copy of the newsroom brought.
 */
export const versionReasons = ['step', 'time', 'named', 'beforeRestore', 'restored', 'beforeMerge', 'merged'] as const
export type VersionReason = (typeof versionReasons)[number]

/** Letters of a version's name at most, UTF-16 units. */
export const versionNameLimit = 120

/** What lists say of a version. */
export const versionFactsSchema = z.object({
  id: z.string(),
  /** When the text was as the version has it, milliseconds since 1970. */
  at: z.number(),
  reason: z.enum(versionReasons),
  /** What a person called it; empty where nobody did. */
  name: z.string().max(versionNameLimit),
  /** The step it was kept for; null for other reasons. */
  action: z.enum(stepActions).nullable(),
  /** Who named it, took the step or went back; null where nobody did. */
  person: z.string().nullable(),
  /** Who changed the text since the version before. */
  persons: z.array(z.string()),
  /** Letters of the text as it stands. */
  characters: z.number(),
  /** Suggestions that were open. */
  suggestions: z.number(),
})
export type VersionFacts = z.infer<typeof versionFactsSchema>

/** The text of an article at one moment: its lines, and its blocks with all that is suggested in them. */
export const frozenTextSchema = z.object({
  fields: z.object({
    rubric: z.string(),
    kicker: z.string(),
    headline: z.string(),
    deck: z.string(),
    byline: z.string(),
  }),
  body: z.array(suggestedBlockSchema),
})
export type FrozenText = z.infer<typeof frozenTextSchema>

/** A frozen text with the names that its blocks have in the document, in the same order. */
export interface KeyedText extends FrozenText {
  readonly keys: readonly string[]
}

/** A version as it is kept; nothing of it changes later. */
export const versionSchema = versionFactsSchema.extend({
  schemaVersion: z.literal(1),
  article: z.string(),
  ...frozenTextSchema.shape,
  /** Names of the blocks, in the order of `body`: the same block has the same name in every version and copy. */
  keys: z.array(z.string()),
  /** Who changed which block since the version before, by the block's name; a line of the head by its field. */
  touched: z.record(z.string(), z.array(z.string())),
  /** SHA-256, hex, over the canonical JSON of `fields` and `body`. */
  hash: z.string(),
})
export type Version = z.infer<typeof versionSchema>
