import { useEffect, useState } from 'react'
import { useSession } from '../../app/session.tsx'

/**
 * When the person at this window looked at their desk before, in milliseconds since 1970; kept on this computer. Whoever never looked has
 * nothing to catch up with.
 */
export const useLastLook = (): number => {
  const { workspace, person } = useSession()
  const key = `newsroom.looked:${workspace.folder ?? ''}:${person?.id ?? ''}`
  const [look, setLook] = useState<{ readonly key: string; readonly since: number }>({ key: '', since: 0 })
  useEffect(() => {
    setLook({ key, since: Number(window.localStorage.getItem(key) ?? Number.MAX_SAFE_INTEGER) })
    return () => window.localStorage.setItem(key, String(Date.now()))
  }, [key])
  return look.key === key ? look.since : Number.MAX_SAFE_INTEGER
}
