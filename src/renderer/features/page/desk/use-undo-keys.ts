import { useEffect, useRef } from 'react'
import { isTextTarget, type KeyBinding, matches } from '../../../app/keys.ts'
import { onMac } from '../../../app/use-keys.ts'

export const undoKeys = {
  undo: { code: 'KeyZ', ctrl: true },
  redo: { code: 'KeyZ', ctrl: true, shift: true },
} as const satisfies Record<string, KeyBinding>

interface Undoing {
  readonly undo: () => void
  readonly redo: () => void
}

/** Takes steps back and does them again by key; text that is being written has its own history. */
export const useUndoKeys = (actions: Undoing): void => {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTextTarget(event.target)) return
      const undo = matches(undoKeys.undo, event, onMac())
      const redo = matches(undoKeys.redo, event, onMac()) || matches({ code: 'KeyY', ctrl: true }, event, onMac())
      if (!undo && !redo) return
      event.preventDefault()
      if (undo) latest.current.undo()
      else latest.current.redo()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
