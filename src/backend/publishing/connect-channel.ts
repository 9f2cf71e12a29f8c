import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Channel, ChannelCheck } from '../../shared/publishing/channel.ts'
import type { MailLetter, MailServer } from '../environment.ts'
import type { Newsroom } from '../newsroom.ts'
import { proxyOf, proxySecretId, secretOf } from './channel-access.ts'
import type { SelfTest } from './channels/channel-adapter.ts'
import { renewedSecret, secretWords } from './channels/credentials.ts'
import { mailThroughProxy, splitPassword, throughProxy } from './channels/proxy.ts'
import { channelAdapters } from './channels/registry.ts'

/** Settings as they are kept, and the password that stood in the address of a proxy. */
const withoutPassword = (settings: Readonly<Record<string, string>>) => {
  const { proxy } = settings
  if (proxy === undefined) return { settings, password: null }
  const { address, password } = splitPassword(proxy)
  return { settings: { ...settings, proxy: address }, password }
}

/** Refuses a proxy that wants a name and whose password is not known: one that was given for another proxy is not its own. */
const proxyComplaint = (
  { outbox }: Newsroom,
  id: string,
  { proxy = '' }: Readonly<Record<string, string>>,
  password: string | null,
): Result<never> | null => {
  if (proxy === '' || new URL(proxy).username === '' || password !== null) return null
  const known = outbox.channels.get(id)?.settings.proxy === proxy && outbox.secrets.has(proxySecretId(id))
  return known
    ? null
    : failure('invalidInput', 'У прокси есть имя, но нет пароля.', {
        safe: 'Канал не изменён.',
        todo: 'Впишите его в адрес: socks5://имя:пароль@proxy.example:1080. Хранится он запечатанным и больше не показывается.',
      })
}

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
  const { settings: plain, password } = withoutPassword(given.settings)
  const settings = adapter.settings(plain)
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
  const unentered = proxyComplaint(newsroom, given.id, settings.value, password)
  if (unentered) return unentered
  if (password !== null) {
    const sealed = await outbox.secrets.put(proxySecretId(given.id), password)
    if (!sealed.ok) return sealed
  }
  if (secret !== null) {
    const sealed = await outbox.secrets.put(given.id, secret)
    if (!sealed.ok) return sealed
  }
  const record = { schemaVersion: 2 as const, id: given.id, kind: given.kind, settings: { ...settings.value } }
  const lastSuccess = known?.lastSuccess ?? null
  const needsKey = known?.needsKey ?? false
  await outbox.channels.put(given.id, { ...record, problem: known?.problem ?? null, needsKey, lastSuccess })
  const opened = secret === null ? await secretOf(newsroom, given.id, adapter) : success(secret)
  const proxy = await proxyOf(newsroom, record)
  const world = (way: string) => ({
    ...environment,
    http: throughProxy(environment.http, way),
    mail: (server: MailServer, letter: MailLetter | null) => environment.mail(mailThroughProxy(server, way), letter),
  })
  const test: SelfTest =
    opened.ok && proxy.ok
      ? await adapter.selfTest(world(proxy.value), { settings: settings.value, secret: opened.value })
      : { problem: opened.ok ? (proxy.ok ? null : proxy.failure.what) : opened.failure.what, settings: settings.value }
  const words = [...(opened.ok ? secretWords(opened.value) : []), ...(password === null ? [] : [password])]
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
