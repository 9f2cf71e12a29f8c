import { failure, type Result, success } from '../../shared/api/result.ts'
import { mayBecome, type OutboxState, statusOf } from '../../shared/publishing/delivery.ts'
import { deliveryLabels } from '../../shared/publishing/labels.ts'
import { momentWords } from '../../shared/publishing/schedule.ts'
import type { Role } from '../../shared/workflow/states.ts'
import type { Newsroom } from '../newsroom.ts'
import { approvedIn, standingIn } from './approved-version.ts'
import { decide } from './decide.ts'
import { mayBeOut, nextStep, type OutboxRow, versionOf } from './outbox-row.ts'
import { publisherOf } from './publishers.ts'
import { embargoOf } from './release-time.ts'
import { settleArticle } from './settle.ts'

interface Resolution {
  readonly delivery: string
  readonly outcome: 'published' | 'sendAgain' | 'cancel'
  readonly url: string | null
}

/** States in which a person's word on the outcome is asked for. */
const open: ReadonlySet<OutboxState> = new Set(['unknown', 'failed', 'needsPerson', 'held'])

/**
 * May the row be sent again as things stand? Content changed since is passed by the editor in chief alone, and only in
 * favour of the version approved last; returns the hash that is let pass, or null when nothing has to be.
 */
const passedChange = async (newsroom: Newsroom, row: OutboxRow, roles: readonly Role[]): Promise<Result<string | null>> => {
  // A letter about an issue, and its page on a site, are compared with its stories when they are sent.
  if (row.mailing !== null || row.issuePage !== null) return success(null)
  const safe = 'Ничего не отправлено.'
  if (row.purpose === 'remove') return success(null)
  if (!newsroom.articles.has(row.article)) return failure('notFound', 'Материала этого отправления больше нет.', { safe })
  const standing = await standingIn(newsroom, row.article, row)
  if (standing.kind === 'notApproved' || standing.kind === 'damaged')
    return failure('notApproved', `Материал не утверждён: ${standing.why}.`, {
      safe,
      todo: 'Утвердите его или отмените отправление.',
    })
  if (approvedIn(standing.approval, row) !== versionOf(row))
    return failure('changedAfterApproval', 'После этого отправления утверждена другая версия материала.', {
      safe,
      todo: 'Опубликуйте её, а это отправление отмените.',
    })
  if (standing.kind === 'approved') return success(null)
  if (roles.includes('editorInChief')) return success(standing.currentHash)
  return failure('changedAfterApproval', `Материал изменён после утверждения: ${standing.why}.`, {
    safe,
    todo: 'Отправить утверждённую версию, несмотря на правку, может только главный редактор.',
  })
}

const published = (row: OutboxRow, url: string | null, now: number): OutboxRow => ({
  ...row,
  state: 'sent',
  heldFor: null,
  reason: null,
  checkAt: null,
  publishedAt: now,
  url: url ?? row.steps.find((step) => step.url !== null)?.url ?? null,
  steps: row.steps.map((step) =>
    step.state === 'unknown' ? { ...step, state: 'sent', url: step.url ?? url, sentAt: now } : step,
  ),
})

/** Back into the queue. With a `url` the doubtful post counts as out there, and the posts after it go on. */
const again = (row: OutboxRow, url: string | null, change: string | null, now: number): OutboxRow => {
  const settled = row.steps.map((step): OutboxRow['steps'][number] => {
    if (step.state !== 'unknown') return step
    return url === null
      ? { ...step, state: 'waiting', suspect: true, absentSince: null }
      : { ...step, state: 'sent', url, sentAt: now }
  })
  const next: OutboxRow = {
    ...row,
    steps: settled,
    doubt: false,
    suspect: row.suspect || row.doubt,
    heldFor: null,
    reason: null,
    retries: 0,
    checkAt: null,
    dueAt: now,
    waived: { late: true, change },
  }
  if (row.steps.length === 0) return { ...next, state: 'scheduled' }
  return nextStep(next) < 0 ? published(next, url, now) : { ...next, state: 'prepared' }
}

/** Carries out what a person says became of a delivery. */
export const resolveDelivery = async (
  newsroom: Newsroom,
  resolution: Resolution,
  person: string | null,
): Promise<Result<null>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox, environment } = newsroom
  const { delivery: id, outcome, url } = resolution
  const row = outbox.rows.get(id)
  if (!row) return failure('notFound', `Отправления ${id} нет.`)
  const pause = await outbox.right.pause(outbox.rows.all())
  if (pause !== null) return failure('conflict', pause, { safe: 'Отправление не изменено.' })
  if (url !== null && !/^https?:\/\//.test(url))
    return failure('invalidInput', 'Адрес публикации должен начинаться с https:// или http://.', {
      safe: 'Отправление не изменено.',
    })
  const label = deliveryLabels[statusOf[row.state]]
  const refused = failure('conflict', `Отправление в состоянии «${label}»: это решение к нему не подходит.`, {
    safe: 'Отправление не изменено.',
    todo: 'Обновите список отправлений.',
  })
  if (outcome === 'cancel' ? !mayBecome(row.state, 'cancelled') : !open.has(row.state)) return refused
  const embargo = outcome === 'sendAgain' && !mayBeOut(row) ? embargoOf(newsroom, row.article) : null
  if (embargo !== null && environment.now() < embargo)
    return failure('conflict', `Материал под эмбарго до ${momentWords(embargo)} по Москве.`, {
      safe: 'Отправление не изменено.',
      todo: 'Снимите эмбарго или опубликуйте материал, когда оно кончится.',
    })
  const change = outcome === 'sendAgain' ? await passedChange(newsroom, row, publisher.value.roles) : success(null)
  if (!change.ok) return change
  const now = environment.now()
  const resolved = await decide(outbox, id, (present) => {
    // The drain may have been quicker.
    if (present.state !== row.state) return null
    if (outcome === 'cancel')
      return { ...present, state: 'cancelled', heldFor: null, checkAt: null, reason: 'Отменено человеком.' }
    return outcome === 'published' ? published(present, url, now) : again(present, url, change.value, now)
  })
  if (!resolved) return refused
  newsroom.emit({ type: 'changed', feature: 'publishing', id })
  await settleArticle(newsroom, resolved)
  return success(null)
}
