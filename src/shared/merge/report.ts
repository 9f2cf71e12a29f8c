import { z } from 'zod'

/** What a merge can bring or find in both copies. */
export const mergedKinds = [
  'article',
  'issue',
  'media',
  'version',
  'workflow',
  'variant',
  'advert',
  'proof',
  'signoff',
  'preflight',
  'correction',
  'mailing',
  'address',
  'calendar',
  'rubric',
  'author',
  'idea',
  'planHistory',
  'search',
  'notification',
  'count',
  'embargo',
  'printer',
  'language',
  'template',
  'settings',
  'staff',
  'channel',
  'delivery',
  'key',
  'ledger',
] as const
export type MergedKind = (typeof mergedKinds)[number]

const thingSchema = z.object({
  kind: z.enum(mergedKinds),
  /** What people call it: a headline, a serial, a channel; empty where there is one of the kind. */
  name: z.string(),
})

export const mergeReportSchema = z.object({
  /** The folder that took the changes, and the one they are from, which was not touched. */
  folder: z.string(),
  other: z.string(),
  /** What is new or other than before in the folder. `count` things of one name are told once. */
  came: z.array(thingSchema.extend({ isNew: z.boolean() })),
  /** What was changed in both copies. */
  collided: z.array(
    thingSchema.extend({
      /** Whose is in force: `both` where the changes of both are in it. */
      wins: z.enum(['ours', 'theirs', 'both']),
      /** The file in the folder in which the other one is kept; null where nothing was left out. */
      kept: z.string().nullable(),
    }),
  ),
  /** Words that went by the merge though nobody struck them: they wait in their articles. */
  lost: z.array(z.object({ article: z.string(), headline: z.string(), words: z.number() })),
  /** What the program can't decide, in words for people. */
  waits: z.array(z.string()),
})
/** What became of two copies of a newsroom. */
export type MergeReport = z.infer<typeof mergeReportSchema>
