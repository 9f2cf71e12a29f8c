import { findChange } from '../../../../shared/article/text-diff.ts'

/** A part of a text and how it is shown, in UTF-16 units. */
export interface TextMark {
  readonly from: number
  readonly to: number
  readonly look: string
}

/** Marks of a text that may have changed since. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly TextMark[]
}

/** The marks where they stand in the text as it is now: those whose own words have changed are gone. */
export const carryOver = ({ text, marks }: MarkedText, now: string): readonly TextMark[] => {
  const change = findChange(text, now, null)
  if (!change) return marks
  const end = change.index + change.removed
  const shift = change.inserted.length - change.removed
  return marks.flatMap((mark) => {
    if (mark.to <= change.index) return [mark]
    return mark.from >= end ? [{ ...mark, from: mark.from + shift, to: mark.to + shift }] : []
  })
}

/** A text in pieces, each with every look that stands on it. */
export const piecesOf = (text: string, marks: readonly TextMark[]): readonly { from: number; text: string; look: string }[] => {
  const ends = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])].sort((one, other) => one - other)
  return ends.slice(1).map((to, at) => {
    const from = ends[at] ?? 0
    const looks = marks.filter((mark) => mark.from <= from && mark.to >= to).map(({ look }) => look)
    return { from, text: text.slice(from, to), look: looks.join(' ') }
  })
}
