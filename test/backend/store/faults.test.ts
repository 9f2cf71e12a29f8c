import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDocument, type StoredDocument } from '../../../src/backend/store/document.ts'
import { errorCode } from '../../../src/backend/store/files.ts'
import { DamagedFile } from '../../../src/backend/store/json-file.ts'
import { openRecordStore } from '../../../src/backend/store/record-store.ts'
import { workflowType } from '../../../src/backend/workflow/workflow-store.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { openDesk } from '../../helpers/article-desk.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import {
  changes,
  type ForgetfulFiles,
  type ForgetfulOptions,
  forgetfulFiles,
  losses,
  type Step,
} from '../../helpers/forgetful-files.ts'
import { typist } from '../../helpers/typist.ts'
import { record } from './crash-scenario.ts'

const base = '/disk/a'
const codes = ['ENOSPC', 'EIO', 'EROFS'] as const

const prepared = (options: ForgetfulOptions): ForgetfulFiles => {
  const disk = forgetfulFiles(options)
  disk.plant('/disk/other', '')
  return disk
}

const open = (disk: ForgetfulFiles): Promise<StoredDocument> =>
  openDocument({ files: disk.files, base, readOnly: false, derive: (doc) => doc.getText('deck').toString() })

const textAfterPowerCut = async (disk: ForgetfulFiles): Promise<string> =>
  (await open(disk.afterPowerCut('least', 1, {}))).doc.getText('deck').toString()

/** Tries until it works; the disk fails a few times only. */
const insist = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DamagedFile) && !codes.some((code) => code === errorCode(error))) throw error
    }
  }
  return work()
}

/** Does a disk that is full or write-protected refuse this call? A failing one refuses any. */
const concerns = (code: string, step: Step): boolean => code === 'EIO' || changes(step)

/** Eight edits, folding in the middle, each acknowledged at last. */
const eightEdits = async (disk: ForgetfulFiles): Promise<void> => {
  let stored = await insist(() => open(disk))
  for (let i = 1; i <= 8; i += 1) {
    stored.doc.getText('deck').insert((i - 1) * 3, `<${i}>`)
    await insist(() => stored.saved())
    expect((await textAfterPowerCut(disk)).startsWith('<1><2><3><4><5><6><7><8>'.slice(0, i * 3))).toBe(true)
    if (i === 3) await insist(() => stored.compact())
    if (i === 5) {
      await insist(() => stored.close())
      stored = await insist(() => open(disk))
    }
    if (i === 6) await insist(() => stored.compact())
  }
}

test.each(codes)(
  'S5: an edit that met %s at any step goes with the next attempt, and nothing before it is lost',
  async (code) => {
    let steps = 0
    await eightEdits(prepared({ watch: () => (steps += 1) }))
    expect(steps).toBeGreaterThan(40)
    for (const times of [1, 2, 4])
      for (let first = 1; first <= steps; first += 1)
        await eightEdits(
          prepared({
            fail: (step) => (step.number >= first && step.number < first + times && concerns(code, step) ? code : null),
          }),
        )
  },
)

test('S5: what the disk refuses at random steps is there at last', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 140 }), { maxLength: 40 }),
      fc.constantFrom(...codes),
      async (at, code) => {
        const wrong = new Set(at)
        let row = 0
        await eightEdits(
          prepared({
            fail: ({ number }) => {
              row = wrong.has(number) && row < 4 ? row + 1 : 0
              return row > 0 ? code : null
            },
          }),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('S5: edits, foldings, kills and power cuts in any order lose nothing acknowledged', async () => {
  const deed = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), text: fc.string({ minLength: 1, maxLength: 20 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('type' as const), text: fc.constant('ё'.repeat(150_000)) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('compact' as const, 'close' as const, 'kill' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('cut' as const), loss: fc.constantFrom(...losses), seed: fc.integer() }),
    },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
      let disk = prepared({})
      let stored = await open(disk)
      let acknowledged = ''
      for (const step of deeds) {
        const text = stored.doc.getText('deck')
        if (step.do === 'type') {
          text.insert(text.length, step.text)
          await stored.saved()
          acknowledged = text.toString()
        } else if (step.do === 'compact') await stored.compact()
        else {
          // Typed and never acknowledged: it may be there afterwards or not.
          text.insert(text.length, '?')
          if (step.do === 'close') await stored.close()
          if (step.do === 'kill') disk = disk.afterKill()
          if (step.do === 'cut') disk = disk.afterPowerCut(step.loss, step.seed)
          stored = await open(disk)
          const now = stored.doc.getText('deck').toString()
          expect([acknowledged, `${acknowledged}?`]).toContain(now)
          acknowledged = now
        }
      }
      expect(await textAfterPowerCut(disk)).toBe(acknowledged)
    }),
    { numRuns: 80 },
  )
}, 120_000)

test('S5: a document that was closed does not call a later edit saved', async () => {
  const stored = await open(prepared({}))
  stored.doc.getText('deck').insert(0, 'раз')
  await stored.close()
  stored.doc.getText('deck').insert(3, 'два')
  await expect(stored.saved()).rejects.toThrow('закрыт')
})

test('S5: a document can’t be closed while its last edit is not on disk, and can be afterwards', async () => {
  let full = false
  const disk = prepared({ fail: ({ call }) => (full && call === 'write' ? 'ENOSPC' : null) })
  const stored = await open(disk)
  stored.doc.getText('deck').insert(0, 'раз')
  full = true
  await expect(stored.close()).rejects.toThrow('ENOSPC')
  full = false
  await stored.close()
  expect(await textAfterPowerCut(disk)).toBe('раз')
})

test('S2: a folder that a copy has dropped because it was empty is made again', async () => {
  const disk = forgetfulFiles()
  disk.plant('/room/settings.json', '{}')
  const stored = await openDocument({ files: disk.files, base: '/room/issues/a', readOnly: false, derive: () => null })
  stored.doc.getText('deck').insert(0, 'раз')
  await stored.saved()
  const store = await openRecordStore(disk.files, '/room/workflow', workflowType, false, () => undefined)
  await store.put('a', record(1))
  const { files } = disk.afterPowerCut('least', 1)
  const again = await openDocument({ files, base: '/room/issues/a', readOnly: false, derive: () => null })
  expect(again.doc.getText('deck').toString()).toBe('раз')
  expect((await openRecordStore(files, '/room/workflow', workflowType, false, () => undefined)).get('a')?.order).toBe(1)
})

test('S8: a reader meets a writer that folds the journal between its looks at the two files', async () => {
  const disk = prepared({})
  const writer = await open(disk)
  writer.doc.getText('deck').insert(0, '<1>')
  await writer.saved()
  await writer.compact()
  writer.doc.getText('deck').insert(3, '<2>')
  await writer.saved()
  let foldings = 1
  const files = {
    ...disk.files,
    read: async (path: string) => {
      if (path === `${base}.journal` && foldings > 0) {
        foldings -= 1
        await writer.compact()
        writer.doc.getText('deck').insert(6, '<3>')
        await writer.saved()
      }
      return disk.files.read(path)
    },
  }
  const reader = await openDocument({ files, base, readOnly: true, derive: () => null })
  expect(reader.doc.getText('deck').toString()).toBe('<1><2><3>')
  expect(reader.notices).toEqual([])
  reader.doc.getText('deck').insert(0, 'чужое')
  await expect(reader.saved()).rejects.toThrow('только для чтения')
})

test('S7: a snapshot that can’t be written leaves the edit acknowledged and the journal in force', async () => {
  const disk = prepared({ fail: ({ call, path }) => (call === 'write' && path.endsWith('.json.new') ? 'ENOSPC' : null) })
  const stored = await open(disk)
  stored.doc.getText('deck').insert(0, 'ж'.repeat(200_000))
  await stored.saved()
  await expect(stored.compact()).rejects.toThrow('ENOSPC')
  stored.doc.getText('deck').insert(0, 'раз')
  await stored.saved()
  expect((await textAfterPowerCut(disk)).startsWith('разжж')).toBe(true)
})

test('S1 S3: a record that could not be written keeps its old value, in memory and on disk', async () => {
  for (const code of codes)
    for (let first = 0; first < 8; first += 1) {
      let left = Number.POSITIVE_INFINITY
      const disk = prepared({
        fail: () => {
          left -= 1
          return left === 0 ? code : null
        },
      })
      await disk.files.makeFolder('/disk/records')
      const store = await openRecordStore(disk.files, '/disk/records', workflowType, false, () => undefined)
      await store.put('a', record(1))
      await store.put('a', record(2))
      left = first + 1
      const failed = await store.put('a', record(3)).then(
        () => false,
        () => true,
      )
      left = Number.POSITIVE_INFINITY
      expect(store.get('a')?.order).toBe(failed ? 2 : 3)
      const again = await openRecordStore(
        disk.afterPowerCut('least', 1).files,
        '/disk/records',
        workflowType,
        false,
        () => undefined,
      )
      expect(again.get('a')?.order).toBe(failed ? 2 : 3)
      await store.put('a', record(4))
      const later = await openRecordStore(
        disk.afterPowerCut('least', 1).files,
        '/disk/records',
        workflowType,
        false,
        () => undefined,
      )
      expect(later.get('a')?.order).toBe(4)
    }
})

test('S5: an article whose creation failed does not come to life later', async () => {
  let full = false
  const disk = forgetfulFiles({ fail: ({ call }) => (full && ['write', 'sync'].includes(call) ? 'ENOSPC' : null) })
  disk.plant('/room/articles/x', '')
  const desk = await openDesk(calmEnvironment(disk.files), '/room')
  const store = desk.articles
  full = true
  await expect(store.create({ ...emptyContent, headline: 'Раз' })).rejects.toThrow('ENOSPC')
  full = false
  expect(store.ids()).toEqual([])
  await desk.close()
  const { articles: again } = await openDesk(calmEnvironment(disk.afterKill().files), '/room')
  expect(again.ids()).toEqual([])
  expect(again.notices()).toEqual([])
})

test('S5: a change that met a full disk is in the text and on disk after the next change', async () => {
  let full = false
  const disk = forgetfulFiles({ fail: ({ call }) => (full && call === 'write' ? 'ENOSPC' : null) })
  disk.plant('/room/articles/x', '')
  const desk = await openDesk(calmEnvironment(disk.files), '/room')
  const store = desk.articles
  const id = await store.create({ ...emptyContent, headline: 'Раз' })
  const writer = typist(await store.state(id))
  full = true
  await expect(store.change(id, writer.type('<1>'))).rejects.toThrow('ENOSPC')
  full = false
  await store.change(id, writer.type('<2>'))
  const { articles: again } = await openDesk(calmEnvironment(disk.afterPowerCut('least', 1).files), '/room')
  expect((await again.content(id)).deck).toBe('<1><2>')
  await desk.close()
})
