import type * as Y from 'yjs'
import { z } from 'zod'

/** Letters of the surroundings that lost words remember, UTF-16 units. */
const contextLimit = 60

const settledSchema = z.object({
  /** `placed` back into the text by a person, or thrown away by one. */
  how: z.enum(['placed', 'discarded']),
  person: z.string().nullable(),
  /** Milliseconds since 1970. */
  at: z.number(),
})

/** Words that somebody typed and nobody deleted, and that are no longer in the text. */
export const lostTextSchema = z.object({
  /** Follows from the letters themselves: two programs that notice the same loss give it the same id. */
  id: z.string(),
  text: z.string().min(1),
  /** What stood before and behind them; empty where nobody knows any more. */
  before: z.string(),
  after: z.string(),
  /** Who typed them; null where that is not known. */
  person: z.string().nullable(),
  /** When it was noticed, milliseconds since 1970. */
  at: z.number(),
  /** What a person decided about them; null while nobody has. */
  settled: settledSchema.nullable(),
})
export type LostText = z.infer<typeof lostTextSchema>

/** Name of the map of lost words in an article's Yjs document; it is no part of what an approval signs (rule J15). */
export const lostName = 'lost'

const entriesOf = (doc: Y.Doc): readonly LostText[] =>
  [...doc.getMap(lostName).values()].flatMap((value) => lostTextSchema.safeParse(value).data ?? [])

/** The lost words of a document that wait for a decision and those that had one; in each the oldest first. */
export const lostTextsOf = (doc: Y.Doc): readonly LostText[] =>
  [...entriesOf(doc)].sort(
    (a, b) => Number(a.settled !== null) - Number(b.settled !== null) || a.at - b.at || (a.id < b.id ? -1 : 1),
  )

/** Calls back after every change of the lost words; returns how to stop. */
export const observeLost = (doc: Y.Doc, changed: () => void): (() => void) => {
  const map = doc.getMap(lostName)
  map.observe(changed)
  return () => map.unobserve(changed)
}

/** Lost words as `applyGuarded` finds them; `isNew` says that they came with the update itself. */
export interface LostRun extends Pick<LostText, 'id' | 'text' | 'before' | 'after'> {
  readonly isNew: boolean
}

/** Puts lost words into the document, so that every window and every copy has them. */
export const keepLost = (doc: Y.Doc, runs: readonly LostRun[], author: string | null, at: number): void => {
  const map = doc.getMap(lostName)
  doc.transact(() => {
    for (const { isNew, before, after, ...run } of runs)
      if (!map.has(run.id))
        map.set(run.id, {
          ...run,
          before: before.slice(-contextLimit),
          after: after.slice(0, contextLimit),
          person: isNew ? author : null,
          ...{ at, settled: null },
        })
  })
}

/** Remembers what a person decided; the words stay on record. False where nothing waits under this id. */
export const settleLost = (doc: Y.Doc, id: string, settled: NonNullable<LostText['settled']>): boolean => {
  const entry = lostTextSchema.safeParse(doc.getMap(lostName).get(id)).data
  if (!entry || entry.settled !== null) return false
  doc.getMap(lostName).set(id, { ...entry, settled })
  return true
}
