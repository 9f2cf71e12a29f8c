import { failure, type Result, success } from '../../shared/api/result.ts'
import type { OutboxState } from '../../shared/publishing/delivery.ts'
import type { PostForm } from '../../shared/variant/variant.ts'
import type { Approval } from '../../shared/workflow/approval.ts'
import { rightsTodo } from '../media/rights-complaint.ts'
import type { Newsroom } from '../newsroom.ts'
import { approvedIn, approvedVariant, approvedVersion } from './approved-version.ts'
import { blankRow, mayBeOut, type OutboxRow, rowId, versionOf } from './outbox-row.ts'
import { photoRights } from './photo-rights.ts'
import { publisherOf } from './publishers.ts'
import { timeRefusal, timeRulesOf } from './release-time.ts'

interface PublishOrder {
  readonly article: string
  readonly channel: string
  /** When to send, milliseconds since 1970; null for as soon as possible. */
  readonly at: number | null
  readonly form: PostForm
}

const unknownHere = 'Эта версия уже отправлялась из другой копии папки: вышла ли она, неизвестно. Проверьте канал.'

/**
 * Sees to what other versions of the article wait for the same channel (rule O1): those that can't have come out are
 * cancelled; one that may have come out has to be cleared up by a person first.
 */
const supersede = async (newsroom: Newsroom, order: PublishOrder, version: string): Promise<Result<null>> => {
  const { outbox } = newsroom
  const others = [...outbox.rows.all()].filter(
    ([, row]) =>
      row.purpose === 'post' &&
      row.article === order.article &&
      row.channel === order.channel &&
      row.form === order.form &&
      versionOf(row) !== version,
  )
  const open = others.filter(([, row]) => row.state !== 'sent' && row.state !== 'cancelled')
  const inDoubt = failure(
    'conflict',
    'Другая версия этого материала отправлена в канал не до конца, или её результат неизвестен.',
    {
      safe: 'Новая версия в очередь не поставлена, повтора не будет.',
      todo: 'Проверьте канал и отметьте, вышла ли прежняя версия; потом публикуйте новую.',
    },
  )
  if (open.some(([, row]) => mayBeOut(row))) return inDoubt
  for (const [id] of open) {
    const reason = 'Заменено новой утверждённой версией.'
    const row = await outbox.change(id, (now) => (mayBeOut(now) ? null : { ...now, state: 'cancelled', heldFor: null, reason }))
    newsroom.emit({ type: 'changed', feature: 'publishing', id })
    // The drain was quicker and is sending it now.
    if (row.state !== 'cancelled') return inDoubt
  }
  return success(null)
}

const newRow = (newsroom: Newsroom, id: string, order: PublishOrder, approval: Approval, person: string): OutboxRow => {
  const now = newsroom.environment.now()
  const decisions = newsroom.outbox.right.lastDecision(id)
  return {
    ...blankRow,
    article: order.article,
    channel: order.channel,
    contentHash: approval.contentHash,
    content: approval.content,
    variant: approvedVariant(approval, order),
    form: order.form,
    approval: approval.id,
    requestedBy: person,
    queuedAt: now,
    state: decisions > 0 ? 'unknown' : 'scheduled',
    decisions,
    doubt: decisions > 0,
    scheduledAt: order.at,
    dueAt: order.at ?? now,
    checkAt: decisions > 0 ? 0 : null,
    reason: decisions > 0 ? unknownHere : null,
  }
}

/** States in which nothing more happens by itself, and from which an order may start anew. */
const atRest: ReadonlySet<OutboxState> = new Set(['cancelled', 'held', 'failed', 'needsPerson'])

/** A row at rest that can't have come out, back in the queue; every other row as it is. */
const revived = (row: OutboxRow, order: PublishOrder, now: number): OutboxRow | null => {
  if (!atRest.has(row.state) || mayBeOut(row)) return null
  return {
    ...row,
    state: 'scheduled',
    heldFor: null,
    steps: [],
    suspect: row.suspect || row.steps.some((step) => step.suspect),
    retries: 0,
    scheduledAt: order.at,
    dueAt: order.at ?? now,
    reason: null,
    waived: { late: false, change: null },
  }
}

/**
 * Queues the approved version of an article for a channel; returns the delivery's id, the same for the same order. One
 * that failed, is held or was given up goes back into the queue when it can't have come out.
 */
export const publish = async (newsroom: Newsroom, order: PublishOrder, person: string | null): Promise<Result<string>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox, environment } = newsroom
  const channel = outbox.channels.get(order.channel)
  if (!channel) {
    const known = [...outbox.channels.all().keys()].join(', ')
    return failure('notFound', `Канала «${order.channel}» в этой редакции нет.`, {
      safe: 'Ничего не отправлено.',
      todo: known === '' ? 'Подключите канал.' : `Подключены: ${known}.`,
    })
  }
  const approval = await approvedVersion(newsroom, order.article, order)
  if (!approval.ok) return approval
  const refusal = timeRefusal(timeRulesOf(newsroom, order.article, channel.kind), order.at ?? environment.now())
  if (refusal) return refusal
  const { content } = approval.value
  const sent = { ...order, content, variant: approvedVariant(approval.value, order), issuePage: null }
  const rights = photoRights(newsroom, sent, order.at ?? environment.now())
  if (rights !== null)
    return failure('preflight', `Публиковать нельзя: ${rights}.`, {
      safe: 'В очередь ничего не поставлено.',
      todo: `${rightsTodo} Убрав снимок из материала, утвердите материал снова.`,
    })
  const version = approvedIn(approval.value, order)
  const superseded = await supersede(newsroom, order, version)
  if (!superseded.ok) return superseded
  const id = rowId(order.article, version, order.channel)
  const added = newRow(newsroom, id, order, approval.value, publisher.value.id)
  if ((await outbox.add(id, added)) !== added) await outbox.change(id, (row) => revived(row, order, environment.now()))
  newsroom.emit({ type: 'changed', feature: 'publishing', id })
  return success(id)
}
