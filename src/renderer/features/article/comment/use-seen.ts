import { useCallback, useState } from 'react'
import { useSession } from '../../../app/session.tsx'

/**
 * When the person at this window last looked at the comments of an article, in milliseconds since 1970, and how to say
 * that they look now; kept on this computer (rule H6).
 */
export const useSeen = (article: string): { readonly since: number; readonly see: () => void } => {
  const { workspace, person } = useSession()
  const key = `newsroom.commentsSeen:${workspace.folder ?? ''}:${person?.id ?? ''}:${article}`
  const [seen, setSeen] = useState({ key: '', at: 0 })
  const since = seen.key === key ? seen.at : Number(window.localStorage.getItem(key) ?? 0)
  const see = useCallback(() => {
    const at = Date.now()
    window.localStorage.setItem(key, String(at))
    setSeen({ key, at })
  }, [key])
  return { since, see }
}
