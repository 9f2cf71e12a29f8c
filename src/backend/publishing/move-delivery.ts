import { failure, type Result, success } from '../../shared/api/result.ts'
import type { OutboxState } from '../../shared/publishing/delivery.ts'
import type { Newsroom } from '../newsroom.ts'
import { mayBeOut, type OutboxRow } from './outbox-row.ts'
import { publisherOf } from './publishers.ts'
import { timeRefusal, timeRulesOf } from './release-time.ts'

const movable: ReadonlySet<OutboxState> = new Set(['scheduled', 'preparing', 'prepared'])

const mayMove = (row: OutboxRow): boolean =>
  movable.has(row.state) && !mayBeOut(row) && row.mailing === null && row.issuePage === null

/** Gives a delivery that waits another time (rule O32). */
export const moveDelivery = async (newsroom: Newsroom, id: string, at: number, person: string | null): Promise<Result<null>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox, environment } = newsroom
  const row = outbox.rows.get(id)
  const channel = row && outbox.channels.get(row.channel)
  const safe = 'Время осталось прежним.'
  if (!row || !channel) return failure('notFound', `Отправления ${id} нет.`, { safe })
  const fixed = failure('conflict', 'Это отправление уже не переставить: оно началось, вышло или остановлено.', {
    safe,
    todo: 'Обновите расписание.',
  })
  if (!mayMove(row)) return fixed
  if (at <= environment.now())
    return failure('invalidInput', 'Это время уже прошло.', { safe, todo: 'Выберите время позже нынешнего.' })
  const refusal = timeRefusal(timeRulesOf(newsroom, row.article, channel.kind), at)
  if (refusal && !refusal.ok) return { ok: false, failure: { ...refusal.failure, safe } }
  const moved = await outbox.change(id, (now) =>
    // The drain may have been quicker.
    mayMove(now) ? { ...now, scheduledAt: at, dueAt: at, waived: { ...now.waived, late: false } } : null,
  )
  if (moved.scheduledAt !== at) return fixed
  newsroom.emit({ type: 'changed', feature: 'publishing', id })
  return success(null)
}
