import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson } from '../../shared/article/content.ts'
import { doubted, type OutboxRow, rowType, type Step } from '../publishing/outbox-row.ts'
import { channelType } from '../publishing/outbox-store.ts'
import { jsonDatabase, readJsonFile } from '../store/json-file.ts'
import { recordIds, recordPath } from '../store/record-store.ts'
import { wholeNewer } from './join-members.ts'
import { mergeRecords } from './merge-record.ts'
import type { Merge } from './place.ts'

const doubt = 'Обе копии редакции знали об этой публикации разное: вышла ли она, неизвестно. Проверьте канал.'

/** What is settled for good stands before what is in doubt, and that before what has not begun. */
const weight = ({ state }: OutboxRow): number =>
  state === 'sent' ? 5 : state === 'unknown' ? 4 : state === 'cancelled' ? 3 : state === 'sending' ? 2 : 1

const stepWeight = ({ state }: Step): number => ({ waiting: 0, sending: 1, unknown: 2, sent: 3 })[state]

const heavier = <T>(one: T, other: T, weigh: (value: T) => number): T => {
  const [a, b] = [weigh(one), weigh(other)]
  if (a !== b) return a > b ? one : other
  return canonicalJson(one) >= canonicalJson(other) ? one : other
}

/** Two records of one delivery as one, whichever comes first: proof stands, and where there is none, doubt (rule J30). */
export const joinRows = (one: OutboxRow, other: OutboxRow): OutboxRow => {
  if (canonicalJson(one) === canonicalJson(other)) return one
  const base = heavier(one, other, weight)
  const apart = heavier(one, other, weight) === one ? other : one
  const steps =
    base.steps.length === apart.steps.length
      ? base.steps.map((step, at) => heavier(step, apart.steps[at] ?? step, stepWeight))
      : base.steps
  const joined: OutboxRow = {
    ...base,
    steps,
    decisions: Math.max(one.decisions, other.decisions),
    attempts: Math.max(one.attempts, other.attempts),
  }
  const isMoved = ({ attempts, steps: own }: OutboxRow) => attempts > 0 || own.some(({ state }) => state !== 'waiting')
  if (base.state === 'sent') return joined
  if (base.state === 'cancelled' && !isMoved(one) && !isMoved(other)) return joined
  return doubted(joined, doubt)
}

const sendingSchema = z.looseObject({ schemaVersion: z.literal(1), installation: z.string(), epoch: z.number() })
const sendingType = { version: 1, schema: sendingSchema, migrations: {} }

/** Stops sending from this folder until a person takes it over: who sends is no installation any more (rule J31). */
const pauseSending = async ({ files, ours, report }: Merge): Promise<void> => {
  const path = join(ours, 'sending.json')
  const { value } = await readJsonFile(files, path, sendingType, false)
  if (value && value.installation !== '') await jsonDatabase(files, path, { ...value, installation: '' }).write()
  report.waits.push(
    'Отправка приостановлена: из копии пришли отправления. Откройте «Публикацию» и нажмите «Отправлять отсюда»; всё, чей исход не доказан, программа сначала покажет вам.',
  )
}

/** Joins deliveries and channels; where any delivery came, sending waits for a person. */
export const mergeOutbox = async (merge: Merge): Promise<void> => {
  const { files, reading, report } = merge
  const folder = 'outbox'
  const changes: { readonly id: string; readonly row: OutboxRow; readonly isNew: boolean }[] = []
  for (const id of [...(await recordIds(reading, join(merge.theirs, folder)))].sort()) {
    const file = recordPath(folder, id)
    const theirs = await readJsonFile(reading, join(merge.theirs, file), rowType, false)
    const ours = await readJsonFile(files, join(merge.ours, file), rowType, false)
    if (!theirs.value) continue
    const row = ours.value ? joinRows(ours.value, theirs.value) : theirs.value
    if (!ours.value || canonicalJson(row) !== canonicalJson(ours.value)) changes.push({ id, row, isNew: !ours.value })
  }
  // First: a crash on the way must not leave what came ready to be sent.
  if (changes.length > 0) await pauseSending(merge)
  for (const { id, row, isNew } of changes) {
    await jsonDatabase(files, join(merge.ours, recordPath(folder, id)), row).write()
    report.came.push({ kind: 'delivery', name: row.content.headline || row.channel, isNew })
  }
  const known = await recordIds(files, join(merge.ours, 'channels'))
  await mergeRecords(merge, 'channels', { kind: 'channel', type: channelType, join: wholeNewer })
  for (const id of await recordIds(reading, join(merge.theirs, 'channels')))
    if (!known.has(id)) report.waits.push(`Канал «${id}» пришёл без ключа доступа: впишите ключ в «Настройки → Каналы».`)
}
