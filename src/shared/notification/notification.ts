import { z } from 'zod'
import { type DeskItem, type DeskView, deskOf } from '../desk/desk.ts'
import { authorsOf, type DeskArticle } from '../desk/item.ts'
import type { WorkflowStep } from '../workflow/approval.ts'
import type { Role } from '../workflow/states.ts'

/** What a person is told of. */
export const noticeKinds = ['assigned', 'returned', 'mentioned', 'toSign', 'dueSoon', 'late', 'escalation'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Somebody was asked in a comment to look. */
export const mentionSchema = z.object({
  /** Id of the message that names them. */
  id: z.string(),
  person: z.string(),
  article: z.string(),
  by: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  text: z.string(),
})
export type Mention = z.infer<typeof mentionSchema>

export const noticeSchema = z.object({
  /** Made of what it is about, so that the same thing is told once, also after a restart. */
  id: z.string(),
  kind: z.enum(noticeKinds),
  /** Since when it is so, in milliseconds since 1970. */
  at: z.number(),
  article: z.string().nullable(),
  issue: z.string().nullable(),
  headline: z.string(),
  /** Whose deed it was, where it was somebody's. */
  by: z.string().nullable(),
  /** Their words. */
  text: z.string(),
  /** When it is due or goes to press; null where no time matters. */
  due: z.number().nullable(),
  /** Stories of the issue that are not approved. */
  count: z.number(),
})
export type Notice = z.infer<typeof noticeSchema>

const hour = 3_600_000
/** How long before its end a stage is told to be near, in milliseconds. */
export const soonBefore = 3 * hour
/** How long before press time it is told who plans that stories are not approved, in milliseconds. */
export const escalateBefore = 6 * hour
/** How long after press time an issue is still asked about, in milliseconds. */
const forgottenAfter = 3 * 24 * hour

/** What a person's notices follow from. */
export interface NoticeView extends Omit<DeskView, 'everybody'> {
  readonly mentions: readonly Mention[]
  /** Who wrote, edited or proofread each returned article, by its id. */
  readonly workers: ReadonlyMap<string, ReadonlySet<string>>
  /** Serials of issues whose pages are all signed or at the printer, while the issue is not. */
  readonly toSign: readonly string[]
}

const escalated: readonly Role[] = ['managingEditor']
const signing: readonly Role[] = ['editorInChief']

const blank = { article: null, issue: null, headline: '', by: null, text: '', due: null, count: 0 } as const

const aboutArticle = ({ id, headline, issue }: DeskArticle) => ({ ...blank, article: id, headline, issue })

/** What others did with a text of this person. */
const deedsOf = (article: DeskArticle, person: string, workers: ReadonlySet<string> | undefined): readonly Notice[] => {
  const { id, last, status } = article
  if (!last || last.person === person) return []
  const isOwn = authorsOf(article).includes(person)
  const told = { ...aboutArticle(article), at: last.at, by: last.person, text: last.remark, due: article.deadline }
  if (last.action === 'assign' && isOwn) return [{ ...told, id: `assigned ${id} ${last.at}`, kind: 'assigned' }]
  return last.action === 'return' && status === 'inProgress' && (isOwn || workers?.has(person) === true)
    ? [{ ...told, id: `returned ${id} ${last.at}`, kind: 'returned' }]
    : []
}

/** A piece of work that waits for this person: its signature, or its end that is near or past. */
const workOf = ({ article, reason, due, late }: DeskItem, now: number): readonly Notice[] => {
  if (reason === 'chase') return []
  const told = { ...aboutArticle(article), due }
  const { last } = article
  const notices: Notice[] = []
  if (reason === 'approve' || reason === 'changed')
    notices.push({
      ...told,
      ...{ id: `toSign ${reason} ${article.id} ${last?.at ?? 0}`, kind: 'toSign', at: last?.at ?? now, by: last?.person ?? null },
    })
  if (due !== null && late !== null) notices.push({ ...told, id: `late ${article.id} ${due}`, kind: 'late', at: due })
  else if (due !== null && due - now <= soonBefore)
    notices.push({ ...told, id: `dueSoon ${article.id} ${due}`, kind: 'dueSoon', at: due - soonBefore })
  return notices
}

/** Steps by which a person has worked on a text. */
const working: ReadonlySet<WorkflowStep['action']> = new Set(['create', 'start', 'file', 'edit', 'proofread'])

/** Who has worked on a text, by the steps it has taken. */
export const workersOf = (steps: readonly WorkflowStep[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ action, person }) => (person !== null && working.has(action) ? [person] : [])))

const isDone = ({ status, changedAfterApproval }: DeskArticle): boolean =>
  (status === 'approved' || status === 'published') && !changedAfterApproval

/** Issues close to their press time, or past it, in which stories are not approved. */
const escalationsOf = ({ roles, issues, articles, now }: NoticeView): readonly Notice[] => {
  if (!roles.some((role) => escalated.includes(role))) return []
  return [...issues.values()].flatMap(({ serial, pressTime, isOut }) => {
    if (isOut || now < pressTime - escalateBefore || now > pressTime + forgottenAfter) return []
    const open = articles.filter((each) => each.issue === serial && each.status !== 'onHold' && !isDone(each))
    if (open.length === 0) return []
    const at = pressTime - escalateBefore
    return [
      {
        ...blank,
        id: `escalation ${serial} ${pressTime}`,
        kind: 'escalation',
        at,
        issue: serial,
        due: pressTime,
        count: open.length,
      },
    ]
  })
}

/** Everything a person is to know now, the newest first; each thing has one id for good. */
export const noticesOf = (view: NoticeView): readonly Notice[] => {
  const { person, roles, articles, issues, mentions, workers, toSign, now } = view
  if (person === null) return []
  const { late, waiting, today, ahead } = deskOf(view)
  const maySign = roles.some((role) => signing.includes(role))
  const headlineOf = new Map(articles.map(({ id, headline }) => [id, headline]))
  return [
    ...articles.flatMap((article) => deedsOf(article, person, workers.get(article.id))),
    ...[...late, ...waiting, ...today, ...ahead].flatMap((item) => workOf(item, now)),
    ...mentions
      .filter((mention) => mention.person === person)
      .map(({ id, article, by, at, text }): Notice => {
        const headline = headlineOf.get(article) ?? ''
        return { ...blank, id: `mentioned ${id}`, kind: 'mentioned', article, headline, by, at, text }
      }),
    ...(maySign ? toSign : []).map((serial): Notice => {
      const due = issues.get(serial)?.pressTime ?? null
      return { ...blank, id: `toSign issue ${serial}`, kind: 'toSign', at: now, issue: serial, due }
    }),
    ...escalationsOf(view),
  ].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}
