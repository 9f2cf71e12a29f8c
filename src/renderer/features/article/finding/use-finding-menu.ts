import { useEffect, useState } from 'react'
import type { KeyBinding } from '../../../app/keys.ts'
import { useKeys } from '../../../app/use-keys.ts'
import type { ArticleWords } from '../words/article-words.ts'
import type { Findings, PlacedFinding } from './use-findings.ts'

const keys = {
  next: { code: 'F7' },
  previous: { code: 'F7', shift: true },
} as const satisfies Record<string, KeyBinding>

/** The menu at a word that was found: opened by a click of the other button, and by F7, which goes on to the next one. */
export const useFindingMenu = (words: ArticleWords | null, findings: Findings) => {
  const [open, setOpen] = useState<PlacedFinding | null>(null)
  const go = (back: boolean) => {
    const next = findings.next(back)
    if (!next) return
    findings.show(next)
    setOpen(next)
  }
  useKeys([
    { binding: keys.next, run: () => go(false) },
    { binding: keys.previous, run: () => go(true) },
  ])
  useEffect(
    () =>
      words?.followMenu((event) => {
        const found = words.partAt(findings.open, event)
        if (!found) return
        event.preventDefault()
        findings.show(found)
        setOpen(found)
      }),
    [words, findings],
  )
  return { open, close: () => setOpen(null) }
}
