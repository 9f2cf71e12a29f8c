import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type BlockWords, wordsOf } from '../../../../shared/article/words/block-words.ts'
import type { BlockEdits } from '../../../../shared/article/words/edit-words.ts'
import { type FindQuery, type Match, replacementFor, toPattern } from '../../../../shared/language/find/find-text.ts'
import { rewrite } from '../editor/rewrite.ts'
import { showWords } from '../editor/word-marks.ts'
import { createSearcher, startFindWorker } from './searcher.ts'

interface Hit {
  readonly block: BlockWords
  readonly match: Match
  readonly from: number
  readonly to: number
}

/** What was found in the text as it was when it was looked through. */
interface Hits {
  readonly doc: Editor['state']['doc'] | null
  readonly hits: readonly Hit[]
  readonly trouble: 'none' | 'tooSlow' | 'noExpression'
}

const nothing: Hits = { doc: null, hits: [], trouble: 'none' }

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

const hitsOf = (blocks: readonly BlockWords[], matches: readonly (readonly Match[])[]): readonly Hit[] =>
  blocks.flatMap((block, at) =>
    (matches[at] ?? []).flatMap((match): Hit[] => {
      const ranges = block.ranges(match.from, match.to)
      const [first, last] = [ranges[0], ranges.at(-1)]
      const crosses = block.text.slice(match.from, match.to).includes('\n')
      return first && last && !crosses ? [{ block, match, from: first.from, to: last.to }] : []
    }),
  )

const toEdits = (hits: readonly Hit[], by: string, regexp: boolean): readonly BlockEdits[] => {
  const blocks = new Map<BlockWords, BlockEdits['edits'][number][]>()
  for (const { block, match } of hits) {
    const edits = blocks.get(block) ?? []
    edits.push({ from: match.from, to: match.to, insert: replacementFor(match, by, regexp) })
    blocks.set(block, edits)
  }
  return [...blocks].map(([block, edits]) => ({ block, edits }))
}

/** Shows a hit and selects it; the keyboard stays where it is. */
const select = (editor: Editor, { from, to }: Hit): void => {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)).scrollIntoView())
}

/** Finding and replacing in the text of an article; `start` is what is looked for first. */
export const useFind = (editor: Editor, start: string): Find => {
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

  /** Looks through the text; with `from` shows the first place at or behind it. */
  const look = useRef((_from: number | null) => {})
  useEffect(() => {
    look.current = (from) => {
      if (editor.isDestroyed) return
      if (query.text !== '' && !toPattern(query)) {
        setFound({ ...nothing, trouble: 'noExpression' })
        setCurrent(-1)
        return
      }
      const { doc } = editor.state
      const blocks = wordsOf(doc)
      const texts = blocks.map(({ text }) => text)
      searcher.search(texts, query, (matches) => {
        const hits = matches === 'tooSlow' ? [] : hitsOf(blocks, matches)
        setFound({ doc, hits, trouble: matches === 'tooSlow' ? 'tooSlow' : 'none' })
        if (from === null) {
          setCurrent((now) => Math.min(now, hits.length - 1))
          return
        }
        const behind = hits.findIndex((hit) => hit.from >= from)
        const next = behind >= 0 ? behind : hits.length > 0 ? 0 : -1
        setCurrent(next)
        const hit = hits[next]
        if (hit && editor.state.doc === doc) select(editor, hit)
      })
    }
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is looked up from where the caret is.
  useEffect(() => {
    look.current(editor.state.selection.from)
  }, [editor, query])

  useEffect(() => {
    let timer = 0
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => look.current(null), pause)
    }
    editor.on('update', later)
    return () => {
      window.clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor])

  useEffect(() => {
    if (found.doc !== null && found.doc !== editor.state.doc) return
    showWords(
      editor,
      'find',
      found.hits.flatMap(({ block, match }, at) =>
        block.ranges(match.from, match.to).map((range) => ({ ...range, look: at === current ? 'found found-in-hand' : 'found' })),
      ),
    )
  }, [editor, found, current])
  useEffect(() => () => showWords(editor, 'find', []), [editor])

  const fresh = found.doc === editor.state.doc
  const take = (at: number) => {
    const hit = found.hits[at]
    if (!hit || !fresh) return
    setCurrent(at)
    select(editor, hit)
  }
  return {
    query,
    setQuery: (change) => setQuery((now) => ({ ...now, ...change })),
    count: found.hits.length,
    current,
    trouble: found.trouble,
    go: (back) => {
      const { from, to } = editor.state.selection
      const next = back ? found.hits.findLastIndex((hit) => hit.to <= from) : found.hits.findIndex((hit) => hit.from >= to)
      take(next >= 0 ? next : back ? found.hits.length - 1 : 0)
    },
    replaceOne: (by) => {
      const hit = found.hits[current]
      if (!hit || !fresh) return 0
      const before = editor.state.doc.content.size
      rewrite(editor, toEdits([hit], by, query.regexp))
      look.current(hit.to + editor.state.doc.content.size - before)
      return 1
    },
    replaceAll: (by) => {
      if (!fresh) return 0
      const { length } = found.hits
      rewrite(editor, toEdits(found.hits, by, query.regexp))
      look.current(null)
      return length
    },
  }
}
