import type { Term } from './query.ts'
import type { Segment } from './segment.ts'
import { type Weights, weigh } from './weigh.ts'

/** A segment as it is searched: articles that were changed since do not count. */
export interface SearchedSegment {
  readonly segment: Segment
  /** 1 for each article that is as it was when it was indexed. */
  readonly alive: Uint8Array
  /** How many are, and how many words they have together. */
  readonly living: number
  readonly words: number
}

export interface Ranked {
  readonly id: string
  readonly score: number
}

export interface SearchOptions {
  readonly limit: number
  readonly accepts: (id: string) => boolean
  /** Which of two equally good articles comes first: negative for the first. */
  readonly compare: (a: string, b: string) => number
}

/** How fast more of a word stops counting, and how much long articles are held back: the usual values of BM25. */
const saturation = 1.2
const lengthPart = 0.75

/** Keeps the best `limit` of what it is given, best first. */
const keepBest = (limit: number, compare: SearchOptions['compare']) => {
  const best: Ranked[] = []
  const isBefore = (a: Ranked, b: Ranked): boolean => a.score > b.score || (a.score === b.score && compare(a.id, b.id) < 0)
  return {
    best,
    offer: (ranked: Ranked): void => {
      const worst = best.at(-1)
      if (best.length === limit && worst && !isBefore(ranked, worst)) return
      const at = best.findIndex((other) => isBefore(ranked, other))
      best.splice(at < 0 ? best.length : at, 0, ranked)
      if (best.length > limit) best.pop()
    },
  }
}

/** Leaves in `common` only the articles that have every term. */
const intersect = (common: Uint8Array, weights: readonly Weights[]): void => {
  for (const ofTerm of weights) for (let i = 0; i < common.length; i += 1) if (ofTerm[i] === 0) common[i] = 0
}

const countOf = (weights: Weights, alive: Uint8Array): number => {
  let count = 0
  for (let i = 0; i < alive.length; i += 1) if (weights[i] !== 0 && alive[i] !== 0) count += 1
  return count
}

/** The articles that have every term, the best first (rules F3 to F5), and how many there are in all. */
export const search = (
  segments: readonly SearchedSegment[],
  terms: readonly Term[],
  { limit, accepts, compare }: SearchOptions,
): { readonly total: number; readonly best: readonly Ranked[] } => {
  if (terms.length === 0) return { total: 0, best: [] }
  const weighed = segments.map((searched) => ({ ...searched, weights: terms.map((term) => weigh(searched.segment, term)) }))
  const sum = (of: (searched: SearchedSegment) => number): number => segments.reduce((all, searched) => all + of(searched), 0)
  const count = sum(({ living }) => living)
  const average = Math.max(1, sum(({ words }) => words) / Math.max(1, count))
  // A word that few articles have says more about those that have it.
  const rarity = Float64Array.from(terms, (_, t) => {
    const having = weighed.reduce((all, { weights, alive }) => all + countOf(weights[t] ?? new Uint16Array(), alive), 0)
    return Math.log(1 + (count - having + 0.5) / (having + 0.5))
  })
  const { best, offer } = keepBest(limit, compare)
  let total = 0
  for (const { segment, alive, weights } of weighed) {
    const common = alive.slice()
    intersect(common, weights)
    for (let i = 0; i < common.length; i += 1) {
      if (common[i] === 0) continue
      const article = segment.articles[i]
      if (!article || !accepts(article.id)) continue
      total += 1
      const held = saturation * (1 - lengthPart + (lengthPart * article.length) / average)
      let score = 0
      for (let t = 0; t < weights.length; t += 1) {
        const weight = weights[t]?.[i] ?? 0
        score += ((rarity[t] ?? 0) * weight * (saturation + 1)) / (weight + held)
      }
      offer({ id: article.id, score })
    }
  }
  return { total, best }
}
