import { z } from 'zod'
import { type Block, emptyContent } from '../article/content.ts'
import { blockKinds } from '../article/text-schema.ts'

/** A block that stories of a rubric begin with, and what is to be written in it; the prompt may be empty. */
const skeletonBlockSchema = z.object({ kind: z.enum(blockKinds), prompt: z.string().trim().max(300) })
export type SkeletonBlock = z.infer<typeof skeletonBlockSchema>

export const skeletonSchema = z.array(skeletonBlockSchema).max(40)

const paragraph = (kind: SkeletonBlock['kind'], text: string): Block => ({
  type: 'paragraph',
  attrs: { kind, medium: 'everywhere' },
  content: text === '' ? [] : [{ type: 'text', text }],
})

/**
 * The text a story of the rubric begins with: each prompt as a note, which never leaves the house, above the empty block it
 * is about (rule U11). A text as any other begins where there is no skeleton.
 */
export const skeletonBody = (skeleton: readonly SkeletonBlock[]): Block[] =>
  skeleton.length === 0
    ? [...emptyContent.body]
    : skeleton.flatMap(({ kind, prompt }) => {
        if (kind === 'note') return [paragraph(kind, prompt)]
        return prompt === '' ? [paragraph(kind, '')] : [paragraph('note', prompt), paragraph(kind, '')]
      })
