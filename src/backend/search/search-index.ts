import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { BackendEvent } from '../../shared/api/events.ts'
import { readArticle, type SearchedNewsroom } from './article-content.ts'
import { type HeldSegment, holdSegments, nextMerge } from './held-segments.ts'
import { type Ranked, type SearchOptions, search } from './match.ts'
import { mergeSegments } from './merge-segments.ts'
import type { Term } from './query.ts'
import type { Segment } from './segment.ts'
import { segmentBuilder } from './segment-builder.ts'
import { openSegmentFolder } from './segment-folder.ts'
import { inSlices, type Pacer, pacer } from './slices.ts'

/** What a question found, and how far the index is while it is behind. */
export interface Found {
  readonly total: number
  readonly best: readonly Ranked[]
  readonly indexing: { readonly done: number; readonly total: number } | null
}

/** The index of a newsroom's articles: derived, kept in segments, brought up to date in the background. */
export interface SearchIndex {
  /** Answers from what is known by now; with `whole`, after every article was read. */
  find(terms: readonly Term[], options: SearchOptions, whole: boolean): Promise<Found>
  /** Takes note of what changed. */
  hear(event: BackendEvent): void
  /** Begins to read the index, and what is missing in it, once the folder has been open for a while. */
  startSoon(): void
  /** Ends the work in the background and keeps what it has done. */
  close(): Promise<void>
}

/** Where the index lies in a newsroom's folder. */
const indexFolder = 'search'
/** Articles of one new segment: what can be built without a pause, in about 15 ms. */
const batchSize = 256
/** Smaller segments are not worth a file until the folder is closed. */
const worthSaving = 64
/** How long after opening the index is read, and after a change it is brought up to date, in milliseconds. */
const idleAfter = 3000
const changeAfter = 1000
/** A question waits this long for the index to catch up before it is answered from what there is, in milliseconds. */
const patience = 150
/** Fewer articles than this on their way are not worth mentioning. */
const worthMentioning = 20

const reason = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

export const openSearchIndex = (newsroom: SearchedNewsroom): SearchIndex => {
  const { environment, articles, readOnly } = newsroom
  const folder = openSegmentFolder(environment, join(newsroom.folder, indexFolder), readOnly)
  const held = holdSegments()
  /** Articles to look at. */
  const waiting = new Set<string>()
  let started = false
  let compared = false
  let closed = false
  let working: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null

  const isBehind = (): boolean => !compared || waiting.size > 0
  const hashNow = (id: string): string | null => articles.cell(id, 'contentHash') || null

  const drop = async (segment: HeldSegment): Promise<void> => {
    held.drop(segment)
    if (segment.file !== null) await folder.remove(segment.file)
  }

  const load = async ({ pause }: Pacer): Promise<void> => {
    for (const name of await folder.list()) {
      if (closed) return
      const segment = await folder.read(name)
      if (!segment) continue
      // Where two have an article, the one that has it as it is now counts.
      const added = held.add(
        segment,
        name,
        (id, hash) => hash === hashNow(id) || (held.hashOf(id) === null && hashNow(id) !== null),
      )
      if (added.living === 0) await drop(added)
      await pause()
    }
  }

  /** Finds out what the index lacks and what it has too much. */
  const compare = async ({ pause }: Pacer): Promise<void> => {
    for (const [at, id] of articles.ids().entries()) {
      if (held.hashOf(id) !== hashNow(id)) waiting.add(id)
      if (at % 1000 === 999) await pause()
    }
    for (const id of [...held.ids()]) if (!articles.has(id)) held.forget(id)
  }

  const adopt = async (segment: Segment, save: boolean, replaced: readonly HeldSegment[] = []): Promise<void> => {
    const file = save ? await folder.write(segment) : null
    const added = held.add(segment, file)
    for (const before of replaced) {
      held.drop(before)
      // Without the new file the old ones are what the next opening has.
      if (before.file !== null && file !== null) await folder.remove(before.file)
    }
    if (added.living === 0) await drop(added)
  }

  const takeIn = async ({ pause }: Pacer): Promise<void> => {
    const builder = segmentBuilder()
    for (const id of waiting) {
      if (closed || builder.size() >= batchSize) break
      waiting.delete(id)
      if (held.hashOf(id) === hashNow(id)) continue
      const article = await readArticle(newsroom, id)
      if (article) builder.add(id, article.hash, article.content)
      else held.forget(id)
      await pause()
    }
    if (builder.size() > 0) await adopt(builder.build(), builder.size() >= worthSaving)
    for (const segment of held.all()) if (segment.living === 0) await drop(segment)
  }

  const merge = async (parts: readonly HeldSegment[], pace: Pacer): Promise<void> => {
    const merged = await inSlices(mergeSegments(parts), pace)
    const save = merged.articles.length >= worthSaving || parts.some(({ file }) => file !== null)
    await adopt(merged, save, parts)
  }

  const catchUp = async (): Promise<void> => {
    const pace = pacer()
    if (!started) {
      started = true
      await load(pace)
    }
    while (!closed && isBehind()) {
      if (!compared) {
        compared = true
        await compare(pace)
      }
      await takeIn(pace)
      for (let parts = nextMerge(held.all()); parts && !closed; parts = nextMerge(held.all())) await merge(parts, pace)
    }
  }

  const work = (): Promise<void> => {
    working ??= catchUp()
      .catch((error: unknown) => {
        environment.log(`${newsroom.folder}/${indexFolder}: ${reason(error)}`)
        waiting.clear()
      })
      .finally(() => {
        working = null
      })
    return working
  }

  const workIn = (milliseconds: number): void => {
    if (timer || closed) return
    timer = setTimeout(() => {
      timer = null
      void work()
    }, milliseconds)
    timer.unref()
  }

  const progress = (): Found['indexing'] => {
    const total = articles.ids().length
    if (!compared) return { done: 0, total }
    return waiting.size >= worthMentioning ? { done: Math.min(held.size(), total), total } : null
  }

  return {
    find: async (terms, options, whole) => {
      if (whole) while (isBehind() && !closed) await work()
      else if (isBehind()) await Promise.race([work(), wait(patience, undefined, { ref: false })])
      return { ...search(held.all(), terms, options), indexing: progress() }
    },
    hear: (event) => {
      if (event.type !== 'changed' || event.feature !== 'article' || !started) return
      if (event.id === null) compared = false
      else waiting.add(event.id)
      workIn(changeAfter)
    },
    startSoon: () => workIn(idleAfter),
    close: async () => {
      closed = true
      if (timer) clearTimeout(timer)
      await working
      const unsaved = held.all().filter(({ file, living }) => file === null && living > 0)
      if (unsaved.length > 0 && !readOnly) await folder.write(await inSlices(mergeSegments(unsaved), pacer()))
    },
  }
}
