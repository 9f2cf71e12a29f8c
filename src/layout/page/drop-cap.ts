import type { Faces } from '../text/faces.ts'
import type { SetLine, StyledRun } from '../text/line.ts'
import { breakRagged } from '../text/ragged.ts'
import type { PublicationSpec, TextStyle } from './publication-spec.ts'

/** Lines a drop cap is high: from the capitals of the first one down to the baseline of the last. */
export const dropCapLines = 3
/** A text of fewer characters opens without one. */
export const leastForDropCap = 2400
/** So does a first paragraph of fewer characters: it would end beside its own capital. */
const leastParagraph = 170
const gap = 3

/** The first letter of a text, set large. */
export interface DropCap {
  readonly line: SetLine
  readonly style: TextStyle
  /** How far the lines beside it stand in. */
  readonly width: number
}

/** The large first letter of a paragraph and the runs without it; null for one that does not begin with a word. */
export const setDropCap = (
  runs: readonly StyledRun[],
  spec: PublicationSpec,
  faces: Faces,
): { readonly cap: DropCap; readonly rest: readonly StyledRun[] } | null => {
  const [first, ...others] = runs
  const text = runs.map((run) => run.text).join('')
  if (first === undefined || text.length < leastParagraph || !/^\p{Lu}\p{L}/u.test(first.text)) return null
  const letter = String.fromCodePoint(first.text.codePointAt(0) ?? 0)
  const font = spec.families.body.bold
  const size = ((dropCapLines - 1) * spec.grid + spec.capHeight) / faces.face(font).capHeight
  const [line] = breakRagged([{ text: letter, font, href: null }], {
    faces,
    size,
    width: size * 2,
    hyphenate: false,
  })
  if (line === undefined) return null
  const style: TextStyle = { font, size, leading: size, ink: 'accent' }
  return {
    cap: { line, style, width: line.x + line.width + gap },
    rest: [{ ...first, text: first.text.slice(letter.length) }, ...others],
  }
}

/** The lines of the paragraph that a drop cap opens, the first ones beside it; without one they stay as they are. */
export const besideDropCap = (lines: readonly SetLine[], cap: DropCap | null): readonly SetLine[] =>
  cap === null ? lines : lines.map((line, at) => (at < dropCapLines ? { ...line, x: line.x + cap.width } : line))
