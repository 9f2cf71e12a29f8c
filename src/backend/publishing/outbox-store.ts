import { join } from 'node:path'
import { z } from 'zod'
import { channelSchema } from '../../shared/publishing/channel.ts'
import { mayBecome } from '../../shared/publishing/delivery.ts'
import type { Environment } from '../environment.ts'
import { openSecretStore, type SecretStore } from '../secrets/secret-store.ts'
import type { RecordType } from '../store/json-file.ts'
import { type Notice, openRecordStore, type RecordStore } from '../store/record-store.ts'
import { interrupted, type OutboxRow, rowType } from './outbox-row.ts'
import { openSendingRight, type SendingRight } from './sending-right.ts'

const channelRecordSchema = channelSchema.extend({
  schemaVersion: z.literal(2),
  /** What the network last had against this connection; null when it was fine. */
  problem: z.string().nullable(),
  /** Was the key refused at a delivery, and nothing taken since? */
  needsKey: z.boolean().default(false),
  /** When it last answered a test or took a delivery, milliseconds since 1970. */
  lastSuccess: z.number().nullable().default(null),
})
export type ChannelRecord = z.infer<typeof channelRecordSchema>

/** How a channel's connection is stored. Since version 2 there are kinds beside Telegram. */
export const channelType: RecordType<ChannelRecord> = {
  version: 2,
  schema: channelRecordSchema,
  migrations: { 1: (old) => old },
}

/** The deliveries of a newsroom, its channels and their secrets, and the right to send. */
export interface OutboxStore {
  readonly rows: { get(id: string): OutboxRow | null; all(): ReadonlyMap<string, OutboxRow> }
  readonly channels: RecordStore<ChannelRecord>
  readonly secrets: SecretStore
  readonly right: SendingRight
  /** Puts a new row in; resolves with the one that is there when its id is taken (rule O1). */
  add(id: string, row: OutboxRow): Promise<OutboxRow>
  /**
   * Changes a row, one change after another: `change` sees the row as it is then and returns it changed, or null to
   * leave it. A step outside the table of transitions is a bug and throws. Resolves with the row that is in force when
   * it would survive a power cut.
   */
  change(id: string, change: (row: OutboxRow) => OutboxRow | null | Promise<OutboxRow | null>): Promise<OutboxRow>
  /** Runs one piece of work after another: two drains never overlap. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Rows left in «sending» by a run that ended in the middle become unknown (rule O5). Only while nothing is sent. */
  recover(): Promise<void>
  /** Aborted when the newsroom closes. */
  readonly closing: AbortSignal
  /** Lets what is being sent end, and starts nothing more. */
  close(): Promise<void>
}

const interruption = 'Программа была прервана во время отправки: вышла ли публикация, неизвестно. Проверьте канал.'

export const openOutboxStore = async (
  environment: Environment,
  folder: string,
  newsroom: string,
  readOnly: boolean,
  notice: Notice,
): Promise<OutboxStore> => {
  const { files } = environment
  const rows = await openRecordStore(files, join(folder, 'outbox'), rowType, readOnly, notice)
  const closing = new AbortController()
  const queues = new Map<string, Promise<unknown>>()
  let turn: Promise<unknown> = Promise.resolve()

  const queued = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const next = (queues.get(id) ?? Promise.resolve()).catch(() => undefined).then(work)
    queues.set(id, next)
    return next
  }
  const put = async (id: string, row: OutboxRow): Promise<OutboxRow> => {
    if (readOnly) throw new Error('папка открыта только для чтения')
    await files.makeFolder(join(folder, 'outbox'))
    await rows.put(id, row)
    return row
  }
  const change: OutboxStore['change'] = (id, edit) =>
    queued(id, async () => {
      const row = rows.get(id)
      if (!row) throw new Error(`нет отправления ${id}`)
      const next = await edit(row)
      if (next === null) return row
      if (next.state !== row.state && !mayBecome(row.state, next.state)) throw new Error(`${id}: ${row.state} → ${next.state}`)
      return put(id, next)
    })
  const recover = async (): Promise<void> => {
    for (const [id, row] of [...rows.all()])
      if (row.state === 'sending') await change(id, (now) => (now.state === 'sending' ? interrupted(now, interruption) : null))
  }
  const inTurn: OutboxStore['inTurn'] = (work) => {
    const next = turn.catch(() => undefined).then(work)
    turn = next
    return next
  }

  if (!readOnly) await recover()
  const channels = await openRecordStore(files, join(folder, 'channels'), channelType, readOnly, notice)
  return {
    rows,
    channels,
    secrets: await openSecretStore(environment, folder, newsroom, readOnly, notice),
    right: await openSendingRight({ environment, folder, newsroom, readOnly, rows: rows.all() }),
    add: (id, row) => queued(id, async () => rows.get(id) ?? put(id, row)),
    change,
    inTurn,
    recover,
    closing: closing.signal,
    close: async () => {
      closing.abort()
      await turn.catch(() => undefined)
      await Promise.allSettled([...queues.values()])
    },
  }
}
