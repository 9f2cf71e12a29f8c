import { failure, type Result, success } from '../../../shared/api/result.ts'
import { emptyContent } from '../../../shared/article/content.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { counted } from '../../../shared/language/plural.ts'
import type { OutboxState } from '../../../shared/publishing/delivery.ts'
import type { Newsroom } from '../../newsroom.ts'
import { contentHash } from '../../workflow/content-hash.ts'
import { issueTitle } from '../channels/issue-part.ts'
import { channelAdapters } from '../channels/registry.ts'
import { knownIssue } from '../issue-online.ts'
import { isRemoved, livePost } from '../live-post.ts'
import { queueChange } from '../order-change.ts'
import { blankRow, mayBeOut, type OutboxRow } from '../outbox-row.ts'
import { publisherOf } from '../publishers.ts'
import { composeIssuePage } from './compose-page.ts'
import { type IssuePage, issuePageId, pageChangeId } from './issue-page.ts'
import { pageStateOf, stateDifference } from './page-state.ts'

interface PageOrder {
  readonly issue: string
  readonly channel: string
}

const safe = 'На сайт ничего не отправлено.'

/** Can this kind of channel take the page of an issue? */
export const takesIssuePages = (newsroom: Newsroom, channel: string): boolean => {
  const kind = newsroom.outbox.channels.get(channel)?.kind
  return kind !== undefined && channelAdapters[kind].issuePages === true
}

const onTheWay: ReadonlySet<OutboxState> = new Set(['scheduled', 'preparing', 'prepared', 'sending', 'retryWait'])
const atRest: ReadonlySet<OutboxState> = new Set(['cancelled', 'held', 'failed', 'needsPerson'])

/** Stories of the issue that are being brought to a site: a page made up now would lack their links. */
const comingStories = (newsroom: Newsroom, stories: readonly { readonly article: string }[]): number => {
  const known = new Set(stories.map(({ article }) => article))
  return new Set(
    [...newsroom.outbox.rows.all().values()].flatMap(({ article, channel, purpose, state, scheduledAt }) =>
      purpose === 'post' &&
      scheduledAt === null &&
      known.has(article) &&
      onTheWay.has(state) &&
      takesIssuePages(newsroom, channel)
        ? [article]
        : [],
    ),
  ).size
}

const contentOf = (issue: string) => ({ ...emptyContent, headline: issueTitle(issue) })

const unknownHere = 'Страница номера уже отправлялась из другой копии папки: вышла ли она, неизвестно. Проверьте сайт.'

const newRow = (newsroom: Newsroom, id: string, { channel }: PageOrder, page: IssuePage, person: string): OutboxRow => {
  const now = newsroom.environment.now()
  const decisions = newsroom.outbox.right.lastDecision(id)
  const known = decisions > 0
  const content = contentOf(page.issue)
  return {
    ...blankRow,
    ...{ channel, content, contentHash: contentHash(content), requestedBy: person, queuedAt: now, dueAt: now, issuePage: page },
    ...{ state: known ? 'unknown' : 'scheduled', decisions, doubt: known, checkAt: known ? 0 : null },
    reason: known ? unknownHere : null,
  }
}

/** Puts a page that is not out into the queue, made up anew; the row as it then is. */
const queuePage = async (newsroom: Newsroom, id: string, row: OutboxRow): Promise<OutboxRow> => {
  const { outbox } = newsroom
  const added = await outbox.add(id, row)
  if (added === row) return row
  return outbox.change(id, (now) =>
    atRest.has(now.state) && !mayBeOut(now)
      ? {
          ...row,
          ...{ state: 'scheduled', attempts: now.attempts, decisions: now.decisions, doubt: false, checkAt: null, reason: null },
          suspect: now.suspect || now.steps.some(({ suspect }) => suspect),
        }
      : null,
  )
}

const refusedState = (row: OutboxRow): Result<never> | null => {
  if (onTheWay.has(row.state))
    return failure('conflict', 'Страница номера уже отправляется на этот сайт.', {
      safe: 'Отправка продолжается.',
      todo: 'Дождитесь её конца.',
    })
  if (row.state !== 'sent' && mayBeOut(row))
    return failure('conflict', 'Вышла ли страница номера на сайте, неизвестно.', {
      safe: 'Второй раз она не отправлена.',
      todo: 'Спросите сайт или посмотрите сами и отметьте, вышла ли она.',
    })
  return null
}

/** Changes the page that is out into the one that would be made up now; nothing where they are the same. */
const updatePage = async (
  newsroom: Newsroom,
  post: string,
  issue: Issue,
  live: OutboxRow,
  person: string,
  job: string,
): Promise<Result<string>> => {
  const state = pageStateOf(newsroom, issue)
  const { issuePage } = live
  if (issuePage === null) throw new Error(`${post}: a page of no issue`)
  if (stateDifference(issuePage, state) === null)
    return failure('conflict', 'Страница номера на сайте уже такая.', { safe, todo: 'Менять в ней нечего.' })
  const page = await composeIssuePage(newsroom, issue, state, issuePage, job)
  if (!page.ok) return page
  const id = pageChangeId(post, state)
  return success(await queueChange(newsroom, post, id, { purpose: 'edit', issuePage: page.value, requestedBy: person }))
}

/**
 * Queues the page of an issue for a site (rule O60), or, where it is out, its change into what the issue is now (rule O62).
 * Resolves with the id of the delivery. `job` names the progress of making the files.
 */
export const orderIssuePage = async (
  newsroom: Newsroom,
  order: PageOrder,
  job: string,
  person: string | null,
): Promise<Result<string>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const issue = await knownIssue(newsroom, order.issue)
  if (!issue.ok) return issue
  if (!takesIssuePages(newsroom, order.channel))
    return failure('notFound', `Сайта «${order.channel}», который берёт страницы номеров, в этой редакции нет.`, {
      safe,
      todo: 'Подключите портал в настройках, раздел «Каналы».',
    })
  const state = pageStateOf(newsroom, issue.value)
  const coming = comingStories(newsroom, state.stories)
  if (coming > 0)
    return failure('conflict', `На сайт ещё отправляется ${counted(coming, 'материал', 'материала', 'материалов')} номера.`, {
      safe,
      todo: 'Дождитесь, пока они выйдут: тогда на странице номера будут ссылки на них.',
    })
  const { outbox } = newsroom
  const id = issuePageId(order.issue, order.channel)
  const known = outbox.rows.get(id)
  const refused = known && refusedState(known)
  if (refused) return refused
  if (known?.state === 'sent') {
    const live = livePost(outbox.rows.all(), id)
    if (live === null)
      return failure('conflict', 'Страницу этого номера убрали с сайта.', {
        safe,
        todo: 'Верните её из корзины на самом сайте.',
      })
    return updatePage(newsroom, id, issue.value, live, publisher.value.id, job)
  }
  const page = await composeIssuePage(newsroom, issue.value, state, known?.issuePage ?? null, job)
  if (!page.ok) return page
  await queuePage(newsroom, id, newRow(newsroom, id, order, page.value, publisher.value.id))
  newsroom.emit({ type: 'changed', feature: 'publishing', id })
  return success(id)
}

/** Queues taking the page of an issue away from a site (rule O62). */
export const removeIssuePage = async (newsroom: Newsroom, order: PageOrder, person: string | null): Promise<Result<string>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox } = newsroom
  const post = issuePageId(order.issue, order.channel)
  const known = outbox.rows.get(post)
  if (known?.state !== 'sent' || isRemoved(outbox.rows.all(), post))
    return failure('conflict', 'Страницы этого номера на сайте нет.', { safe, todo: 'Убирать нечего.' })
  const id = pageChangeId(post, { stories: [], inputs: 'removed' })
  return success(await queueChange(newsroom, post, id, { purpose: 'remove', requestedBy: publisher.value.id }))
}
