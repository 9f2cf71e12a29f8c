import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { DeskArticle } from '../../shared/desk/item.ts'
import { isDone } from '../../shared/issue/issue.ts'
import { noticeLimit, type notificationApi } from '../../shared/notification/api.ts'
import { type Notice, noticesOf, workersOf } from '../../shared/notification/notification.ts'
import { deskArticlesOf } from '../desk/desk-articles.ts'
import type { Newsroom } from '../newsroom.ts'
import { plannedState } from '../signoff/standing.ts'
import { nothingSeen, type PersonNotices } from './notification-store.ts'

/** Marks are kept for so long after they were made, in milliseconds: what they are about is gone by then. */
const keptFor = 120 * 24 * 3_600_000

/** Issues whose pages are all signed or at the printer, and which are not signed themselves. */
const readyIssues = async (newsroom: Newsroom): Promise<readonly string[]> => {
  const ready: string[] = []
  for (const serial of newsroom.signOffs.signed(newsroom.issues.serials())) {
    const entry = newsroom.issues.entry(serial)
    const issue = entry && !isDone(entry) ? await newsroom.issues.get(serial) : null
    if (!issue) continue
    const states = Array.from({ length: issue.pages }, (_, at) => plannedState(newsroom, issue, at + 1))
    if (states.every((state) => state === 'signed' || state === 'sent')) ready.push(serial)
  }
  return ready
}

const nobody = failure('forbidden', 'Не сказано, кому уведомления.', { todo: 'Выберите себя в шапке справа.' })

export const notificationHandlers = (newsroom: Newsroom): Handlers<typeof notificationApi> => {
  const { notifications, environment } = newsroom
  const ofPerson = (person: string): PersonNotices => notifications.get().people[person] ?? nothingSeen

  /** Who worked on each returned text; only their records are read. */
  const workersOn = async (articles: readonly DeskArticle[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
    const workers = new Map<string, ReadonlySet<string>>()
    for (const { id, status, last } of articles)
      if (last?.action === 'return' && status === 'inProgress')
        workers.set(id, workersOf((await newsroom.workflow.get(id))?.steps ?? []))
    return workers
  }

  const noticesFor = async (person: string | null): Promise<readonly Notice[]> => {
    const member = newsroom.staff().find(({ id, dismissedAt }) => id === person && dismissedAt === undefined)
    if (!member) return []
    const desk = deskArticlesOf(newsroom)
    const { muted } = ofPerson(member.id)
    const articles = desk.articles()
    const notices = noticesOf({
      person: member.id,
      roles: member.roles,
      articles,
      issues: desk.issues(),
      schedule: newsroom.settings.get().publication.schedule,
      now: environment.now(),
      mentions: notifications.get().mentions,
      workers: await workersOn(articles),
      toSign: await readyIssues(newsroom),
    })
    return notices.filter(({ kind }) => !muted.includes(kind))
  }

  const change = async (person: string, edit: (now: PersonNotices) => PersonNotices): Promise<void> => {
    const oldest = environment.now() - keptFor
    const recent = (marks: PersonNotices['seen']) => Object.fromEntries(Object.entries(marks).filter(([, at]) => at >= oldest))
    const now = notifications.get()
    const next = edit(now.people[person] ?? nothingSeen)
    const kept = { ...next, seen: recent(next.seen), told: recent(next.told) }
    await notifications.put({ ...now, people: { ...now.people, [person]: kept } })
    newsroom.emit({ type: 'changed', feature: 'notification', id: person })
  }

  const marked = (marks: PersonNotices['seen'], ids: readonly string[]): PersonNotices['seen'] => ({
    ...marks,
    ...Object.fromEntries(ids.map((id) => [id, environment.now()])),
  })

  return {
    list: async (_input, { person }) => {
      const notices = await noticesFor(person)
      const { seen, muted } = person === null ? nothingSeen : ofPerson(person)
      const items = notices.map((notice) => ({ ...notice, isSeen: Object.hasOwn(seen, notice.id) }))
      const unread = items.filter(({ isSeen }) => !isSeen).length
      return success({ items: items.slice(0, noticeLimit), unread, muted: [...muted] })
    },
    see: async ({ ids }, { person }) => {
      if (person === null) return nobody
      await change(person, (now) => ({ ...now, seen: marked(now.seen, ids) }))
      return success({})
    },
    tell: async (_input, { person }) => {
      if (person === null) return nobody
      const notices = await noticesFor(person)
      const { seen, told } = ofPerson(person)
      const items = notices.filter(({ id }) => !Object.hasOwn(seen, id) && !Object.hasOwn(told, id))
      const ids = items.map(({ id }) => id)
      if (ids.length > 0) await change(person, (now) => ({ ...now, told: marked(now.told, ids) }))
      return success({ items: items.slice(0, noticeLimit) })
    },
    mute: async ({ kinds }, { person }) => {
      if (person === null) return nobody
      await change(person, (now) => ({ ...now, muted: [...new Set(kinds)] }))
      return success({})
    },
  }
}
