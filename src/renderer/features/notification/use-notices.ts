import { useEffect } from 'react'
import { desktopApi } from '../../../shared/desktop/api.ts'
import { notificationApi } from '../../../shared/notification/api.ts'
import { type Dependency, useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import { describeNotice } from './describe-notice.ts'

const dependencies: readonly Dependency[] = [
  'notification',
  'article',
  'workflow',
  'issue',
  'calendar',
  'signoff',
  'staff',
  'settings',
]

/** More than this at once are told in one line: after a holiday nobody wants forty. */
const mostAtOnce = 3

/** What the person at this window is to know, looked at with every change and every minute; new things reach the system too. */
export const useNotices = () => {
  const text = useText().notification
  const format = useFormat()
  const client = useClient()
  const now = useMinute()
  const { person, staff, workspace } = useSession()
  const { value, refresh } = useQuery(notificationApi.list, person ? {} : null, dependencies)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each minute something may be due.
  useEffect(() => refresh(), [now, refresh])

  const fresh = value?.items.find(({ isSeen }) => !isSeen)?.id ?? null
  const mayTell = client.desktop !== null && !workspace.readOnly && fresh !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when there is something new, not when words change.
  useEffect(() => {
    if (!mayTell) return
    void client.call(notificationApi.tell, {}).then((told) => {
      if (!told.ok || told.value.items.length === 0) return
      const { items } = told.value
      const described = items.map((notice) => describeNotice(notice, { words: text, format, staff, now: Date.now() }))
      const shown = items.length > mostAtOnce ? [{ title: text.many(items.length), what: text.manyBody }] : described
      for (const { title, what } of shown) void client.call(desktopApi.notify, { title, body: what })
    })
  }, [mayTell, fresh, value?.unread])

  return { notices: value, now, refresh }
}
