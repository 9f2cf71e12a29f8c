import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { BlockWords } from '../../../../shared/article/words/block-words.ts'
import { wordsOf } from '../../../../shared/article/words/block-words.ts'
import { languageApi } from '../../../../shared/language/api.ts'
import type { HouseRule } from '../../../../shared/language/house/house-style.ts'
import type { Client } from '../../../api/client.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { rewrite } from '../editor/rewrite.ts'
import { showWords } from '../editor/word-marks.ts'
import { type Checker, createChecker } from './checker.ts'
import type { Finding } from './protocol.ts'
import { startChecking } from './start-checking.ts'

/** A finding at its place in the text as it was when it was looked through. */
export interface PlacedFinding {
  readonly id: string
  readonly finding: Finding
  readonly block: BlockWords
  /** The words it is about. */
  readonly words: string
  /** The rule it breaks; null of spelling. */
  readonly rule: HouseRule | null
  readonly from: number
  readonly to: number
}

/** How long the text rests before it is looked through again, in milliseconds: typing never waits for it. */
const pause = 400

const checkers = new WeakMap<Client, Checker>()
const checkerOf = (client: Client): Checker => {
  const checker = checkers.get(client) ?? createChecker({ start: startChecking })
  checkers.set(client, checker)
  return checker
}

export interface Findings {
  readonly open: readonly PlacedFinding[]
  readonly dictionary: boolean | null
  /** Shows one in the text and selects its words; `keepFocus` leaves the keyboard where it is. */
  readonly show: (finding: PlacedFinding, keepFocus?: boolean) => void
  /** The one at the caret. */
  readonly here: () => PlacedFinding | null
  readonly next: (back: boolean) => PlacedFinding | null
  readonly suggest: (word: string) => Promise<readonly string[]>
  /** Puts these words in its place. */
  readonly fix: (finding: PlacedFinding, by: string) => void
  /** Says no more of these words in this window. */
  readonly skip: (finding: PlacedFinding) => void
}

const keyOf = ({ finding, words }: PlacedFinding): string => (finding.kind === 'house' ? `${finding.rule} ${words}` : words)

/** What house style and spelling have to say about the text, at most half a second behind the keys. */
export const useFindings = (editor: Editor | null): Findings => {
  const client = useClient()
  const checker = useMemo(() => checkerOf(client), [client])
  const language = useQuery(languageApi.read, {}, ['language', 'workspace'])
  const [placed, setPlaced] = useState<readonly PlacedFinding[]>([])
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const [dictionary, setDictionary] = useState<boolean | null>(checker.dictionary)
  const { value } = language

  useEffect(() => {
    if (value) checker.learn(value.rules, value.words)
  }, [checker, value])

  useEffect(() => {
    if (!editor) return
    const rules = new Map((value?.rules ?? []).map((rule) => [rule.id, rule]))
    let timer = 0
    const read = () => {
      setDictionary(checker.dictionary())
      if (editor.isDestroyed || !value) return
      const blocks = wordsOf(editor.state.doc)
      const found = checker.findings(blocks.map(({ text }) => text))
      const { head, empty } = editor.state.selection
      setPlaced(
        blocks.flatMap((block, at) =>
          (found[at] ?? []).flatMap((finding): PlacedFinding[] => {
            const ranges = block.ranges(finding.from, finding.to)
            const [first, last] = [ranges[0], ranges.at(-1)]
            // A word that is being written is not judged yet.
            const inHand = finding.kind === 'spelling' && empty && editor.isFocused && head === last?.to
            if (!first || !last || inHand) return []
            const words = block.text.slice(finding.from, finding.to)
            const rule = finding.kind === 'house' ? (rules.get(finding.rule) ?? null) : null
            return [
              { id: `${block.index}:${finding.from}:${finding.to}`, finding, block, words, rule, from: first.from, to: last.to },
            ]
          }),
        ),
      )
    }
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(read, pause)
    }
    later()
    editor.on('update', later)
    editor.on('selectionUpdate', later)
    const stop = checker.subscribe(later)
    return () => {
      window.clearTimeout(timer)
      editor.off('update', later)
      editor.off('selectionUpdate', later)
      stop()
    }
  }, [editor, checker, value])

  const open = useMemo(() => placed.filter((finding) => !skipped.has(keyOf(finding))), [placed, skipped])
  useEffect(() => {
    if (!editor || editor.isDestroyed) return
    const { size } = editor.state.doc.content
    for (const kind of ['house', 'spelling'] as const)
      showWords(
        editor,
        kind === 'house' ? 'finding' : 'spelling',
        open
          .filter(({ finding, to }) => finding.kind === kind && to <= size)
          .map(({ from, to }) => ({ from, to, look: kind === 'house' ? 'house-breach' : 'unknown-word' })),
      )
  }, [editor, open])

  /** A finding of a moment ago is looked up in the text as it is now. */
  const stands = useCallback(
    ({ block, finding, words }: PlacedFinding): BlockWords | null => {
      const now = editor ? wordsOf(editor.state.doc)[block.index] : undefined
      return now && now.text.slice(finding.from, finding.to) === words ? now : null
    },
    [editor],
  )
  const at = (position: number) => open.find(({ from, to }) => from <= position && to >= position) ?? null
  return {
    open,
    dictionary,
    show: (finding, keepFocus = false) => {
      const block = stands(finding)
      if (!editor || !block) return
      const ranges = block.ranges(finding.finding.from, finding.finding.to)
      const [first, last] = [ranges[0], ranges.at(-1)]
      if (!first || !last) return
      const { doc, tr } = editor.state
      editor.view.dispatch(tr.setSelection(TextSelection.create(doc, first.from, last.to)).scrollIntoView())
      if (!keepFocus) editor.view.focus()
    },
    here: () => (editor ? at(editor.state.selection.head) : null),
    next: (back) => {
      if (!editor) return null
      const { from, to } = editor.state.selection
      const found = back ? open.findLast((finding) => finding.to <= from) : open.find((finding) => finding.from >= to)
      return found ?? (back ? open.at(-1) : open[0]) ?? null
    },
    suggest: checker.suggest,
    fix: (finding, by) => {
      const block = stands(finding)
      if (!editor || !block) return
      rewrite(editor, [{ block, edits: [{ from: finding.finding.from, to: finding.finding.to, insert: by }] }])
    },
    skip: (finding) => setSkipped((before) => new Set(before).add(keyOf(finding))),
  }
}
