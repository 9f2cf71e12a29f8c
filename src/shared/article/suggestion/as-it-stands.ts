import { z } from 'zod'
import { attachmentAttributes, type Block, blockSchema, photoAttributes, type TextNode, videoAttributes } from '../content.ts'
import { blockKinds, media } from '../text-schema.ts'
import { deletionSchema, insertionSchema, isProposal, reformatSchema } from './proposal.ts'

const proposalText = z
  .string()
  .refine(isProposal)
  .nullish()
  .transform((text) => text ?? null)

const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic', 'printOnly', 'webOnly']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string() }) }),
  z.object({ type: z.literal('insertion'), attrs: insertionSchema }),
  z.object({ type: z.literal('deletion'), attrs: deletionSchema }),
  z.object({ type: z.literal('reformat'), attrs: reformatSchema }),
])

const runSchema = z.object({ type: z.literal('text'), text: z.string(), marks: z.array(markSchema).optional() })

const mediumSchema = z.enum(media).default('everywhere')
const suggested = { inserted: proposalText, deleted: proposalText }

/** A block as the document holds it: with what is suggested for it and in it. */
export const suggestedBlockSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('paragraph'),
    attrs: z.object({
      kind: z.enum(blockKinds).default('paragraph'),
      medium: mediumSchema,
      ...suggested,
      join: proposalText,
      change: proposalText,
    }),
    content: z.array(runSchema).default([]),
  }),
  z.object({
    type: z.literal('photo'),
    attrs: z.object({ ...photoAttributes, ...suggested }),
    content: z.array(runSchema).default([]),
  }),
  z.object({
    type: z.literal('video'),
    attrs: z.object({ ...videoAttributes, ...suggested }),
    content: z.array(runSchema).default([]),
  }),
  z.object({
    type: z.literal('attachment'),
    attrs: z.object({ ...attachmentAttributes, ...suggested }),
    content: z.array(runSchema).default([]),
  }),
])
export type SuggestedBlock = z.infer<typeof suggestedBlockSchema>

type Run = z.infer<typeof runSchema>

const isInserted = (run: Run): boolean => (run.marks ?? []).some(({ type }) => type === 'insertion')

const plainRun = (run: Run): TextNode => {
  const marks = (run.marks ?? []).flatMap((mark) =>
    mark.type === 'insertion' || mark.type === 'deletion' || mark.type === 'reformat' ? [] : [mark],
  )
  return { type: 'text', text: run.text, ...(marks.length > 0 && { marks }) }
}

const sameMarks = (a: TextNode, b: TextNode): boolean => JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])

/** Runs that only a suggestion kept apart become one: the same text has the same hash with and without suggestions. */
const joinRuns = (runs: readonly TextNode[]): TextNode[] => {
  const joined: TextNode[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && sameMarks(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/**
 * The text as it stands while nobody has decided: what is suggested to come in is not in it, what is suggested to go is,
 * nothing has changed its look or kind. The same as rejecting every suggestion.
 */
export const asItStands = (body: readonly SuggestedBlock[]): readonly Block[] =>
  body.flatMap((block): Block[] => {
    const content = joinRuns(block.content.filter((run) => !isInserted(run)).map(plainRun))
    const isNew = block.attrs.inserted !== null && (block.type !== 'paragraph' || content.length === 0)
    return isNew ? [] : [blockSchema.parse({ ...block, content })]
  })
