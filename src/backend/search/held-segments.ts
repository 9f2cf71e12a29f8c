import type { SearchedSegment } from './match.ts'
import type { MergePart } from './merge-segments.ts'
import type { Segment } from './segment.ts'

/** A segment in use: which of its articles are still as it has them, and its file if it has one. */
export interface HeldSegment extends SearchedSegment, MergePart {
  readonly file: string | null
  living: number
  words: number
}

/** The segments in use; every article is alive in one of them at most. */
export interface HeldSegments {
  all(): readonly HeldSegment[]
  /** The hash at which an article can be found now; null when it can't. */
  hashOf(id: string): string | null
  /** How many articles can be found. */
  size(): number
  ids(): Iterable<string>
  /** Takes a segment in; its articles replace those of the same id unless `wanted` says otherwise. */
  add(segment: Segment, file: string | null, wanted?: (id: string, hash: string) => boolean): HeldSegment
  /** Makes an article not to be found any more. */
  forget(id: string): void
  /** Lets a segment go; articles alive in it are forgotten with it. */
  drop(held: HeldSegment): void
}

export const holdSegments = (): HeldSegments => {
  const segments = new Set<HeldSegment>()
  const places = new Map<string, { readonly held: HeldSegment; readonly at: number }>()

  const forget = (id: string): void => {
    const place = places.get(id)
    if (!place) return
    place.held.alive[place.at] = 0
    place.held.living -= 1
    place.held.words -= place.held.segment.articles[place.at]?.length ?? 0
    places.delete(id)
  }

  return {
    all: () => [...segments],
    hashOf: (id) => {
      const place = places.get(id)
      return place?.held.segment.articles[place.at]?.hash ?? null
    },
    size: () => places.size,
    ids: () => places.keys(),
    add: (segment, file, wanted = () => true) => {
      const held: HeldSegment = { segment, file, alive: new Uint8Array(segment.articles.length), living: 0, words: 0 }
      for (const [at, { id, hash, length }] of segment.articles.entries()) {
        if (!wanted(id, hash)) continue
        forget(id)
        held.alive[at] = 1
        held.living += 1
        held.words += length
        places.set(id, { held, at })
      }
      segments.add(held)
      return held
    },
    forget,
    drop: (held) => {
      for (const [at, { id }] of held.segment.articles.entries()) if (held.alive[at] === 1) places.delete(id)
      segments.delete(held)
    },
  }
}

/** Segments of about one size (within four times) are merged when there are this many of them. */
const together = 4
/** Articles of a merged segment, at most: finishing and writing a larger one would hold requests up for over 15 ms. */
const largest = 8192

const tierOf = (held: HeldSegment): number => Math.floor(Math.log2(Math.max(1, held.living)) / 2)

/** What should be merged next, or null: alike segments, or one that is mostly out of date. */
export const nextMerge = (segments: readonly HeldSegment[]): readonly HeldSegment[] | null => {
  const decayed = segments.find(({ living, alive }) => living * 2 < alive.length)
  if (decayed) return [decayed]
  for (const tier of [...new Set(segments.map(tierOf))].sort((a, b) => a - b)) {
    const alike = segments.filter((held) => tierOf(held) === tier)
    if (alike.length < together) continue
    const merge: HeldSegment[] = []
    let size = 0
    for (const held of alike) {
      if (size + held.living > largest) continue
      merge.push(held)
      size += held.living
    }
    if (merge.length >= together) return merge
  }
  return null
}
