import { useEffect, useRef } from 'react'
import { holdPlace } from './router.ts'

/**
 * While `isUnsaved`, keeps the window at its place: a way to another one is handed to `ask`, which may take it later. The
 * window itself is closed only after the question browsers ask.
 */
export const useLeaveGuard = (isUnsaved: boolean, ask: (wanted: string) => void): void => {
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  useEffect(() => {
    if (!isUnsaved) return
    const release = holdPlace((wanted) => latest.current(wanted))
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => {
      release()
      window.removeEventListener('beforeunload', hold)
    }
  }, [isUnsaved])
}
