import { join } from 'node:path'
import { z } from 'zod'
import { channelSchema } from '../../shared/publishing/channel.ts'
import { outboxStates } from '../../shared/publishing/delivery.ts'
import type { Environment } from '../environment.ts'
import type { RecordType } from '../store/json-file.ts'
import { type Notice, openRecordStore, type RecordStore } from '../store/record-store.ts'

const rowSchema = z.object({
  schemaVersion: z.literal(1),
  article: z.string(),
  channel: z.string(),
  contentHash: z.string(),
  state: z.enum(outboxStates),
  attempts: z.number(),
  url: z.string().nullable(),
  scheduledAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  reason: z.string().nullable(),
})
/** One article × version × channel. */
export type OutboxRow = z.infer<typeof rowSchema>

const channelRecordSchema = channelSchema.extend({ schemaVersion: z.literal(1) })
export type ChannelRecord = z.infer<typeof channelRecordSchema>

const rowType: RecordType<OutboxRow> = { version: 1, schema: rowSchema, migrations: {} }
const channelType: RecordType<ChannelRecord> = { version: 1, schema: channelRecordSchema, migrations: {} }

export interface OutboxStore {
  readonly rows: RecordStore<OutboxRow>
  readonly channels: RecordStore<ChannelRecord>
}

export const openOutboxStore = async (
  { files }: Environment,
  folder: string,
  _newsroom: string,
  readOnly: boolean,
  notice: Notice,
): Promise<OutboxStore> => ({
  rows: await openRecordStore(files, join(folder, 'outbox'), rowType, readOnly, notice),
  channels: await openRecordStore(files, join(folder, 'channels'), channelType, readOnly, notice),
})
