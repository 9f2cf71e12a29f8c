import { failure, type Result, success } from '../../shared/api/result.ts'
import type { HandOut } from '../../shared/publishing/hand-out.ts'
import type { Newsroom } from '../newsroom.ts'
import { textOfPost } from './channels/plain-post.ts'
import { channelAdapters } from './channels/registry.ts'
import { holdIfNeeded } from './hold.ts'
import type { OutboxRow } from './outbox-row.ts'
import { publisherOf } from './publishers.ts'

/** Was this row handed to a person who puts it in, and has not said what became of it? */
export const isByHand = ({ outbox }: Newsroom, row: OutboxRow): boolean => {
  const channel = outbox.channels.get(row.channel)
  const byHand = channel !== null && channelAdapters[channel.kind].carrier.kind === 'hand'
  return byHand && row.state === 'needsPerson' && row.steps.some((step) => step.state === 'unknown')
}

/** What a person puts in by hand for a delivery (rule C2): only what is approved now, made when it was handed over. */
export const handOut = async (newsroom: Newsroom, id: string, person: string | null): Promise<Result<HandOut>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox } = newsroom
  const row = outbox.rows.get(id)
  const channel = row ? outbox.channels.get(row.channel) : null
  if (!row || !channel) return failure('notFound', `Отправления ${id} нет.`)
  const pause = await outbox.right.pause(outbox.rows.all())
  if (pause !== null) return failure('conflict', pause, { safe: 'Отправление не изменено.' })
  if (!isByHand(newsroom, row))
    return failure('conflict', 'Это отправление не ждёт публикации вручную.', {
      safe: 'Отправление не изменено.',
      todo: 'Обновите список отправлений.',
    })
  const held = await holdIfNeeded(newsroom, row)
  if (held)
    return failure('changedAfterApproval', held.reason ?? 'Материал изменён после утверждения.', {
      safe: 'Текст не выдан: публикуют только утверждённое.',
      todo: 'Отмените это отправление и опубликуйте новую утверждённую версию.',
    })
  return success({
    address: channel.settings.address ?? '',
    parts: row.steps.map(({ part }) => ({ text: textOfPost(part.html), photos: part.photos })),
  })
}
