import type { Mark, Node } from '@tiptap/pm/model'
import { z } from 'zod'
import { blockKinds, media } from '../text-schema.ts'

/** Whose suggestion something is: its id, the person by their id in the staff, and when, in milliseconds since 1970. */
export const proposalSchema = z.object({ id: z.string(), person: z.string(), at: z.number() })
export type Proposal = z.infer<typeof proposalSchema>

/** A suggestion that a paragraph becomes of another kind or appears elsewhere. */
const changeSchema = proposalSchema.extend({ kind: z.enum(blockKinds).optional(), medium: z.enum(media).optional() })
export type BlockChange = z.infer<typeof changeSchema>

export const insertionSchema = proposalSchema.extend({ breaks: z.enum(blockKinds).nullable().default(null) })
export type Insertion = z.infer<typeof insertionSchema>
export const deletionSchema = proposalSchema.extend({ of: z.string().default('') })
export type Deletion = z.infer<typeof deletionSchema>

/** Marks that a suggestion may put on words or take off them. */
export const formats = ['bold', 'italic', 'link', 'printOnly', 'webOnly'] as const
export type Format = (typeof formats)[number]
export const reformatSchema = proposalSchema.extend({
  mark: z.enum(formats),
  on: z.boolean(),
  href: z.string().default(''),
})
export type Reformat = z.infer<typeof reformatSchema>

/** Attributes of a block hold strings, so that equal ones are equal to Yjs and nothing is written twice. */
export const encodeProposal = (proposal: Proposal | BlockChange): string => JSON.stringify(proposal)

const decode = <T>(schema: z.ZodType<T>, text: unknown): T | null => {
  if (typeof text !== 'string') return null
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Reads what `encodeProposal` wrote; null for an attribute that is not set or not ours. */
export const decodeProposal = (text: unknown): Proposal | null => decode(proposalSchema, text)
export const decodeBlockChange = (text: unknown): BlockChange | null => decode(changeSchema, text)

/** What is suggested for a block as a whole; null for an attribute that is not set or not ours. */
export const blockProposal = (block: Node, name: 'inserted' | 'deleted' | 'join'): Proposal | null =>
  decodeProposal(block.attrs[name])
export const blockChange = (block: Node): BlockChange | null => decodeBlockChange(block.attrs.change)

/** Is this an encoded proposal? Asked of documents from elsewhere. */
export const isProposal = (text: string): boolean => decode(proposalSchema, text) !== null

/** What is suggested for a run of text. */
export interface RunSuggestions {
  readonly insertion: Insertion | null
  /**
   * Those that were meant for this text. A mark of a deletion also covers what others typed into the struck words
   * meanwhile: nobody suggested to delete that.
   */
  readonly deletions: readonly { readonly deletion: Deletion; readonly mark: Mark }[]
  readonly reformats: readonly { readonly reformat: Reformat; readonly mark: Mark }[]
  /** Marks of deletions that were meant for other text. */
  readonly stray: readonly Mark[]
}

const none: RunSuggestions = { insertion: null, deletions: [], reformats: [], stray: [] }

/** Reads the marks of a run of text. */
export const runSuggestions = (run: Node): RunSuggestions => {
  if (run.marks.length === 0) return none
  const found = run.marks.find((mark) => mark.type.name === 'insertion')
  const insertion = found ? (insertionSchema.safeParse(found.attrs).data ?? null) : null
  const deletions: { deletion: Deletion; mark: Mark }[] = []
  const reformats: { reformat: Reformat; mark: Mark }[] = []
  const stray: Mark[] = []
  for (const mark of run.marks) {
    if (mark.type.name === 'deletion') {
      const deletion = deletionSchema.safeParse(mark.attrs).data
      if (deletion && deletion.of === (insertion?.id ?? '')) deletions.push({ deletion, mark })
      else stray.push(mark)
    }
    if (mark.type.name === 'reformat') {
      const reformat = reformatSchema.safeParse(mark.attrs).data
      if (reformat) reformats.push({ reformat, mark })
    }
  }
  return { insertion, deletions, reformats, stray }
}
