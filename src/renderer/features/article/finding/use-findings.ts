import { useCallback, useEffect, useMemo, useState } from 'react'
import { namesPeople, type StretchPart } from '../../../../shared/article/words/stretch.ts'
import { languageApi } from '../../../../shared/language/api.ts'
import type { HouseRule } from '../../../../shared/language/house/house-style.ts'
import type { Client } from '../../../api/client.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import type { ArticleWords, Reading } from '../words/article-words.ts'
import { type Checker, createChecker } from './checker.ts'
import type { Finding } from './protocol.ts'
import { startChecking } from './start-checking.ts'

/** A finding at its place in the text as it was when it was looked through. */
export interface PlacedFinding extends StretchPart {
  readonly id: string
  readonly finding: Finding
  /** The words it is about. */
  readonly words: string
  /** The rule it breaks; null of spelling. */
  readonly rule: HouseRule | null
}

interface Placed {
  readonly reading: Reading | null
  readonly findings: readonly PlacedFinding[]
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
  readonly next: (back: boolean) => PlacedFinding | null
  readonly suggest: (word: string) => Promise<readonly string[]>
  /** Puts these words in its place. */
  readonly fix: (finding: PlacedFinding, by: string) => void
  /** Says no more of these words in this window. */
  readonly skip: (finding: PlacedFinding) => void
}

const keyOf = ({ finding, words }: PlacedFinding): string => (finding.kind === 'house' ? `${finding.rule} ${words}` : words)

const looks = [
  ['finding', 'house-breach'],
  ['spelling', 'unknown-word'],
] as const

/** What house style and spelling have to say about the text, at most half a second behind the keys. */
export const useFindings = (words: ArticleWords | null): Findings => {
  const client = useClient()
  const checker = useMemo(() => checkerOf(client), [client])
  const language = useQuery(languageApi.read, {}, ['language', 'workspace'])
  const [placed, setPlaced] = useState<Placed>({ reading: null, findings: [] })
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const [dictionary, setDictionary] = useState<boolean | null>(checker.dictionary)
  const { value } = language

  useEffect(() => {
    if (value) checker.learn(value.rules, value.words)
  }, [checker, value])

  useEffect(() => {
    if (!words) return
    const rules = new Map((value?.rules ?? []).map((rule) => [rule.id, rule]))
    let timer: number | null = null
    const read = () => {
      timer = null
      setDictionary(checker.dictionary())
      if (!value) return
      const reading = words.read()
      const found = checker.findings(reading.stretches.map(({ text }) => text))
      // Until all of it is looked through, what was found before stands.
      if (found.includes(null)) return
      const caret = words.caret(reading)
      const findings = reading.stretches.flatMap((stretch, at) =>
        (found[at] ?? []).flatMap((finding): PlacedFinding[] => {
          const { from, to } = finding
          const written = stretch.text.slice(from, to)
          // A word that is being written is not judged yet.
          const inHand = caret?.isFocused && caret.at === at && caret.from === to && caret.to === to
          const isName = namesPeople(stretch) && /^\p{Lu}/u.test(written)
          if (finding.kind === 'spelling' && (inHand || isName)) return []
          const rule = finding.kind === 'house' ? (rules.get(finding.rule) ?? null) : null
          return [{ id: `${stretch.id}:${from}:${to}`, finding, stretch, words: written, rule, from, to }]
        }),
      )
      setPlaced({ reading, findings })
    }
    const rest = () => {
      if (timer !== null) window.clearTimeout(timer)
    }
    const later = () => {
      rest()
      timer = window.setTimeout(read, pause)
    }
    later()
    const onKnown = () => {
      // While somebody types, the next pause brings it.
      if (timer === null) read()
    }
    const stops = [words.follow(later, true), checker.subscribe(onKnown)]
    return () => {
      rest()
      for (const stop of stops) stop()
    }
  }, [words, checker, value])

  const open = useMemo(() => placed.findings.filter((finding) => !skipped.has(keyOf(finding))), [placed, skipped])
  const { reading } = placed
  useEffect(() => {
    if (!words || !reading || !words.isCurrent(reading)) return
    for (const [layer, look] of looks)
      words.show(
        layer,
        open.filter(({ finding }) => (finding.kind === 'house') === (layer === 'finding')).map((part) => ({ ...part, look })),
      )
  }, [words, reading, open])

  /** A finding of a moment ago is looked up in the text as it is now. */
  const stands = useCallback(
    ({ stretch, from, to, words: written }: PlacedFinding): { reading: Reading; part: StretchPart } | null => {
      const now = words?.read()
      const own = now?.stretches.find(({ id }) => id === stretch.id)
      return now && own?.text.slice(from, to) === written ? { reading: now, part: { stretch: own, from, to } } : null
    },
    [words],
  )
  return {
    open,
    dictionary,
    show: (finding, keepFocus = false) => {
      const now = stands(finding)
      if (now) words?.select(now.part, !keepFocus)
    },
    next: (back) => {
      const caret = reading && words?.caret(reading)
      if (!reading || !caret) return null
      const placeOf = ({ stretch }: PlacedFinding) => reading.stretches.indexOf(stretch) - caret.at
      const found = back
        ? open.findLast((finding) => placeOf(finding) < 0 || (placeOf(finding) === 0 && finding.to <= caret.from))
        : open.find((finding) => placeOf(finding) > 0 || (placeOf(finding) === 0 && finding.from >= caret.to))
      return found ?? (back ? open.at(-1) : open[0]) ?? null
    },
    suggest: checker.suggest,
    fix: (finding, by) => {
      const now = stands(finding)
      if (!now) return
      const { stretch, from, to } = now.part
      words?.rewrite(now.reading, [{ stretch, edits: [{ from, to, insert: by }] }])
    },
    skip: (finding) => setSkipped((before) => new Set(before).add(keyOf(finding))),
  }
}
