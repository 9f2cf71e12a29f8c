import type { FontId } from '../../shared/layout/display.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'
import type { BreakPoint } from './break-points.ts'
import type { Faces } from './faces.ts'
import type { SetLine, StyledRun } from './line.ts'
import { naturalWidth } from './line-fit.ts'
import { type MeasuredText, measureText, type ShapedText, shapeText } from './measured-text.ts'
import { setLine } from './set-line.ts'

/** How headlines, decks and captions are set; lengths in points. */
export interface RaggedOptions {
  readonly faces: Faces
  readonly size: number
  readonly width: number
  /** Lines there is room for; a text that needs more gets more, so look at the number of lines. */
  readonly maxLines?: number
  readonly hyphenate: false
  readonly align?: 'left' | 'centre'
}

export interface HeadlineOptions {
  readonly faces: Faces
  readonly font: FontId
  /** Sizes to choose from. */
  readonly sizes: readonly number[]
  readonly width: number
  readonly maxLines: number
  readonly align?: 'left' | 'centre'
}

export interface FittedHeadline {
  readonly size: number
  readonly lines: readonly SetLine[]
  /** All words stand whole, within the width, in no more than the lines allowed. */
  readonly fits: boolean
}

/** Nothing gives way in ragged lines. */
const natural = { ratio: 1, scale: 1, tracking: 0 }

interface Partial {
  readonly cost: number
  readonly lines: number
  readonly previous: Partial | null
  readonly point: BreakPoint | null
  readonly start: number
  readonly hangLeft: number
  readonly forced: boolean
}

/**
 * Breaks a text into the fewest ragged lines and, among the ways to do that, takes the most even one. No word is divided,
 * none of one or two letters ends a line, and a short word does not stand alone at the end if it can be helped. Every
 * word is set: one wider than the column is divided, or hangs out where it can't be.
 */
export function breakRagged(runs: readonly StyledRun[], options: RaggedOptions): readonly SetLine[] {
  const { faces, size, width, align = 'left' } = options
  return setRagged(shapedOnce(runs, faces), size, width, align).lines
}

/** Letters of headlines and labels: those of two large issues. */
const shapedCapacity = 50_000
const shapedTexts = new WeakMap<Faces, BoundedCache<ShapedText>>()

/** A headline is tried in many sizes and widths, a label stands on every page. */
function shapedOnce(runs: readonly StyledRun[], faces: Faces): ShapedText {
  const known = shapedTexts.get(faces) ?? boundedCache(shapedCapacity, ({ glyphs }: ShapedText) => glyphs.length)
  shapedTexts.set(faces, known)
  const key = JSON.stringify(runs.map(({ text, font, href }) => [font, text, href]))
  return known.remember(key, () => shapeText(runs, faces, 'never'))
}

/** The largest of the sizes at which the text stands well in the width, or at least stands. */
export function fitHeadline(content: string | readonly StyledRun[], options: HeadlineOptions): FittedHeadline {
  const { faces, font, width, maxLines, align = 'left' } = options
  const runs = typeof content === 'string' ? [{ text: content, font, href: null }] : content
  const sizes = [...options.sizes].sort((left, right) => right - left)
  const shaped = shapedOnce(runs, faces)
  const least = leastWidth(shaped)
  let passable: FittedHeadline | null = null
  let smallest: FittedHeadline | null = null
  for (const [at, size] of sizes.entries()) {
    // No way to break it can be found at a size at which the letters alone are too wide for the lines allowed.
    if (least * size > width * maxLines && at < sizes.length - 1) continue
    const { lines, forced } = setRagged(shaped, size, width, align)
    const fits = !forced && lines.length <= maxLines
    const fitted: FittedHeadline = { size, lines, fits }
    smallest = fitted
    if (!fits) continue
    if (even(lines)) return fitted
    passable ??= fitted
  }
  return passable ?? smallest ?? { size: 0, lines: [], fits: false }
}

const least = new WeakMap<ShapedText, number>()

/**
 * Less than what the words take in any lines, in ems: without the spaces at line ends, and without the signs that may hang
 * out beyond a line.
 */
function leastWidth(shaped: ShapedText): number {
  const known = least.get(shaped)
  if (known !== undefined) return known
  const found = shaped.styled.reduce((sum, { text, font }) => {
    const words = text.match(/[\p{L}\d]+/gu) ?? []
    return sum + words.reduce((width, word) => width + shaped.faces.face(font).measure(word), 0)
  }, 0)
  least.set(shaped, found)
  return found
}

/** No line much shorter than the longest. */
function even(lines: readonly SetLine[]): boolean {
  const widths = lines.map((line) => line.width)
  return Math.min(...widths) >= 0.45 * Math.max(...widths)
}

function setRagged(
  shaped: ShapedText,
  size: number,
  width: number,
  align: 'left' | 'centre',
): { readonly lines: readonly SetLine[]; readonly forced: boolean } {
  const text = measureText(shaped, { size, softBreakPenalty: Number.POSITIVE_INFINITY, narrowest: width })
  if (text.glyphs.length === 0) return { lines: [], forced: false }
  const points = text.breaks.filter((point) => allowed(text, point))
  const end = bestRagged(text, points, width)
  const lines: SetLine[] = []
  let forced = false
  for (let node = end; node !== null && node.point !== null; node = node.previous) {
    forced ||= node.forced || node.point.penalty > 0
    const set = setLine(text, node.start, node.point, -node.hangLeft, natural)
    const x = align === 'centre' ? (width - set.width) / 2 : set.x
    lines.unshift({ ...set, x })
  }
  return { lines, forced }
}

/** Characters of a word that may not end a line, the quote or bracket before it included. */
const mostOfShort = 3

/** A ban where body text has a penalty: no-break spaces hold, and words of one or two letters never end a line. */
function allowed({ clusters }: MeasuredText, point: BreakPoint): boolean {
  if (point.kind === 'softSpace') return false
  if (point.kind !== 'space' || point.penalty > 0) return true
  const next = clusters[point.next]
  if (next === '—' || next === '–') return false
  let from = point.at
  while (from > 0 && clusters[from - 1] !== ' ' && point.at - from <= mostOfShort) from -= 1
  return point.at - from > mostOfShort || !/^[«„(]?\p{L}{1,2}$/u.test(clusters.slice(from, point.at).join(''))
}

function bestRagged(text: MeasuredText, points: readonly BreakPoint[], width: number): Partial | null {
  // The best way to each break for each number of lines; the numbers lie close together.
  const reached: (readonly (Partial | undefined)[])[] = []
  const root: readonly Partial[] = [{ cost: 0, lines: 0, previous: null, point: null, start: 0, hangLeft: 0, forced: false }]
  for (let index = 0; index < points.length; index += 1) {
    const point = points[index]
    if (point === undefined) break
    const here: (Partial | undefined)[] = []
    const isEnd = point.kind === 'end'
    const bonus = senseBonus(text, point)
    for (let from = index - 1; from >= -1; from -= 1) {
      const origin = from < 0 ? undefined : points[from]
      const start = origin?.next ?? 0
      if (start >= point.at && !isEnd) continue
      const hangLeft = origin?.hangLeft ?? text.hangLeft
      const wide = naturalWidth(text, start, point)
      const overfull = width + hangLeft + point.hangRight < wide
      if (overfull && from !== index - 1) break
      const slack = Math.max(0, 1 - wide / width)
      const lone = isEnd && from >= 0 && loneShortWord(text, start, point.at, wide, width)
      const cost = slack * slack + point.penalty + (lone ? 0.5 : 0) + (overfull ? 1e6 : 0) - bonus
      for (const before of from < 0 ? root : (reached[from] ?? [])) {
        if (before === undefined) continue
        const total = before.cost + cost
        const lines = before.lines + 1
        const known = here[lines]
        if (known !== undefined && total >= known.cost) continue
        while (here.length < lines) here.push(undefined)
        here[lines] = { cost: total, lines, previous: before, point, start, hangLeft, forced: overfull }
      }
    }
    reached.push(here)
  }
  const ends = (reached.at(-1) ?? []).filter((end) => end !== undefined)
  // Dividing a word costs more than any number of lines; otherwise the fewest lines win.
  const rank = (end: Partial) => Math.floor(Math.max(0, end.cost) / 1000) * 1000 + end.lines
  return ends.sort((left, right) => rank(left) - rank(right) || left.cost - right.cost)[0] ?? null
}

function loneShortWord(text: MeasuredText, start: number, end: number, natural: number, width: number): boolean {
  const single = !text.clusters.slice(start, end).includes(' ')
  return single && natural < 0.4 * width
}

/** A line that ends where the sentence pauses reads better. */
function senseBonus(text: MeasuredText, point: BreakPoint): number {
  return point.kind === 'space' && /[,:;.!?…—]/.test(text.clusters[point.at - 1] ?? '') ? 0.03 : 0
}
