import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rowId, rowType, versionOf } from '../../../src/backend/publishing/outbox-row.ts'
import { channelType } from '../../../src/backend/publishing/outbox-store.ts'
import { readRecord } from '../../../src/backend/store/json-file.ts'
import { newPlace, openDesk, value } from '../../helpers/publishing.ts'

// Written by the first version of the program: out, half out, in doubt, waiting for another try, scheduled.
const old = join(import.meta.dirname, 'fixtures', 'outbox-1')

// Written by the second version: out with a photo, in doubt, scheduled.
const second = join(import.meta.dirname, 'fixtures', 'outbox-2')

const stored = async (folder: string): Promise<readonly (Record<string, unknown> & { readonly state: string })[]> => {
  const names = await readdir(folder)
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))))
}

test('rows of the first version open with all they knew, and are not sent or asked about anew', async () => {
  const rows = await stored(old)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['sent', 'unknown', 'retryWait', 'scheduled']))
  for (const row of rows) {
    expect(row.schemaVersion).toBe(1)
    const now = readRecord(rowType, row)
    expect(now).toMatchObject({
      schemaVersion: 3,
      variant: null,
      form: 'article',
      state: row.state,
      content: row.content,
      decisions: row.decisions,
    })
    expect(now.checkAt).toBe(row.state === 'unknown' ? 0 : null)
    for (const step of now.steps) expect(step).toMatchObject({ uploads: [], suspect: false, absentSince: null })
  }
})

test('rows of the second version open with all they knew: each brings an article', async () => {
  const rows = await stored(second)
  expect(rows.map(({ state }) => state).sort()).toEqual(['scheduled', 'sent', 'unknown'])
  for (const row of rows) {
    expect(row.schemaVersion).toBe(2)
    expect(readRecord(rowType, row)).toMatchObject({
      ...row,
      schemaVersion: 3,
      variant: null,
      form: 'article',
      purpose: 'post',
      corrects: null,
    })
  }
})

test('a folder of the first version opens; what was in doubt is left to a person', async () => {
  const place = await newPlace()
  await cp(old, join(place.folder, 'outbox'), { recursive: true })
  const desk = await openDesk(place)
  const { deliveries, paused } = value(await desk.handlers.outbox({}, { person: null }))
  expect(deliveries).toHaveLength(5)
  // It is somebody else's outbox to this installation.
  expect(paused).not.toBeNull()
  expect(deliveries.filter(({ status }) => status === 'unknown')).toHaveLength(2)
  expect(deliveries.every(({ checkable }) => !checkable)).toBe(true)
  await desk.close()
})

test('a channel of the first version is the same channel', () => {
  const record = { schemaVersion: 1, id: 'tg', kind: 'telegram', settings: { chat: '@gazeta' }, problem: null }
  expect(readRecord(channelType, record)).toEqual({ ...record, schemaVersion: 2, needsKey: false, lastSuccess: null })
})

test('N2 rows of the second version keep their ids and go on without a variant', async () => {
  const names = await readdir(second)
  for (const name of names) {
    const row = readRecord(rowType, JSON.parse(await readFile(join(second, name), 'utf8')))
    expect(row).toMatchObject({ schemaVersion: 3, variant: null, purpose: 'post', form: 'article' })
    expect(`${rowId(row.article, versionOf(row), row.channel)}.json`).toBe(name)
  }
})
