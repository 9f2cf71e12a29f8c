import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Newsroom } from '../newsroom.ts'
import { afterLookup, doubtfulStep } from './after-outcome.ts'
import { accessOf } from './channel-access.ts'
import type { LookupOutcome } from './channels/carrier.ts'
import { channelAdapters } from './channels/registry.ts'
import { canLookUp, lookUp } from './errand.ts'
import { newSteps, type OutboxRow } from './outbox-row.ts'
import { partsOf } from './parts-of.ts'
import type { PostJob } from './post-job.ts'
import { publisherOf } from './publishers.ts'
import type { SendingDependencies } from './sending-dependencies.ts'
import { settleArticle } from './settle.ts'

/** A row that another copy of the folder may have sent has no posts yet: what they would be tells what to look for. */
const withPosts = (job: PostJob, row: OutboxRow): OutboxRow => {
  if (row.steps.length > 0 || row.purpose !== 'post') return row
  return { ...row, steps: newSteps(partsOf(job, row, job.id)).map((step) => ({ ...step, state: 'unknown' })) }
}

/** Asks the channel about a delivery in doubt and settles it by the answer (rule O18). Null where there is nothing to ask. */
export const settleDoubt = async (job: PostJob): Promise<LookupOutcome | null> => {
  const { newsroom, id, dependencies } = job
  const { outbox, environment } = newsroom
  const present = withPosts(job, await outbox.change(id, () => null))
  const index = doubtfulStep(present)
  if (index < 0 || present.purpose !== 'post') return null
  const found = await lookUp(job, present, index)
  if (found === null) return null
  await dependencies.crashPoint('lookedUp')
  const row = await outbox.change(id, (now) => {
    const then = withPosts(job, now)
    return doubtfulStep(then) === index ? afterLookup(then, index, found, environment.now()) : null
  })
  newsroom.emit({ type: 'changed', feature: 'publishing', id })
  await settleArticle(newsroom, row)
  return found
}

/** Can the channel of this row be asked whether it is there? */
export const isCheckable = ({ outbox }: Newsroom, row: OutboxRow): boolean => {
  const channel = outbox.channels.get(row.channel)
  return row.purpose === 'post' && channel !== null && canLookUp({ adapter: channelAdapters[channel.kind] })
}

/** A person asks whether a delivery in doubt is there. */
export const checkDelivery = async (
  newsroom: Newsroom,
  id: string,
  person: string | null,
  dependencies: SendingDependencies,
): Promise<Result<{ outcome: LookupOutcome['kind']; reason: string | null }>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox } = newsroom
  const safe = 'Отправление не изменено.'
  return outbox.inTurn(async () => {
    const row = outbox.rows.get(id)
    if (!row) return failure('notFound', `Отправления ${id} нет.`)
    const pause = await outbox.right.pause(outbox.rows.all())
    if (pause !== null) return failure('conflict', pause, { safe })
    const channel = outbox.channels.get(row.channel)
    if (!channel || !isCheckable(newsroom, row))
      return failure('conflict', 'Этот канал нельзя спросить, вышла ли публикация.', {
        safe,
        todo: 'Посмотрите в канале сами и отметьте, вышла ли она.',
      })
    const adapter = channelAdapters[channel.kind]
    const access = await accessOf(newsroom, channel, adapter)
    if (!access.ok) return access
    const pace = async () => undefined
    const found = await settleDoubt({ newsroom, channel, adapter, ...access.value, id, pace, dependencies })
    if (found === null && outbox.rows.get(id)?.state === 'unknown')
      return failure('conflict', 'Ключи этого канала не дают спросить, вышла ли публикация.', {
        safe,
        todo: 'Посмотрите в канале сами и отметьте, вышла ли она; недостающий ключ можно добавить в настройках канала.',
      })
    if (found === null)
      return failure('conflict', 'Результат этого отправления известен, спрашивать не о чем.', {
        safe,
        todo: 'Обновите список отправлений.',
      })
    return success({ outcome: found.kind, reason: found.kind === 'noAnswer' ? found.reason : null })
  })
}
