import { z } from 'zod'
import { houseRuleSchema } from '../../../../shared/language/house/house-style.ts'

/** Something to look at in the words of a text; places are UTF-16 units of it. */
const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('spelling'), from: z.number(), to: z.number(), word: z.string() }),
  z.object({ kind: z.literal('house'), from: z.number(), to: z.number(), rule: z.string(), fix: z.string().nullable() }),
])
export type Finding = z.infer<typeof findingSchema>

/** What a window tells the worker that knows the words. */
export const checkRequestSchema = z.discriminatedUnion('type', [
  /** Comes first: the addresses of the dictionary's files. */
  z.object({ type: z.literal('start'), affixes: z.string(), stems: z.string() }),
  /** How the newspaper writes from now on, and the words of its own. */
  z.object({ type: z.literal('learn'), rules: z.array(houseRuleSchema), words: z.array(z.string()) }),
  z.object({ type: z.literal('check'), run: z.number(), texts: z.array(z.string()) }),
  z.object({ type: z.literal('suggest'), run: z.number(), word: z.string() }),
])
export type CheckRequest = z.infer<typeof checkRequestSchema>

export const checkReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('checked'), run: z.number(), findings: z.array(z.array(findingSchema)) }),
  z.object({ type: z.literal('suggested'), run: z.number(), words: z.array(z.string()) }),
  /** The dictionary is there: what was checked before it came is to be checked again. */
  z.object({ type: z.literal('dictionary'), there: z.boolean() }),
])
export type CheckReply = z.infer<typeof checkReplySchema>
