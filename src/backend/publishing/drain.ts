import { type Failure, failure, type Result, success } from '../../shared/api/result.ts'
import type { OutboxState } from '../../shared/publishing/delivery.ts'
import { settleLetter } from '../mailing/settle-letter.ts'
import type { Newsroom } from '../newsroom.ts'
import { accessOf, type ChannelAccess } from './channel-access.ts'
import { channelAdapters } from './channels/registry.ts'
import { isCheckable, settleDoubt } from './check.ts'
import { mayBeOut, type OutboxRow } from './outbox-row.ts'
import type { ChannelRecord } from './outbox-store.ts'
import type { PostJob } from './post-job.ts'
import { prepareRow } from './prepare-row.ts'
import { sendPost } from './send-post.ts'
import type { SendingDependencies } from './sending-dependencies.ts'
import { settleArticle } from './settle.ts'

const waitingStates: ReadonlySet<OutboxState> = new Set(['scheduled', 'preparing', 'prepared', 'retryWait'])

interface Waiting {
  readonly id: string
  readonly row: OutboxRow
}

/** Letters of a mailing that was not begun, or was stopped, wait for a person and not for the clock. */
const mayGo = ({ mailings }: Newsroom, row: OutboxRow): boolean =>
  row.mailing === null || mailings.get(row.mailing)?.state === 'running'

/** In the order of sending: what is partly out first, so that readers see the posts of one delivery together. */
const waitingRows = (newsroom: Newsroom): readonly Waiting[] =>
  [...newsroom.outbox.rows.all()]
    .filter(([, row]) => waitingStates.has(row.state) && mayGo(newsroom, row))
    .map(([id, row]) => ({ id, row }))
    .sort(
      (a, b) =>
        Number(mayBeOut(b.row)) - Number(mayBeOut(a.row)) ||
        a.row.dueAt - b.row.dueAt ||
        a.row.queuedAt - b.row.queuedAt ||
        (a.id < b.id ? -1 : 1),
    )

/**
 * The next row of a channel that is due; null when none is. While one of its rows waits for another try the whole
 * channel waits with it: the others would only meet the same refusal (rule O7), unless it is one addressee's own (rule E4).
 */
const nextDue = (newsroom: Newsroom, channel: string): Waiting | null => {
  const now = newsroom.environment.now()
  const waiting = waitingRows(newsroom).filter(({ row }) => row.channel === channel)
  if (waiting.some(({ row }) => row.state === 'retryWait' && !row.alone && row.dueAt > now)) return null
  return waiting.find(({ row }) => row.dueAt <= now) ?? null
}

/** Rows of unknown outcome whose channel is to be asked about them, with the time for it. */
const rowsToCheck = (newsroom: Newsroom): readonly (Waiting & { readonly at: number })[] =>
  [...newsroom.outbox.rows.all()].flatMap(([id, row]) =>
    row.state === 'unknown' && row.checkAt !== null && isCheckable(newsroom, row) ? [{ id, row, at: row.checkAt }] : [],
  )

/**
 * When something that waits becomes due, in milliseconds since 1970; null when nothing will by itself. What is due by now
 * and still waits is blocked, and the clock does not free it.
 */
export const nextDueAt = (newsroom: Newsroom): number | null => {
  const now = newsroom.environment.now()
  const due = [...waitingRows(newsroom).map(({ row }) => row.dueAt), ...rowsToCheck(newsroom).map(({ at }) => at)]
  const times = due.filter((at) => at > now)
  return times.length === 0 ? null : Math.min(...times)
}

/** Sends everything that is due in one channel. Resolves with what keeps the whole channel from sending, or null. */
const drainChannel = async (
  newsroom: Newsroom,
  channel: string,
  dependencies: SendingDependencies,
  stopping: () => boolean,
  note: (row: OutboxRow) => void,
): Promise<Failure | null> => {
  const { outbox, environment } = newsroom
  let lastPost: number | null = null
  let access: Result<ChannelAccess> | null = null
  const jobOf = (record: ChannelRecord, id: string, entry: ChannelAccess): PostJob => {
    const adapter = channelAdapters[record.kind]
    const interval = adapter.paceOf?.(record.settings) ?? adapter.intervalMs
    const pace = async (): Promise<void> => {
      const rest = lastPost === null ? 0 : lastPost + interval - environment.now()
      if (rest > 0) await dependencies.wait(rest)
      lastPost = environment.now()
    }
    return { newsroom, channel: record, adapter, ...entry, id, pace, dependencies }
  }
  const toCheck = rowsToCheck(newsroom).filter(({ row, at }) => row.channel === channel && at <= environment.now())
  for (const { id } of toCheck) {
    const record = outbox.channels.get(channel)
    if (!record || stopping()) break
    access ??= await accessOf(newsroom, record, channelAdapters[record.kind])
    if (!access.ok) break
    await settleDoubt(jobOf(record, id, access.value))
    note(await outbox.change(id, () => null))
  }
  for (let due = nextDue(newsroom, channel); due && !stopping(); due = nextDue(newsroom, channel)) {
    const { id } = due
    const record = outbox.channels.get(channel)
    // Opening a secret is made to be slow: once a drain is enough.
    if (record) access ??= await accessOf(newsroom, record, channelAdapters[record.kind])
    if (access && !access.ok && access.failure.code !== 'notFound') {
      const reason = access.failure.what
      await outbox.change(id, (row) => (waitingStates.has(row.state) ? { ...row, reason } : null))
      return access.failure
    }
    if (!record || !access?.ok) {
      const reason = 'Канал не подключён: нет его настроек или ключа. Подключите канал и отправьте снова.'
      note(await outbox.change(id, (row) => (waitingStates.has(row.state) ? { ...row, state: 'needsPerson', reason } : null)))
      newsroom.emit({ type: 'changed', feature: 'publishing', id })
      continue
    }
    const job = jobOf(record, id, access.value)
    const prepared = await prepareRow(job)
    const ready = prepared.state === 'prepared' || prepared.state === 'retryWait'
    const row = ready ? await sendPost(job) : prepared
    note(row)
    await settleLetter(newsroom, row)
    newsroom.emit({ type: 'changed', feature: 'publishing', id })
    const connection = outbox.channels.get(channel)
    if (row.state === 'sent' && connection)
      await outbox.channels.put(channel, { ...connection, problem: null, needsKey: false, lastSuccess: environment.now() })
  }
  return null
}

/**
 * Sends everything that is due, every channel by itself, and resolves when nothing is due any more: with the number of
 * deliveries published, or with what kept a channel from sending at all. Sends nothing while sending is paused, and starts
 * no other post once `halted` or the newsroom closes.
 */
export const drain = (
  newsroom: Newsroom,
  dependencies: SendingDependencies,
  halted: () => boolean = () => false,
): Promise<Result<{ sent: number }>> => {
  const { outbox } = newsroom
  const stopping = () => halted() || outbox.closing.aborted
  let sent = 0
  const failures: Failure[] = []
  const note = (row: OutboxRow) => {
    if (row.state === 'sent') sent += 1
  }
  const paused = async (): Promise<boolean> => stopping() || (await outbox.right.pause(outbox.rows.all())) !== null
  const everyChannel = async (): Promise<void> => {
    // Another copy may have taken over between the first look and the lock.
    if (await paused()) return
    for (const row of outbox.rows.all().values()) {
      await settleArticle(newsroom, row)
      await settleLetter(newsroom, row)
    }
    const channels = new Set([...waitingRows(newsroom), ...rowsToCheck(newsroom)].map(({ row }) => row.channel))
    const lanes = [...channels].map((channel) => drainChannel(newsroom, channel, dependencies, stopping, note))
    for (const outcome of await Promise.allSettled(lanes)) {
      if (outcome.status === 'rejected') throw outcome.reason
      if (outcome.value) failures.push(outcome.value)
    }
  }
  return outbox.inTurn(async () => {
    if (newsroom.readOnly || stopping()) return success({ sent })
    await outbox.recover()
    // A copy that may not send must not even take the lock: it would keep the rightful folder from sending.
    if (await paused()) return success({ sent })
    const done = await outbox.right.exclusively(async () => {
      await everyChannel()
      return true
    })
    if (!done)
      return failure('unavailable', 'Отправку этой редакции ведёт сейчас другая копия программы.', {
        safe: 'Очередь не изменена.',
        todo: 'Подождите, пока она закончит, и повторите.',
      })
    const [first] = failures
    return first ? { ok: false, failure: first } : success({ sent })
  })
}
