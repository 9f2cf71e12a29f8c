import { z } from 'zod'
import { articleFields } from '../content.ts'
import { blockKinds, insetTypes, media } from '../text-schema.ts'

/** A run of a text compared with another: in both, only in the earlier one, only in the later one. */
export const pieceSchema = z.object({ kind: z.enum(['same', 'deleted', 'inserted']), text: z.string() })
export type Piece = z.infer<typeof pieceSchema>

/** What a block is, as far as a comparison tells it. */
export const redlineKinds = [...blockKinds, ...insetTypes] as const
export type RedlineKind = (typeof redlineKinds)[number]

export const redlineBlockSchema = z.object({
  /** `moved` stands where the block came to, `movedAway` where it went from. */
  change: z.enum(['same', 'changed', 'inserted', 'deleted', 'moved', 'movedAway']),
  kind: z.enum(redlineKinds),
  /** What it was before, where it became another; null otherwise. */
  kindBefore: z.enum(redlineKinds).nullable(),
  medium: z.enum(media),
  /** Where it appeared before, where that changed; null otherwise. */
  mediumBefore: z.enum(media).nullable(),
  /** The words are the same and their look, or what is said beside a photo, is not. */
  isFormatted: z.boolean(),
  pieces: z.array(pieceSchema),
  /** Who changed it in between, by their ids in the staff. */
  persons: z.array(z.string()),
})
export type RedlineBlock = z.infer<typeof redlineBlockSchema>

/** Two versions as one text with marks: the lines of the head that differ, and every block in the order of the later one. */
export const redlineSchema = z.object({
  fields: z.array(z.object({ field: z.enum(articleFields), pieces: z.array(pieceSchema), persons: z.array(z.string()) })),
  blocks: z.array(redlineBlockSchema),
  /** Words that came and that went; a moved block counts for neither. */
  inserted: z.number(),
  deleted: z.number(),
})
export type Redline = z.infer<typeof redlineSchema>
