import { z } from 'zod'
import type { PageDisplay } from '../layout/display.ts'
import { type PlacedWord, pageWords, textParts } from './page-words.ts'
import { around, distance, type Place } from './place.ts'

/** Some words of a page, told so that they are found again on another state of it. */
export const quoteSchema = z.object({
  article: z.string().nullable(),
  part: z.enum(textParts),
  words: z.string(),
  /** The words before and after them. */
  lead: z.string(),
  tail: z.string(),
})
export type Quote = z.infer<typeof quoteSchema>

/** Words on each side that a place is recognised by. */
const context = 4
/** Words that may have come between those neighbours where the quoted ones are gone. */
const widest = 24

const split = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '')

const joined = (words: readonly PlacedWord[]): string => words.map(({ text }) => text).join(' ')

/** The places at which a row of words begins in a text. */
const starts = (words: readonly PlacedWord[], sought: readonly string[]): readonly number[] =>
  sought.length === 0
    ? []
    : words.flatMap((_, at) => (sought.every((word, index) => words[at + index]?.text === word) ? [at] : []))

const placesFrom = (words: readonly PlacedWord[], from: number, to: number): Place[] =>
  words.slice(from, to).flatMap(({ places }) => places)

/** How many of the neighbours of a place are those that are told. */
const likeness = (words: readonly PlacedWord[], from: number, to: number, lead: readonly string[], tail: readonly string[]) =>
  lead.filter((word, index) => words[from - lead.length + index]?.text === word).length +
  tail.filter((word, index) => words[to + index]?.text === word).length

/**
 * Where quoted words stand on a page; where they are gone, what stands between their old neighbours. Null where neither
 * is there.
 */
export const findQuote = (page: PageDisplay, quote: Quote): readonly Place[] | null => {
  const words = pageWords(page).find(({ article, part }) => article === quote.article && part === quote.part)?.words ?? []
  const [sought, lead, tail] = [split(quote.words), split(quote.lead), split(quote.tail)]
  const found = starts(words, sought)
    .map((from) => ({ from, like: likeness(words, from, from + sought.length, lead, tail) }))
    .toSorted((a, b) => b.like - a.like)[0]
  // The same short word may stand in many places: it needs a neighbour to be known again.
  if (found !== undefined && (found.like > 0 || lead.length + tail.length === 0))
    return placesFrom(words, found.from, found.from + sought.length)
  const [before, after] = [lead.slice(-2), tail.slice(0, 2)]
  const from = starts(words, before).map((at) => at + before.length)[0]
  const to = starts(words, after).find((at) => from !== undefined && at >= from && at - from <= widest)
  if (from === undefined || to === undefined) return null
  if (to > from) return placesFrom(words, from, to)
  const end = words[from - 1]?.places.at(-1)
  return end === undefined ? null : [{ x: end.x + end.width, y: end.y, width: 0, height: end.height }]
}

/**
 * The place on a page where these words stand, the nearest to a point where they stand more than once; the first without
 * a point. Null where they do not stand on it.
 */
export const quoteOf = (
  page: PageDisplay,
  text: string,
  near: { readonly x: number; readonly y: number } | null,
): Quote | null => {
  const sought = split(text)
  const candidates = pageWords(page).flatMap(({ article, part, words }) =>
    starts(words, sought).map((from) => ({ article, part, words, from, to: from + sought.length })),
  )
  const away = ({ words, from, to }: (typeof candidates)[number]): number => {
    const place = around(placesFrom(words, from, to))
    return near === null || place === null ? 0 : distance(place, { ...near, width: 0, height: 0 })
  }
  const best = candidates.toSorted((a, b) => away(a) - away(b))[0]
  if (best === undefined) return null
  const { article, part, words, from, to } = best
  return {
    ...{ article, part, words: sought.join(' ') },
    lead: joined(words.slice(Math.max(0, from - context), from)),
    tail: joined(words.slice(to, to + context)),
  }
}
