import { failure, type Result, success } from '../../shared/api/result.ts'
import { recipientsOf } from '../../shared/mailing/address-book.ts'
import type { Newsroom } from '../newsroom.ts'
import { accessOf } from '../publishing/channel-access.ts'
import { mailThroughProxy } from '../publishing/channels/proxy.ts'
import { channelAdapters } from '../publishing/channels/registry.ts'
import { mailingFiles } from '../publishing/letter-files.ts'
import { blankRow, mayBeOut, type OutboxRow } from '../publishing/outbox-row.ts'
import { publisherOf } from '../publishing/publishers.ts'
import { letterEmbargo } from '../publishing/release-time.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { changesSince } from './changes-since.ts'
import { addressFailure } from './compose-mailing.ts'
import { letterId, type MailingRecord } from './mailing-store.ts'

const safe = 'Ничего не отправлено.'

interface Begun {
  readonly record: MailingRecord
  readonly person: string
  readonly isChief: boolean
}

/** The mailing, for one who may decide on it. */
const begin = (newsroom: Newsroom, id: string, person: string | null): Result<Begun> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const record = newsroom.mailings.get(id)
  if (record === null)
    return failure('notFound', 'Такого письма в этой редакции нет.', { safe, todo: 'Составьте письмо о номере.' })
  return success({ record, person: publisher.value.id, isChief: publisher.value.roles.includes('editorInChief') })
}

const changed = (newsroom: Newsroom, id: string): void => newsroom.emit({ type: 'changed', feature: 'mailing', id })

/** Sends the letter to one address as a test: it stands in no outbox and may be repeated. */
export const testMailing = async (newsroom: Newsroom, id: string, to: string, person: string | null): Promise<Result<null>> => {
  const begun = begin(newsroom, id, person)
  if (!begun.ok) return begun
  const { record } = begun.value
  const refused = addressFailure(to)
  if (refused) return refused
  const channel = newsroom.outbox.channels.get(record.channel)
  const adapter = channel && channelAdapters[channel.kind]
  if (!channel || adapter?.carrier.kind !== 'mail') return failure('notFound', `Канала «${record.channel}» больше нет.`, { safe })
  const access = await accessOf(newsroom, channel, adapter)
  if (!access.ok) return access
  const { secret, proxy } = access.value
  const files = await mailingFiles(newsroom, id)
  if (!files.ok) return files
  const { portal } = newsroom.settings.get().publication
  const [part] = adapter.format(record.content, { portal, delivery: id, settings: channel.settings }).parts
  if (!part) throw new Error(`письмо ${id} пусто`)
  const letter = adapter.carrier.letter({
    ...{ part, photos: [], uploads: [], settings: channel.settings, secret, files: files.value },
    ...{ mark: `test-${newsroom.environment.newId()}`, recipient: to, at: newsroom.environment.now() },
  })
  const server = mailThroughProxy(adapter.carrier.server({ settings: channel.settings, secret }), proxy)
  const answer = await newsroom.environment.mail(server, {
    ...letter,
    subject: `Проба: ${letter.subject}`,
  })
  const outcome = adapter.carrier.outcome(answer, letter.id)
  if (outcome.kind !== 'sent')
    return failure('unavailable', outcome.reason.replaceAll(secret, '…'), {
      safe: 'Рассылка не начата.',
      todo: 'Исправьте причину и отправьте пробное письмо ещё раз.',
    })
  const present = newsroom.mailings.get(id) ?? record
  // One that was made up anew meanwhile has not been tested.
  if (present.composedAt === record.composedAt)
    await newsroom.mailings.put(id, { ...present, testedAt: newsroom.environment.now(), testedTo: to })
  changed(newsroom, id)
  return success(null)
}

const unknownHere = 'Письмо уже отправлялось из другой копии папки: дошло ли оно, неизвестно. Спросите получателя.'

const newLetter = (
  newsroom: Newsroom,
  id: string,
  mailing: string,
  record: MailingRecord,
  recipient: string,
  person: string,
): OutboxRow => {
  const now = newsroom.environment.now()
  const decisions = newsroom.outbox.right.lastDecision(id)
  const known = decisions > 0
  return {
    ...blankRow,
    ...{ channel: record.channel, contentHash: contentHash(record.content), content: record.content, requestedBy: person },
    ...{ queuedAt: now, dueAt: now, state: known ? 'unknown' : 'scheduled', decisions, doubt: known, checkAt: known ? 0 : null },
    ...{ reason: known ? unknownHere : null, recipient, mailing },
  }
}

/**
 * Queues the letter for every address that has none of it yet (rule E6): begun twice, or again after a crash on the way,
 * nobody gets two.
 */
export const startMailing = async (
  newsroom: Newsroom,
  id: string,
  person: string | null,
): Promise<Result<{ queued: number }>> => {
  const begun = begin(newsroom, id, person)
  if (!begun.ok) return begun
  const { record } = begun.value
  if (record.testedAt === null)
    return failure('conflict', 'Пробного письма ещё не было.', {
      safe,
      todo: 'Отправьте письмо себе, посмотрите его и тогда начинайте рассылку.',
    })
  const changes = await changesSince(newsroom, record)
  if (changes !== null && record.waived !== changes.mark)
    return failure('changedAfterApproval', `Материалы письма изменились: ${changes.what}.`, {
      safe,
      todo: record.state === 'draft' ? 'Составьте письмо заново.' : 'Главный редактор может продолжить рассылку утверждённого.',
    })
  const embargo = letterEmbargo(newsroom, record.stories)
  if (embargo !== null) return failure('conflict', embargo, { safe, todo: 'Начните рассылку после этого времени.' })
  const recipients = recipientsOf(newsroom.addresses.get().organisations)
  if (recipients.length === 0)
    return failure('notFound', 'Отправлять некому: в адресах рассылки нет ни одного действующего адреса.', {
      safe,
      todo: 'Загрузите адреса в настройках, раздел «Адреса рассылки».',
    })
  let queued = 0
  for (const { address } of recipients) {
    const letter = letterId(id, address)
    const row = newLetter(newsroom, letter, id, record, address, begun.value.person)
    if ((await newsroom.outbox.add(letter, row)) === row) queued += 1
  }
  const present = newsroom.mailings.get(id) ?? record
  if (present.state === 'draft') await newsroom.mailings.put(id, { ...present, state: 'running', pauseReason: null })
  changed(newsroom, id)
  return success({ queued })
}

export const pauseMailing = async (newsroom: Newsroom, id: string, person: string | null): Promise<Result<null>> => {
  const begun = begin(newsroom, id, person)
  if (!begun.ok) return begun
  const { record } = begun.value
  if (record.state === 'running') await newsroom.mailings.put(id, { ...record, state: 'paused', pauseReason: null })
  changed(newsroom, id)
  return success(null)
}

/** A letter that stopped and can't be out, waiting again; every other as it is. */
const revived = (row: OutboxRow, now: number): OutboxRow | null =>
  (row.state === 'held' || row.state === 'needsPerson') && !mayBeOut(row)
    ? { ...row, state: 'scheduled', steps: [], heldFor: null, reason: null, retries: 0, dueAt: now }
    : null

/** Lets a mailing go on. Content that changed since is passed by the editor in chief alone (rule E7). */
export const resumeMailing = async (newsroom: Newsroom, id: string, person: string | null): Promise<Result<null>> => {
  const begun = begin(newsroom, id, person)
  if (!begun.ok) return begun
  const { record, isChief } = begun.value
  if (record.state !== 'paused')
    return failure('conflict', 'Рассылка не приостановлена.', { safe: 'Она не изменена.', todo: 'Обновите экран.' })
  const changes = await changesSince(newsroom, record)
  if (changes !== null && record.waived !== changes.mark && !isChief)
    return failure('changedAfterApproval', `Материалы письма изменились: ${changes.what}.`, {
      safe,
      todo: 'Разослать утверждённое, несмотря на это, может только главный редактор.',
    })
  await newsroom.mailings.put(id, { ...record, state: 'running', pauseReason: null, waived: changes?.mark ?? null })
  const { outbox, environment } = newsroom
  for (const [letter, row] of [...outbox.rows.all()])
    if (row.mailing === id) await outbox.change(letter, (now) => revived(now, environment.now()))
  changed(newsroom, id)
  return success(null)
}
