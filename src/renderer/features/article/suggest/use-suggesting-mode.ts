import { useMemo, useState } from 'react'
import type { Author } from '../../../../shared/article/suggestion/author.ts'
import { useSession } from '../../../app/session.tsx'

/** Whether what is written now is a suggestion, and whose. */
export interface SuggestingMode {
  readonly author: Author | null
  /** Nobody can suggest without having said who they are. */
  readonly possible: boolean
  readonly toggle: () => void
}

/** Suggesting on or off, for the person at this window. */
export const useSuggestingMode = (readOnly: boolean): SuggestingMode => {
  const { person } = useSession()
  const [on, setOn] = useState(false)
  const id = person?.id ?? null
  const author = useMemo(
    () =>
      on && id !== null && !readOnly
        ? { person: id, now: () => Date.now(), newId: () => crypto.randomUUID().slice(0, 13) }
        : null,
    [on, id, readOnly],
  )
  const possible = id !== null && !readOnly
  return { author, possible, toggle: () => setOn((now) => possible && !now) }
}
