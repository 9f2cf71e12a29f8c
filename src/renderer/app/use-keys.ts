import { useEffect, useRef } from 'react'
import { isMac, isTextTarget, type KeyBinding, matches } from './keys.ts'

export interface KeyHandler {
  readonly binding: KeyBinding
  readonly run: () => void
  /** Heard before the text under the caret hears it: an editor keeps Enter and Backspace, whatever is held with them. */
  readonly beforeText?: boolean
}

/** On an element whose field answers Ctrl Enter and Esc itself: the program's keys leave it alone. */
export const ownKeys = { 'data-own-keys': '' } as const

const hasOwnKeys = ({ target }: KeyboardEvent): boolean => target instanceof Element && target.closest('[data-own-keys]') !== null

export const onMac = (): boolean => isMac(navigator.platform)

/** Listens to these keys while the component is mounted; single keys only outside of text. */
export const useKeys = (handlers: readonly KeyHandler[]): void => {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    const mac = onMac()
    const answer = (event: KeyboardEvent, beforeText: boolean) => {
      if (event.defaultPrevented || hasOwnKeys(event)) return
      const handler = latest.current.find(
        (candidate) => (candidate.beforeText ?? false) === beforeText && matches(candidate.binding, event, mac),
      )
      if (!handler) return
      const single = !handler.binding.ctrl && !handler.binding.alt && !/^F\d/.test(handler.binding.code)
      if (single && isTextTarget(event.target)) return
      event.preventDefault()
      if (beforeText) event.stopPropagation()
      handler.run()
    }
    const listen = (event: KeyboardEvent) => answer(event, false)
    const listenFirst = (event: KeyboardEvent) => answer(event, true)
    window.addEventListener('keydown', listen)
    window.addEventListener('keydown', listenFirst, true)
    return () => {
      window.removeEventListener('keydown', listen)
      window.removeEventListener('keydown', listenFirst, true)
    }
  }, [])
}
