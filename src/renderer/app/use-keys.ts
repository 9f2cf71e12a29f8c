import { useEffect, useRef } from 'react'
import { isMac, isTextTarget, type KeyBinding, matches } from './keys.ts'

export interface KeyHandler {
  readonly binding: KeyBinding
  readonly run: () => void
}

export const onMac = (): boolean => isMac(navigator.platform)

/** Listens to these keys while the component is mounted; single keys only outside of text. */
export const useKeys = (handlers: readonly KeyHandler[]): void => {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    const mac = onMac()
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const handler = latest.current.find(({ binding }) => matches(binding, event, mac))
      if (!handler) return
      const single = !handler.binding.ctrl && !handler.binding.alt && !/^F\d/.test(handler.binding.code)
      if (single && isTextTarget(event.target)) return
      event.preventDefault()
      handler.run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
