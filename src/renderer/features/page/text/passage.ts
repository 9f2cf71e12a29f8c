import { firstBodyNumber, headNumbers } from '../../../../layout/page/galley.ts'
import { type ArticleContent, type ArticleField, contentFor, type TextNode, textOf } from '../../../../shared/article/content.ts'
import type { TextChange } from '../../../../shared/article/text-diff.ts'

/** A text of an article that stands on a page: a line of its head, or a paragraph of its body by its place. */
export type Passage =
  | { readonly kind: 'field'; readonly field: Exclude<ArticleField, 'rubric'> }
  | { readonly kind: 'block'; readonly index: number }

/** UTF-16 units of a text, from up to. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** A passage as a person edits it: its whole text, and what of it print leaves out. */
export interface PassageText {
  readonly text: string
  readonly leftOut: readonly TextRange[]
}

/** The places in the body of what goes to print, in their order. */
const printedBlocks = (content: ArticleContent): readonly number[] =>
  content.body.flatMap((block, index) => (contentFor({ ...content, body: [block] }, 'print').body.length > 0 ? [index] : []))

const fields = ['kicker', 'headline', 'deck', 'byline'] as const

/** What a number of the reading order of a page stands for; null for what cannot be edited here. */
export const passageOf = (content: ArticleContent, number: number): Passage | null => {
  const field = fields.find((each) => headNumbers[each] === number)
  if (field !== undefined) return { kind: 'field', field }
  const index = printedBlocks(content)[number - firstBodyNumber]
  return index !== undefined && content.body[index]?.type === 'paragraph' ? { kind: 'block', index } : null
}

/** The passages of an article that print shows, in reading order. */
export const passagesOf = (content: ArticleContent): readonly Passage[] => [
  ...fields.filter((field) => content[field].trim() !== '').map((field) => ({ kind: 'field' as const, field })),
  ...printedBlocks(content).flatMap((index) =>
    content.body[index]?.type === 'paragraph' ? [{ kind: 'block' as const, index }] : [],
  ),
]

/** The number of a passage in the reading order of a page. */
export const numberOf = (content: ArticleContent, passage: Passage): number =>
  passage.kind === 'field' ? headNumbers[passage.field] : firstBodyNumber + printedBlocks(content).indexOf(passage.index)

export const samePassage = (a: Passage, b: Passage): boolean =>
  a.kind === 'field' ? b.kind === 'field' && a.field === b.field : b.kind === 'block' && a.index === b.index

const rangesOf = (nodes: readonly TextNode[]): readonly TextRange[] => {
  const ranges: TextRange[] = []
  let at = 0
  for (const { text, marks } of nodes) {
    const to = at + text.length
    const last = ranges.at(-1)
    if ((marks ?? []).some(({ type }) => type === 'webOnly')) {
      if (last?.to === at) ranges[ranges.length - 1] = { from: last.from, to }
      else ranges.push({ from: at, to })
    }
    at = to
  }
  return ranges
}

/** The text of a passage; null where the article has it no longer. */
export const readPassage = (content: ArticleContent, passage: Passage): PassageText | null => {
  if (passage.kind === 'field') return { text: content[passage.field], leftOut: [] }
  const block = content.body[passage.index]
  return block?.type === 'paragraph' ? { text: textOf(block.content), leftOut: rangesOf(block.content) } : null
}

/** Where ranges are after a text changed: what is inserted inside of one belongs to it, at its edges it does not. */
export const movedRanges = (ranges: readonly TextRange[], { index, removed, inserted }: TextChange): readonly TextRange[] => {
  const end = index + removed
  const shift = inserted.length - removed
  return ranges
    .map(({ from, to }) => ({
      from: from >= end ? from + shift : Math.min(from, index),
      to: to >= end && to > index ? to + shift : Math.min(to, index),
    }))
    .filter(({ from, to }) => to > from)
}

/** Ranges with one more in them, joined where they touch. */
export const withRange = (ranges: readonly TextRange[], range: TextRange): readonly TextRange[] => {
  const joined: TextRange[] = []
  for (const each of [...ranges, range].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && each.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, each.to) }
    else joined.push(each)
  }
  return joined
}

export const withoutRange = (ranges: readonly TextRange[], range: TextRange): readonly TextRange[] =>
  ranges.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, range.from) },
      { from: Math.max(from, range.to), to },
    ].filter((part) => part.to > part.from),
  )

/** The selected words, with the space after or before them: so that no two spaces stay where they are left out. */
export const wholeWords = (text: string, { from, to }: TextRange): TextRange => {
  if (text.charAt(to) === ' ' && (from === 0 || text.charAt(from - 1) === ' ')) return { from, to: to + 1 }
  if (to === text.length && text.charAt(from - 1) === ' ') return { from: from - 1, to }
  return { from, to }
}
