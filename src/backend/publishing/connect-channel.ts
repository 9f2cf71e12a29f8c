import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Channel, ChannelCheck } from '../../shared/publishing/channel.ts'
import type { Newsroom } from '../newsroom.ts'
import type { SelfTest } from './channels/channel-adapter.ts'
import { renewedSecret, secretWords } from './channels/credentials.ts'
import { throughProxy } from './channels/proxy.ts'
import { channelAdapters } from './channels/registry.ts'
import { secretOf } from './post-job.ts'

/**
 * Connects a channel, or changes the settings or the secret of one that is there. Kept even when the network does not
 * answer or refuses: the result says what it had against it, null when a post would go through.
 */
export const connectChannel = async (
  newsroom: Newsroom,
  given: Channel,
  offered: string | null,
): Promise<Result<{ problem: string | null; checks: ChannelCheck[] }>> => {
  const { outbox, environment } = newsroom
  const adapter = channelAdapters[given.kind]
  const settings = adapter.settings(given.settings)
  if (!settings.ok) return settings
  if (adapter.secretComplaint === null && offered !== null)
    return failure('invalidInput', 'Этому каналу ключ не нужен.', { safe: 'Канал не изменён.', todo: 'Повторите без ключа.' })
  const kept = offered === null ? null : await outbox.secrets.get(given.id)
  // Of several credentials those that are not given anew stay.
  const secret = offered !== null && kept?.ok ? renewedSecret(kept.value, offered) : offered
  const complaint = secret === null ? null : (adapter.secretComplaint?.(secret) ?? null)
  if (complaint !== null)
    return failure('invalidInput', complaint, { safe: 'Канал не изменён.', todo: 'Проверьте ключ и повторите.' })
  const known = outbox.channels.get(given.id)
  const moved = known && (known.kind !== given.kind || known.settings[adapter.target] !== settings.value[adapter.target])
  if (moved && [...outbox.rows.all().values()].some((row) => row.channel === given.id))
    return failure('conflict', `У канала «${given.id}» уже есть отправления: направить его в другое место нельзя.`, {
      safe: 'Канал не изменён.',
      todo: 'Подключите новый канал под другим именем.',
    })
  const neighbour = [...outbox.channels.all().values()].find(
    (other) =>
      other.id !== given.id && other.kind === given.kind && other.settings[adapter.target] === settings.value[adapter.target],
  )
  // Two channels that write one file would undo one another's work.
  if (adapter.carrier.kind === 'file' && neighbour)
    return failure('conflict', `Файл ${settings.value[adapter.target]} уже пишет канал «${neighbour.id}».`, {
      safe: 'Канал не изменён.',
      todo: 'Укажите другой файл.',
    })
  if (secret !== null) {
    const sealed = await outbox.secrets.put(given.id, secret)
    if (!sealed.ok) return sealed
  }
  const record = { schemaVersion: 2 as const, id: given.id, kind: given.kind, settings: { ...settings.value } }
  const lastSuccess = known?.lastSuccess ?? null
  const needsKey = known?.needsKey ?? false
  await outbox.channels.put(given.id, { ...record, problem: known?.problem ?? null, needsKey, lastSuccess })
  const opened = secret === null ? await secretOf(newsroom, given.id, adapter) : success(secret)
  const test: SelfTest = opened.ok
    ? await adapter.selfTest(
        { ...environment, http: throughProxy(environment.http, settings.value) },
        { settings: settings.value, secret: opened.value },
      )
    : { problem: opened.failure.what, settings: settings.value }
  const words = opened.ok ? secretWords(opened.value) : []
  const hide = (text: string | null): string | null => words.reduce((told, word) => told?.replaceAll(word, '…') ?? null, text)
  const problem = hide(test.problem)
  const tested = { ...record, settings: { ...test.settings }, problem }
  const now = environment.now()
  const shown = problem === null ? { needsKey: false, lastSuccess: now } : { needsKey, lastSuccess }
  await outbox.channels.put(given.id, { ...tested, ...shown })
  newsroom.emit({ type: 'changed', feature: 'publishing', id: given.id })
  const alone: ChannelCheck = { name: 'Связь с каналом', state: problem === null ? 'passed' : 'failed', note: problem }
  const checks = test.checks?.map((check) => ({ ...check, note: hide(check.note) })) ?? [alone]
  return success({ problem, checks })
}
