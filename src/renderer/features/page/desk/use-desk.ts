import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Issue } from '../../../../shared/issue/issue.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import type { Desk, DeskView } from './desk.ts'
import { deskOf } from './desks.ts'

/** The desk of an issue, in step with what is stored. */
export const useDesk = (issue: Issue): { readonly desk: Desk; readonly view: DeskView } => {
  const client = useClient()
  const text = useText().page.desk
  const { serial, placements, dummies } = issue
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the issue has later is read below, whenever it changes.
  const desk = useMemo(
    () => deskOf(client, serial, { placements, dummies }, (name) => ({ code: 'conflict', ...text.overtaken(name) })),
    [client, serial],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: an issue that was read anew has changed.
  useEffect(() => void desk.refresh(), [desk, issue])
  const subscribe = useCallback((listener: () => void) => desk.subscribe(listener), [desk])
  return { desk, view: useSyncExternalStore(subscribe, desk.view) }
}
