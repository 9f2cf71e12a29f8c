import { useState } from 'react'
import type { KeyBinding } from '../../../app/keys.ts'
import { onMac, useKeys } from '../../../app/use-keys.ts'
import type { ArticleWords } from '../words/article-words.ts'

interface Open {
  readonly start: string
  readonly replacing: boolean
  /** How often it was opened: each time begins anew. */
  readonly times: number
}

const keys = {
  find: { code: 'KeyF', ctrl: true },
  replace: { code: 'KeyH', ctrl: true },
  /** On macOS ⌘ H hides the program. */
  replaceOnMac: { code: 'KeyF', ctrl: true, alt: true },
} as const satisfies Record<string, KeyBinding>

/** A word or two are looked for when they are selected; a paragraph is not. */
const longest = 80

/** Whether finding is open, and for what; the keys that open it. */
export const useFinding = (words: ArticleWords | null) => {
  const [open, setOpen] = useState<Open | null>(null)
  const show = (replacing: boolean) => {
    if (!words) return
    const reading = words.read()
    const caret = words.caret(reading)
    const selected = caret ? (reading.stretches[caret.at]?.text.slice(caret.from, caret.to) ?? '') : ''
    const start = selected.includes('\n') || selected.length > longest ? '' : selected
    setOpen((now) => ({ start, replacing, times: (now?.times ?? 0) + 1 }))
  }
  const find = () => show(false)
  const replace = () => show(true)
  useKeys([
    { binding: keys.find, run: find, beforeText: true },
    { binding: onMac() ? keys.replaceOnMac : keys.replace, run: replace, beforeText: true },
  ])
  return {
    open,
    find,
    close: () => {
      setOpen(null)
      words?.focus()
    },
  }
}
