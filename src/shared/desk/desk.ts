import type { Schedule } from '../assignment/schedule.ts'
import { endOfDay } from '../calendar/day.ts'
import type { ArticleStatus, Role, WorkflowAction } from '../workflow/states.ts'
import { openActions } from '../workflow/transitions.ts'
import { authorsOf, type DeskArticle, type DeskIssue, dueOf } from './item.ts'

/** Why an article lies on somebody's desk. */
export const deskReasons = [
  'topic',
  'noPeople',
  'write',
  'returned',
  'edit',
  'proofread',
  'approve',
  'changed',
  'variant',
  'place',
  'photos',
  'publish',
  'chase',
] as const
export type DeskReason = (typeof deskReasons)[number]

/** One row of a desk. */
export interface DeskItem {
  readonly article: DeskArticle
  readonly reason: DeskReason
  /** When the present stage ends, in milliseconds since 1970; null where nobody says. */
  readonly due: number | null
  /** By how many milliseconds the stage is late; null where it is not. */
  readonly late: number | null
  /** What the person would do next with it; null where there is nothing but to look. */
  readonly next: WorkflowAction | null
}

/** Somebody's desk: each article lies in one heap. */
export interface Desk {
  readonly late: readonly DeskItem[]
  /** What others have done and this person is to go on with. */
  readonly waiting: readonly DeskItem[]
  /** What this person has in hand for today, and for the days after. */
  readonly today: readonly DeskItem[]
  readonly ahead: readonly DeskItem[]
  /** The earliest moment at which something of theirs is due. */
  readonly nearest: number | null
}

/** Who sits at the desk, and what there is to look at. */
export interface DeskView {
  /** Null for nobody: their desk is empty. */
  readonly person: string | null
  readonly roles: readonly Role[]
  readonly articles: readonly DeskArticle[]
  readonly issues: ReadonlyMap<string, DeskIssue>
  readonly schedule: Schedule
  readonly now: number
  /** The desk of the whole newsroom: what waits for anybody. */
  readonly everybody?: boolean
}

/** Roles for which an article in this state is the next piece of work. */
const workOf: Readonly<Partial<Record<ArticleStatus, { readonly reason: DeskReason; readonly roles: readonly Role[] }>>> = {
  pitch: { reason: 'topic', roles: ['managingEditor', 'issueEditor', 'sectionEditor'] },
  filed: { reason: 'edit', roles: ['subEditor', 'sectionEditor'] },
  edited: { reason: 'proofread', roles: ['proofreader'] },
  proofread: { reason: 'approve', roles: ['editorInChief'] },
}

/** Those who plan the issue see what is late with anybody. */
const chasers: readonly Role[] = ['editorInChief', 'managingEditor', 'issueEditor', 'sectionEditor']
const deliverers: readonly Role[] = ['managingEditor', 'sectionEditor']
const ready: ReadonlySet<ArticleStatus> = new Set(['filed', 'edited', 'proofread', 'approved'])
const awaited: ReadonlySet<ArticleStatus> = new Set(['assigned', 'inProgress'])

const holds = (held: readonly Role[], wanted: readonly Role[]): boolean => wanted.some((role) => held.includes(role))

/** Why an article waits for somebody; null where it does not. `mine` says that the text is theirs. */
const reasonFor = (article: DeskArticle, roles: readonly Role[], mine: boolean, everybody: boolean): DeskReason | null => {
  const { status, last } = article
  const may = (wanted: readonly Role[]) => everybody || holds(roles, wanted)
  if (awaited.has(status)) {
    if (mine) return last?.action === 'return' ? 'returned' : 'write'
    // The chief answers to readers for a mistake that was printed.
    if (authorsOf(article).length === 0)
      return may(article.corrects === null ? deliverers : [...deliverers, 'editorInChief']) ? 'noPeople' : null
    return everybody ? (last?.action === 'return' ? 'returned' : 'write') : null
  }
  if ((status === 'approved' || status === 'published') && article.changedAfterApproval)
    return may(['editorInChief']) ? 'changed' : null
  const work = workOf[status]
  if (work && may(work.roles)) return work.reason
  if (ready.has(status) && article.asksPhotos && article.photos === 0 && may(['pictureEditor'])) return 'photos'
  if (ready.has(status) && article.issue !== null && article.page === null && may(['layoutArtist', 'issueEditor'])) return 'place'
  return status === 'approved' && article.page !== null && may(['socialEditor']) ? 'publish' : null
}

/** A variant that waits keeps its channel from being sent to, whether its issue is out or not (rule N8). */
const variantItem = (article: DeskArticle, { roles, everybody = false }: DeskView): DeskItem | null => {
  const { variant, status } = article
  if (variant === null || article.changedAfterApproval || (status !== 'approved' && status !== 'published')) return null
  const wanted: readonly Role[] = variant === 'unapproved' ? ['editorInChief'] : ['socialEditor', 'editorInChief']
  return everybody || holds(roles, wanted) ? { article, reason: 'variant', due: null, late: null, next: null } : null
}

const steps: Readonly<Partial<Record<DeskReason, WorkflowAction>>> = {
  topic: 'assign',
  edit: 'edit',
  proofread: 'proofread',
  approve: 'approve',
  changed: 'approve',
}

const nextStep = (article: DeskArticle, reason: DeskReason, roles: readonly Role[], mine: boolean): WorkflowAction | null => {
  const writing = reason === 'write' || reason === 'returned'
  // A text is filed by those who wrote it.
  if (writing && !mine) return null
  const wanted = writing ? (article.status === 'assigned' ? 'start' : 'file') : steps[reason]
  return wanted !== undefined && openActions(article.status, roles, article.changedAfterApproval).includes(wanted) ? wanted : null
}

/** What is due first stands first; what nobody has set a time for comes last, the newest of it in front. */
const compareItems = (a: DeskItem, b: DeskItem): number =>
  (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER) ||
  (b.article.last?.at ?? 0) - (a.article.last?.at ?? 0) ||
  (a.article.id < b.article.id ? -1 : 1)

/** Does this article come to this desk? As an item, or null. */
const itemOf = (article: DeskArticle, view: DeskView): DeskItem | null => {
  const { person, roles, now, schedule, issues, everybody = false } = view
  const variant = variantItem(article, view)
  if (variant !== null) return variant
  const issue = article.issue === null ? null : (issues.get(article.issue) ?? null)
  if (issue?.isOut) return null
  const due = dueOf(article, issue, schedule)
  const late = due !== null && due < now ? now - due : null
  const mine = person !== null && authorsOf(article).includes(person)
  const reason = reasonFor(article, roles, mine, everybody)
  if (reason !== null) return { article, reason, due, late, next: nextStep(article, reason, roles, mine) }
  return late !== null && holds(roles, chasers) ? { article, reason: 'chase', due, late, next: null } : null
}

/**
 * Somebody's desk by their roles: what is late, what waits for them, what they have in hand today and later. Each article
 * lies in the first of these heaps that it belongs to; those who plan also see what is late with others.
 */
export const deskOf = (view: DeskView): Desk => {
  if (view.person === null) return { late: [], waiting: [], today: [], ahead: [], nearest: null }
  const items = view.articles.flatMap((article) => itemOf(article, view) ?? []).sort(compareItems)
  const late = items.filter((item) => item.late !== null)
  const onTime = items.filter((item) => item.late === null)
  const inHand = (item: DeskItem) => item.reason === 'write' && item.article.status === 'inProgress'
  const waiting = onTime.filter((item) => !inHand(item))
  const hand = onTime.filter(inHand)
  const end = endOfDay(view.now)
  const isToday = ({ due }: DeskItem) => due !== null && due <= end
  return {
    late,
    waiting,
    today: hand.filter(isToday),
    ahead: hand.filter((item) => !isToday(item)),
    nearest: onTime.find(({ due }) => due !== null)?.due ?? null,
  }
}

/** How many things wait for the person: the number beside «Мой стол». What is late with others is not among them. */
export const waitingCount = ({ late, waiting }: Desk): number =>
  waiting.length + late.filter(({ reason }) => reason !== 'chase').length
