import type { Editor } from '@tiptap/react'
import type { Verdict } from '../../../../shared/article/suggestion/settle.ts'
import type { KeyBinding } from '../../../app/keys.ts'
import { useKeys } from '../../../app/use-keys.ts'
import { decide, nextSuggestion, showSuggestion, suggestionAt } from './decide.ts'

export const suggestionKeys = {
  mode: { code: 'KeyE', ctrl: true, shift: true },
  accept: { code: 'Enter', ctrl: true, alt: true },
  reject: { code: 'Backspace', ctrl: true, alt: true },
  next: { code: 'F8' },
  previous: { code: 'F8', shift: true },
} as const satisfies Record<string, KeyBinding>

/** The keys of suggestions, in the text and out of it. */
export const useSuggestionKeys = (editor: Editor | null, readOnly: boolean, onMode: () => void): void => {
  const go = (back: boolean) => {
    const next = editor && nextSuggestion(editor, back)
    if (editor && next) showSuggestion(editor, next)
  }
  const decideHere = (verdict: Verdict) => {
    const here = editor && !readOnly ? suggestionAt(editor) : null
    if (!editor || !here) return
    decide(editor, verdict, new Set([here.id]))
    go(false)
  }
  useKeys([
    { binding: suggestionKeys.mode, run: onMode },
    { binding: suggestionKeys.accept, run: () => decideHere('accept'), beforeText: true },
    { binding: suggestionKeys.reject, run: () => decideHere('reject'), beforeText: true },
    { binding: suggestionKeys.next, run: () => go(false) },
    { binding: suggestionKeys.previous, run: () => go(true) },
  ])
}
