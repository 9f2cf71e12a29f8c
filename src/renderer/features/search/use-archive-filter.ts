import { useState } from 'react'
import { type ArchiveFilter, archiveFilterSchema, wholeArchive } from '../../../shared/search/archive.ts'
import { useSession } from '../../app/session.tsx'

const read = (key: string): ArchiveFilter => {
  try {
    const kept = archiveFilterSchema.safeParse(JSON.parse(window.sessionStorage.getItem(key) ?? 'null'))
    return kept.success ? kept.data : wholeArchive
  } catch {
    return wholeArchive
  }
}

/** What the person is looking for; it stays while they look at what was found. */
export const useArchiveFilter = (): readonly [ArchiveFilter, (filter: ArchiveFilter) => void] => {
  const { workspace } = useSession()
  const key = `newsroom.archive:${workspace.folder ?? ''}`
  const [filter, setFilter] = useState(() => read(key))
  return [
    filter,
    (next) => {
      window.sessionStorage.setItem(key, JSON.stringify(next))
      setFilter(next)
    },
  ]
}
