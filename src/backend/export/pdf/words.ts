import { isDropCap, type PageDisplay, type PageRole, type TextItem } from '../../../shared/layout/display.ts'
import { readableText } from './face.ts'

/** Glyphs `from` up to `to` of a line that read as `text`. */
export interface Reading {
  readonly from: number
  readonly to: number
  readonly text: string
}

const softHyphen = '\u00ad'
const isSpace = (cluster: string | undefined): boolean => cluster === undefined || readableText(cluster).trim() === ''

/** Does `next` go on in the same line, where only the face or the link changed? */
export const sameLine = (item: TextItem, next: TextItem): boolean =>
  next.y === item.y && Math.abs(next.x - item.x - item.width) < item.size

const breaksWord = (item: TextItem, next: TextItem | undefined): boolean => {
  const last = item.clusters.at(-1)
  if (!next || isSpace(next.clusters[0])) return false
  if (last === softHyphen || isDropCap(item, next)) return true
  // A hyphen that belongs to the word, at the end of a line.
  return last !== undefined && /[-\u2010\u2011]/u.test(last) && !sameLine(item, next) && /\p{L}/u.test(item.clusters.at(-2) ?? '')
}

/**
 * Does the line end after a hyphen and a space, as in «теле- и радиоведущий»? Programs that extract text take such a
 * hyphen for one of their own making and drop it.
 */
const endsInHyphen = (item: TextItem, next: TextItem | undefined): boolean => {
  const text = textBetween(item, 0, item.clusters.length)
  return next !== undefined && !sameLine(item, next) && /\p{L}[-\u2010\u2011]\s$/u.test(text) && !isSpace(next.clusters[0])
}

const tailStart = (item: TextItem): number => {
  let at = item.clusters.length
  while (at > 0 && !isSpace(item.clusters[at - 1])) at -= 1
  return at
}

const headEnd = (item: TextItem): number => {
  const at = item.clusters.findIndex((cluster) => isSpace(cluster))
  return at < 0 ? item.clusters.length : at
}

const textBetween = (item: TextItem, from: number, to: number): string =>
  item.clusters
    .slice(from, to)
    .filter((cluster) => cluster !== softHyphen)
    .map(readableText)
    .join('')

/** Roles whose paragraphs go on from page to page; others, such as a headline, are set again. */
const flowing: ReadonlySet<PageRole> = new Set(['lead', 'body', 'subhead', 'quote'])

/** The lines of every paragraph of these pages, in reading order, without the furniture. */
export const paragraphsOf = (pages: readonly PageDisplay[]): readonly (readonly TextItem[])[] => {
  const paragraphs = new Map<string, TextItem[]>()
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'text' || item.tag.article === null) continue
      const where = flowing.has(item.tag.role) ? '' : page.page
      const key = `${item.tag.article} ${item.tag.block} ${item.tag.role} ${where}`
      const lines = paragraphs.get(key)
      if (lines) lines.push(item)
      else paragraphs.set(key, [item])
    }
  }
  return [...paragraphs.values()]
}

/** A paragraph's lines as running text: broken words joined, one space between lines. */
export const runningText = (lines: readonly TextItem[]): string => {
  let text = ''
  lines.forEach((line, i) => {
    const previous = lines[i - 1]
    const joined = !previous || breaksWord(previous, line) || sameLine(previous, line)
    text += `${joined ? '' : ' '}${textBetween(line, 0, line.clusters.length)}`
  })
  return text.replace(/ +/g, ' ').trim()
}

/** The glyph that stands for every character a face does not have. */
const missingGlyph = 0

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/**
 * A word from right to left stands on paper with its first letter rightmost, and programs that extract text turn it round:
 * its places read letter by letter in that order. Any other word reads as one.
 */
const readingsOf = (item: TextItem, from: number, to: number): readonly Reading[] => {
  const first = item.clusters.findIndex((cluster, at) => at >= from && at < to && rightToLeft.test(cluster))
  if (first < 0) return [{ from, to, text: textBetween(item, from, to) }]
  const last = item.clusters.findLastIndex((cluster, at) => at >= from && at < to && rightToLeft.test(cluster))
  return Array.from({ length: last + 1 - first }, (_, i) => ({
    from: first + i,
    to: first + i + 1,
    text: textBetween(item, last - i, last - i + 1),
  }))
}

/** Words with characters that the face can't show: they read as written all the same. */
const unshownWords = (item: TextItem): readonly Reading[] => {
  if (!item.glyphs.includes(missingGlyph)) return []
  const words: Reading[] = []
  for (let from = 0; from < item.clusters.length; from += 1) {
    if (isSpace(item.clusters[from])) continue
    let to = from
    while (to < item.clusters.length && !isSpace(item.clusters[to])) to += 1
    if (item.glyphs.slice(from, to).includes(missingGlyph)) words.push(...readingsOf(item, from, to))
    from = to
  }
  return words
}

const overlaps = (readings: readonly Reading[] | undefined, word: Reading): boolean =>
  (readings ?? []).some(({ from, to }) => from < word.to && word.from < to)

/**
 * How words read that are broken over lines or that the face can't show. A broken word: the first part as the whole word, the others as nothing. Programs that
 * extract or search text then find the word as it was written, whatever they do with hyphens at line ends.
 */
export const wordReadings = (pages: readonly PageDisplay[]): ReadonlyMap<TextItem, readonly Reading[]> => {
  const readings = new Map<TextItem, Reading[]>()
  const note = (item: TextItem, reading: Reading) => readings.set(item, [...(readings.get(item) ?? []), reading])
  for (const lines of paragraphsOf(pages)) {
    for (let i = 0; i < lines.length; i += 1) {
      const first = lines[i]
      if (!first) continue
      const next = lines[i + 1]
      if (next && endsInHyphen(first, next)) {
        const to = headEnd(next)
        const whole = to < next.clusters.length || !breaksWord(next, lines[i + 2])
        const from = first.clusters.findLastIndex((cluster, at) => at < first.clusters.length - 1 && isSpace(cluster)) + 1
        if (!whole) continue
        note(first, {
          from,
          to: first.clusters.length,
          text: textBetween(first, from, first.clusters.length) + textBetween(next, 0, to),
        })
        note(next, { from: 0, to, text: '' })
        continue
      }
      if (!breaksWord(first, next)) continue
      const from = tailStart(first)
      const rest: { item: TextItem; to: number }[] = []
      // A line may hold nothing but the middle of a long word.
      for (let at = i + 1; ; at += 1) {
        const item = lines[at]
        if (!item) break
        const to = headEnd(item)
        rest.push({ item, to })
        if (to < item.clusters.length || !breaksWord(item, lines[at + 1])) break
        i = at
      }
      const word = textBetween(first, from, first.clusters.length) + rest.map(({ item, to }) => textBetween(item, 0, to)).join('')
      note(first, { from, to: first.clusters.length, text: word })
      for (const { item, to } of rest) note(item, { from: 0, to, text: '' })
    }
  }
  for (const item of pages.flatMap((page) => page.items))
    if (item.kind === 'text')
      for (const reading of unshownWords(item)) if (!overlaps(readings.get(item), reading)) note(item, reading)
  for (const [item, found] of readings)
    readings.set(
      item,
      [...found].sort((a, b) => a.from - b.from),
    )
  return readings
}
