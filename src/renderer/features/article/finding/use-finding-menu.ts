import type { Editor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import type { KeyBinding } from '../../../app/keys.ts'
import { useKeys } from '../../../app/use-keys.ts'
import type { Findings, PlacedFinding } from './use-findings.ts'

const keys = {
  next: { code: 'F7' },
  previous: { code: 'F7', shift: true },
} as const satisfies Record<string, KeyBinding>

/** The menu at a word that was found: opened by a click of the other button, and by F7, which goes on to the next one. */
export const useFindingMenu = (editor: Editor | null, findings: Findings) => {
  const [open, setOpen] = useState<PlacedFinding | null>(null)
  const latest = useRef(findings)
  useEffect(() => {
    latest.current = findings
  })
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
  useEffect(() => {
    if (!editor) return
    const { dom } = editor.view
    const onMenu = (event: MouseEvent) => {
      const position = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
      const found = latest.current.open.find(({ from, to }) => position !== undefined && from <= position && position <= to)
      if (!found) return
      event.preventDefault()
      latest.current.show(found)
      setOpen(found)
    }
    dom.addEventListener('contextmenu', onMenu)
    return () => dom.removeEventListener('contextmenu', onMenu)
  }, [editor])
  return { open, close: () => setOpen(null) }
}
