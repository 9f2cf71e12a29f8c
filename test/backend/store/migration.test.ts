import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { openIssueStore } from '../../../src/backend/issue/issue-store.ts'
import { openDocument } from '../../../src/backend/store/document.ts'
import { diskFiles } from '../../../src/backend/store/files.ts'
import { journalEntry } from '../../../src/backend/store/journal.ts'
import { NewerFile, type RecordType, readJsonFile, readRecord } from '../../../src/backend/store/json-file.ts'
import { openRecordStore } from '../../../src/backend/store/record-store.ts'
import { workflowType } from '../../../src/backend/workflow/workflow-store.ts'
import { openSuggestions } from '../../../src/shared/article/article-document.ts'
import { textOf } from '../../../src/shared/article/content.ts'
import { suggestedBlockSchema } from '../../../src/shared/article/suggestion/as-it-stands.ts'
import { freeze, thaw } from '../../../src/shared/article/version/freeze.ts'
import { openDesk } from '../../helpers/article-desk.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { forgetfulFiles } from '../../helpers/forgetful-files.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { typist } from '../../helpers/typist.ts'
import { record } from './crash-scenario.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

const stepSchema = z.object({ action: z.string(), at: z.number() })
/** A record that has been through two changes of form: names first, then the list's own. */
const type: RecordType<{ schemaVersion: 2; status: string; order: number; steps: z.infer<typeof stepSchema>[] }> = {
  version: 2,
  schema: z.object({ schemaVersion: z.literal(2), status: z.string(), order: z.number(), steps: z.array(stepSchema) }),
  migrations: {
    0: ({ state, number, history }) => ({ status: state === 'сдан' ? 'filed' : 'inProgress', order: number, steps: history }),
    1: ({ steps, ...rest }) => ({
      ...rest,
      steps: z
        .array(z.object({ what: z.string(), when: z.number() }))
        .parse(steps)
        .map(({ what, when }) => ({ action: what, at: when })),
    }),
  },
}
const migrated = { schemaVersion: 2, status: 'filed', order: 7, steps: [{ action: 'import', at: 1_700_000_000_000 }] }

test('S9: an old record’s file is migrated step by step on reading, and written in the new form by the next write', async () => {
  const disk = forgetfulFiles()
  const old = await readFile(join(fixtures, 'workflow-0.json'))
  disk.plant('/disk/workflow/a.json', old)
  const store = await openRecordStore(disk.files, '/disk/workflow', type, false, () => undefined)
  expect(store.get('a')).toEqual(migrated)
  expect(Buffer.from(disk.contents().get('/disk/workflow/a.json') ?? '')).toEqual(old)
  await store.put('a', { ...migrated, schemaVersion: 2, order: 8 })
  const again = await openRecordStore(disk.files, '/disk/workflow', type, false, () => undefined)
  expect(again.get('a')).toEqual({ ...migrated, order: 8 })
  expect(Buffer.from(disk.contents().get('/disk/workflow/a.json.previous') ?? '')).toEqual(old)
})

test('S9: each step of a migration is taken, from wherever a record stands', () => {
  const half = { schemaVersion: 1, status: 'filed', order: 7, steps: [{ what: 'import', when: 1_700_000_000_000 }] }
  expect(readRecord(type, half)).toEqual(migrated)
  expect(readRecord(type, migrated)).toEqual(migrated)
  expect(() => readRecord({ ...type, migrations: {} }, half)).toThrow('нет перехода с версии 1')
})

test('S9: a newer record is refused untouched, even beside an older copy that could be read', async () => {
  const disk = forgetfulFiles()
  disk.plant('/disk/workflow/a.json', JSON.stringify({ ...record(2), schemaVersion: 2, added: 'новое' }))
  disk.plant('/disk/workflow/a.json.previous', JSON.stringify(record(1)))
  const before = disk.contents()
  await expect(openRecordStore(disk.files, '/disk/workflow', workflowType, false, () => undefined)).rejects.toThrow(NewerFile)
  await expect(readJsonFile(disk.files, '/disk/workflow/a.json', workflowType, true)).rejects.toThrow('более новой версией')
  expect(disk.contents()).toEqual(before)
})

test('S9: a newer copy beside a missing file is refused too', async () => {
  const disk = forgetfulFiles()
  disk.plant('/disk/workflow/a.json.previous', JSON.stringify({ ...record(2), schemaVersion: 2 }))
  await expect(readJsonFile(disk.files, '/disk/workflow/a.json', workflowType, true)).rejects.toThrow(NewerFile)
})

test('S9: newer snapshots and journals are refused untouched', async () => {
  const newer = [
    ['/disk/a.json', JSON.stringify({ schemaVersion: 2, layers: [] })],
    ['/disk/a.journal', journalEntry(Buffer.concat([Buffer.from('JOURNAL'), Buffer.of(2, 1, 2, 3)]))],
  ] as const
  for (const [path, bytes] of newer) {
    const disk = forgetfulFiles()
    disk.plant(path, bytes)
    const before = disk.contents()
    await expect(openDocument({ files: disk.files, base: '/disk/a', readOnly: false, derive: () => null })).rejects.toThrow(
      NewerFile,
    )
    expect(disk.contents()).toEqual(before)
  }
})

test('S9, G24: a text written with a newer schema is told, left out of lists, can be read, and is not touched, by working on and by closing', async () => {
  const disk = forgetfulFiles()
  disk.plant('/room/articles/other.txt', '')
  const stored = await openDocument({ files: disk.files, base: '/room/articles/a', readOnly: false, derive: () => null })
  stored.doc.getMap('meta').set('textSchemaVersion', 99)
  stored.doc.getText('headline').insert(0, 'Стихи номера')
  await stored.saved()
  await stored.close()
  const before = new Map([...disk.contents()].filter(([path]) => path.includes('/a.')))
  const desk = await openDesk(calmEnvironment(disk.files), '/room')
  const store = desk.articles
  expect(store.ids()).toEqual([])
  expect(store.notices().join()).toMatch(/«Стихи номера» записан более новой версией/)
  expect([...store.foreign()]).toEqual([['a', 'Стихи номера']])
  const copy = new Y.Doc()
  Y.applyUpdate(copy, await store.state('a'))
  expect(copy.getText('headline').toString()).toBe('Стихи номера')
  await expect(store.change('a', new Uint8Array([0, 0]))).rejects.toThrow('нет материала')
  await desk.close()
  expect(new Map([...disk.contents()].filter(([path]) => path.includes('/a.')))).toEqual(before)
})

test('S9: a folder of the first version opens with everything, and goes on from there', async () => {
  const folder = await temporaryFolder()
  await cp(join(fixtures, 'first-version'), folder, { recursive: true })
  let desk = await openDesk(calmEnvironment(diskFiles), folder)
  expect(desk.articles.notices()).toEqual([])
  expect((await desk.articles.content('article-1')).deck).toBe('Начало, середина, конец')
  expect(desk.articles.entry('article-2')?.headline).toBe('Ещё не сложен')
  await desk.articles.change('article-1', typist(await desk.articles.state('article-1')).type(', и снова'))
  await desk.close()
  desk = await openDesk(calmEnvironment(diskFiles), folder)
  expect((await desk.articles.content('article-1')).deck).toBe('Начало, середина, конец, и снова')
  await desk.close()
  const issues = await openIssueStore({ environment: calmEnvironment(diskFiles), folder, readOnly: false })
  expect((await issues.get('47 (1295)'))?.placements['article-1']?.page).toBe(3)
  await issues.close()
})

test('G17: a text of version 4 opens as it is, and needs version 5 once an item in it is numbered', async () => {
  const folder = await temporaryFolder()
  await cp(join(fixtures, 'text-version-4'), folder, { recursive: true })
  const desk = await openDesk(calmEnvironment(diskFiles), folder)
  expect(desk.articles.notices()).toEqual([])
  const elsewhere = typist(await desk.articles.state('a0001'))
  expect(elsewhere.doc.getMap('meta').get('textSchemaVersion')).toBe(4)
  const now = freeze(elsewhere.doc)
  expect(now.body.map((block) => block.type === 'paragraph' && block.attrs.kind)).toEqual([
    ...['lead', 'quote', 'quoteSource', 'paragraph'],
  ])
  const item = { type: 'paragraph', attrs: { kind: 'numberedItem', medium: 'everywhere' }, content: [] }
  await desk.articles.change(
    'a0001',
    elsewhere.edit(() => thaw(elsewhere.doc, { ...now, body: [...now.body, suggestedBlockSchema.parse(item)] })),
  )
  expect(elsewhere.doc.getMap('meta').get('textSchemaVersion')).toBe(5)
  expect((await desk.articles.content('a0001')).body.at(-1)).toEqual(item)
  await desk.close()
})

test('G11: a text of version 3 opens with its suggestions, and needs version 4 once a film is put in', async () => {
  const folder = await temporaryFolder()
  await cp(join(fixtures, 'text-version-3'), folder, { recursive: true })
  const desk = await openDesk(calmEnvironment(diskFiles), folder)
  expect(desk.articles.notices()).toEqual([])
  const content = await desk.articles.content('a0001')
  expect(content.body.map((block) => textOf(block.content))).toEqual([
    'Школу закрыли на ремонт в сентябре.',
    'Детей возят за двадцать километров.',
  ])
  const elsewhere = typist(await desk.articles.state('a0001'))
  expect(openSuggestions(elsewhere.doc).map(({ inserted }) => inserted)).toEqual(['Единственную '])
  expect(elsewhere.doc.getMap('meta').get('textSchemaVersion')).toBe(3)
  const now = freeze(elsewhere.doc)
  const film = {
    type: 'video' as const,
    attrs: { address: 'https://vkvideo.ru/video1_2', medium: 'webOnly' as const },
    content: [],
  }
  const body = [...now.body, suggestedBlockSchema.parse(film)]
  await desk.articles.change(
    'a0001',
    elsewhere.edit(() => thaw(elsewhere.doc, { ...now, body })),
  )
  expect(elsewhere.doc.getMap('meta').get('textSchemaVersion')).toBe(4)
  expect((await desk.articles.content('a0001')).body.at(-1)).toEqual(film)
  await desk.close()
})
