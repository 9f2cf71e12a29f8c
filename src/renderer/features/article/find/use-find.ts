import { useEffect, useMemo, useRef, useState } from 'react'
import { byStretch, type StretchEdits } from '../../../../shared/article/words/edit-stretches.ts'
import type { Stretch, StretchPart } from '../../../../shared/article/words/stretch.ts'
import { type FindQuery, type Match, replacementFor, toPattern } from '../../../../shared/language/find/find-text.ts'
import type { ArticleWords, Reading } from '../words/article-words.ts'
import { createSearcher, startFindWorker } from './searcher.ts'

interface Hit extends StretchPart {
  readonly match: Match
}

/** What was found in the text as it was when it was looked through. */
interface Hits {
  readonly reading: Reading | null
  readonly hits: readonly Hit[]
  readonly trouble: 'none' | 'tooSlow' | 'noExpression'
}

const nothing: Hits = { reading: null, hits: [], trouble: 'none' }

/** How long the text rests before it is looked through again, in milliseconds: typing never waits for it. */
const pause = 150

export interface Find {
  readonly query: FindQuery
  readonly setQuery: (change: Partial<FindQuery>) => void
  readonly count: number
  /** The place in hand, counted from 0; −1 for none. */
  readonly current: number
  readonly trouble: Hits['trouble']
  readonly go: (back: boolean) => void
  /** Replaces the place in hand and goes on to the next; returns how many were replaced. */
  readonly replaceOne: (by: string) => number
  readonly replaceAll: (by: string) => number
}

const hitsOf = (stretches: readonly Stretch[], matches: readonly (readonly Match[])[]): readonly Hit[] =>
  stretches.flatMap((stretch, at) =>
    (matches[at] ?? []).flatMap((match): Hit[] => {
      const { from, to } = match
      return stretch.text.slice(from, to).includes('\n') ? [] : [{ stretch, match, from, to }]
    }),
  )

const toEdits = (hits: readonly Hit[], by: string, regexp: boolean): readonly StretchEdits[] =>
  byStretch(
    hits.map(({ stretch, match, from, to }) => ({ stretch, edit: { from, to, insert: replacementFor(match, by, regexp) } })),
  )

/** A place in a reading: which stretch, and where in its text. */
interface Place {
  readonly at: number
  readonly offset: number
}

/** The first hit at or behind a place of a stretch, else the first of all; −1 for none. */
const firstFrom = (hits: readonly Hit[], { stretches }: Reading, { at, offset }: Place): number => {
  const behind = hits.findIndex(({ stretch, from }) => {
    const index = stretches.indexOf(stretch)
    return index > at || (index === at && from >= offset)
  })
  return behind < 0 && hits.length > 0 ? 0 : behind
}

/** The last hit that ends in front of a place of a stretch, else the last of all; −1 for none. */
const lastBefore = (hits: readonly Hit[], { stretches }: Reading, { at, offset }: Place): number => {
  const before = hits.findLastIndex(({ stretch, to }) => {
    const index = stretches.indexOf(stretch)
    return index < at || (index === at && to <= offset)
  })
  return before < 0 ? hits.length - 1 : before
}

/** Finding and replacing in the text of an article; `start` is what is looked for first. */
export const useFind = (words: ArticleWords, start: string): Find => {
  const [query, setQuery] = useState<FindQuery>({ text: start, wholeWords: false, matchCase: false, yoIsYe: true, regexp: false })
  const [found, setFound] = useState<Hits>(nothing)
  const [current, setCurrent] = useState(-1)
  const searcher = useMemo(
    () =>
      createSearcher({
        start: startFindWorker,
        after: (milliseconds, callback) => {
          const timer = window.setTimeout(callback, milliseconds)
          return () => window.clearTimeout(timer)
        },
      }),
    [],
  )
  useEffect(() => searcher.close, [searcher])

  /** Looks through the text for this; with a place shows the first hit at or behind it. */
  const look = useRef((_wanted: FindQuery, _from: Place | 'caret' | null) => {})
  useEffect(() => {
    look.current = (wanted, from) => {
      if (wanted.text !== '' && !toPattern(wanted)) {
        setFound({ ...nothing, trouble: 'noExpression' })
        setCurrent(-1)
        return
      }
      const reading = words.read()
      const { stretches } = reading
      const texts = stretches.map(({ text }) => text)
      searcher.search(texts, wanted, (matches) => {
        const hits = matches === 'tooSlow' ? [] : hitsOf(stretches, matches)
        setFound({ reading, hits, trouble: matches === 'tooSlow' ? 'tooSlow' : 'none' })
        if (from === null) {
          setCurrent((now) => Math.min(now, hits.length - 1))
          return
        }
        const caret = words.caret(reading)
        const next = firstFrom(hits, reading, from === 'caret' ? { at: caret?.at ?? 0, offset: caret?.from ?? 0 } : from)
        setCurrent(next)
        const hit = hits[next]
        if (hit && words.isCurrent(reading)) words.select(hit, false)
      })
    }
  })

  useEffect(() => look.current(query, 'caret'), [query])

  useEffect(() => {
    let timer = 0
    const stop = words.follow(() => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => look.current(query, null), pause)
    }, false)
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [words, query])

  const { reading, hits } = found
  useEffect(() => {
    if (reading !== null && !words.isCurrent(reading)) return
    words.show(
      'find',
      hits.map((hit, at) => ({ ...hit, look: at === current ? 'found found-in-hand' : 'found' })),
    )
  }, [words, reading, hits, current])
  useEffect(() => () => words.show('find', []), [words])

  return {
    query,
    setQuery: (change) => setQuery((now) => ({ ...now, ...change })),
    count: hits.length,
    current,
    trouble: found.trouble,
    go: (back) => {
      const caret = reading && words.isCurrent(reading) ? words.caret(reading) : null
      if (!reading || !caret) return
      const { at, from, to } = caret
      const next = back ? lastBefore(hits, reading, { at, offset: from }) : firstFrom(hits, reading, { at, offset: to })
      const hit = hits[next]
      if (!hit) return
      setCurrent(next)
      words.select(hit, false)
    },
    replaceOne: (by) => {
      const hit = hits[current]
      if (!hit || !reading || !words.isCurrent(reading)) return 0
      const edits = toEdits([hit], by, query.regexp)
      words.rewrite(reading, edits)
      const [inserted = ''] = edits.flatMap((each) => each.edits.map(({ insert }) => insert))
      look.current(query, { at: reading.stretches.indexOf(hit.stretch), offset: hit.from + inserted.length })
      return 1
    },
    replaceAll: (by) => {
      if (!reading || !words.isCurrent(reading)) return 0
      words.rewrite(reading, toEdits(hits, by, query.regexp))
      look.current(query, null)
      return hits.length
    },
  }
}
