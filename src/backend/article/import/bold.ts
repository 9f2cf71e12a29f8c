import type { Block, TextNode } from '../../../shared/article/content.ts'
import { textOf } from '../../../shared/article/content.ts'
import { paragraph } from './draft.ts'
import { normalRuns } from './inline.ts'

export const isBold = (runs: readonly TextNode[]): boolean =>
  runs.length > 0 && runs.every((run) => run.text.trim() === '' || run.marks?.some((mark) => mark.type === 'bold'))

export const withoutBold = (runs: readonly TextNode[]): TextNode[] =>
  normalRuns(
    runs.map(({ text, marks }) => {
      const left = (marks ?? []).filter((mark) => mark.type !== 'bold')
      return left.length > 0 ? { type: 'text', text, marks: left } : { type: 'text', text }
    }),
  )

/** A wholly bold paragraph as a lead; the kind says it now, so the bold goes. Null for any other block. */
export const asLead = (block: Block | undefined): Block | null =>
  block?.type === 'paragraph' && block.attrs.kind === 'paragraph' && isBold(block.content)
    ? paragraph('lead', withoutBold(block.content))
    : null

/** A wholly bold paragraph that asks, or begins with a dash: a question of an interview. */
export const isQuestion = (runs: readonly TextNode[]): boolean => {
  const text = textOf(runs)
  return isBold(runs) && (/^[—–-]\s/.test(text) || /[?…]\s*$/.test(text))
}
