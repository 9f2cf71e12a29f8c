import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ChannelCheck } from '../../shared/publishing/channel.ts'
import type { Newsroom } from '../newsroom.ts'
import { accessOf } from './channel-access.ts'
import { secretWords } from './channels/credentials.ts'
import { throughProxy } from './channels/proxy.ts'
import { channelAdapters } from './channels/registry.ts'
import { publisherOf } from './publishers.ts'

/**
 * Makes a post in a channel and takes it away again (rule O26). It is no delivery: it brings no content of the
 * newsroom's. Not while sending is paused: another copy may be posting.
 */
export const tryChannel = async (
  newsroom: Newsroom,
  id: string,
  person: string | null,
): Promise<Result<{ checks: ChannelCheck[] }>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox, environment } = newsroom
  const safe = 'Ничего не опубликовано.'
  const channel = outbox.channels.get(id)
  if (!channel) return failure('notFound', `Канала «${id}» нет.`, { safe })
  const pause = await outbox.right.pause(outbox.rows.all())
  if (pause !== null) return failure('conflict', pause, { safe })
  const adapter = channelAdapters[channel.kind]
  if (!adapter.trial)
    return failure('conflict', 'В этом канале пробную запись не убрать, поэтому она не делается.', {
      safe,
      todo: 'Проверьте связь без публикации.',
    })
  const access = await accessOf(newsroom, channel, adapter)
  if (!access.ok) return access
  const { secret, proxy } = access.value
  const checks = await adapter.trial(
    { ...environment, http: throughProxy(environment.http, proxy) },
    { settings: channel.settings, secret },
  )
  const words = secretWords(secret)
  const hide = (text: string | null): string | null => words.reduce((told, word) => told?.replaceAll(word, '…') ?? null, text)
  if (checks.every(({ state }) => state === 'passed'))
    await outbox.channels.put(id, { ...channel, problem: null, needsKey: false, lastSuccess: environment.now() })
  newsroom.emit({ type: 'changed', feature: 'publishing', id })
  return success({ checks: checks.map((check) => ({ ...check, note: hide(check.note) })) })
}
