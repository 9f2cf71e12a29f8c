import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type ArticleStore, RefusedChange } from '../../../src/backend/article/article-store.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { openDesk } from '../../helpers/article-desk.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { type ForgetfulFiles, forgetfulFiles } from '../../helpers/forgetful-files.ts'
import { typist } from '../../helpers/typist.ts'

const room = '/room'
const folder = `${room}/articles`

const newDisk = (options: Parameters<typeof forgetfulFiles>[0] = {}): ForgetfulFiles => {
  let clock = 0
  const disk = forgetfulFiles({ now: () => (clock += 1), ...options })
  disk.plant(`${folder}/readme.txt`, '')
  return disk
}
/** The articles alone; closing them saves the catalog too. */
const open = async (disk: ForgetfulFiles, run = 'a', readOnly = false): Promise<ArticleStore> => {
  const desk = await openDesk(calmEnvironment(disk.files, { run }), room, readOnly)
  return { ...desk.articles, close: desk.close }
}

const article = (headline: string) => ({ ...emptyContent, headline })

test('C1: what was never acknowledged does not appear as an article', async () => {
  const disk = newDisk()
  disk.plant(`${folder}/x.journal`, '')
  disk.plant(`${folder}/y.journal`, new Uint8Array([5, 0, 0, 0, 1]))
  const store = await open(disk)
  expect(store.ids()).toEqual([])
  await store.close()
})

test('reading an article that is not there makes no file', async () => {
  const disk = newDisk()
  const store = await open(disk)
  await expect(store.content('x')).rejects.toThrow('нет материала x')
  await expect(store.state('x')).rejects.toThrow('нет материала x')
  await store.close()
  expect([...disk.contents().keys()].filter((path) => path.includes('/x'))).toEqual([])
})

test('a change that breaks the text is refused, on disk and in memory, and the next good one is taken', async () => {
  const disk = newDisk()
  const store = await open(disk)
  const id = await store.create(article('Раз'))
  const writer = typist(await store.state(id))
  await store.change(id, writer.type('<1>'))
  const before = await store.state(id)
  const bad = typist(before)
  const broken = bad.edit(() => bad.doc.getXmlFragment('body').insert(0, [new Y.XmlElement('unknown')]))
  const newer = typist(before)
  const refused: readonly Uint8Array[] = [
    broken,
    newer.edit(() => newer.doc.getMap('meta').set('textSchemaVersion', 99)),
    new Uint8Array([1, 2, 3, 250]),
    new Uint8Array(),
  ]
  for (const update of refused) {
    await expect(store.change(id, update)).rejects.toThrow(RefusedChange)
    expect(await store.state(id)).toEqual(before)
  }
  await store.change(id, writer.type('<2>'))
  expect((await store.content(id)).deck).toBe('<1><2>')
  const again = await open(disk.afterPowerCut('least', 1), 'b')
  expect((await again.content(id)).deck).toBe('<1><2>')
})

test('S5: a change that builds on one that never came is refused, not acknowledged and forgotten', async () => {
  const store = await open(newDisk())
  const id = await store.create(article('Раз'))
  const writer = typist(await store.state(id))
  const first = writer.type('<1>')
  const second = writer.type('<2>')
  const erased = writer.erase(0, 3)
  for (const early of [second, erased]) await expect(store.change(id, early)).rejects.toThrow(RefusedChange)
  for (const update of [first, second, erased]) await store.change(id, update)
  expect((await store.content(id)).deck).toBe('<2>')
})

test('S5: changes to many articles at once, more than are kept open, are all there after a power cut', async () => {
  const disk = newDisk()
  const store = await open(disk)
  const ids = await Promise.all(Array.from({ length: 80 }, (_, i) => store.create(article(`Материал ${i}`))))
  const writers = await Promise.all(ids.map(async (id) => typist(await store.state(id))))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(79), { minLength: 1, maxLength: 120 }), async (order) => {
      await Promise.all(
        order.map(async (i) => {
          const [id, writer] = [ids[i], writers[i]]
          if (id === undefined || !writer) throw new Error('нет материала')
          await store.change(id, writer.type('ж'))
        }),
      )
      const again = await open(disk.afterPowerCut('least', 1), 'b')
      for (const i of new Set(order)) {
        const [id, writer] = [ids[i] ?? '', writers[i]]
        const text = writer?.doc.getText('deck').toString()
        expect((await again.content(id)).deck).toBe(text)
        expect((await store.content(id)).deck).toBe(text)
        expect(store.entry(id)?.contentHash).toBe(again.entry(id)?.contentHash)
      }
    }),
    { numRuns: 6 },
  )
  await store.close()
})

test('S5: a document that can’t be saved when it should make room stays open with its text', async () => {
  let full = false
  const disk = newDisk({ fail: ({ call, path }) => (full && call === 'write' && path.includes('a0001') ? 'ENOSPC' : null) })
  const store = await open(disk)
  const id = await store.create(article('Раз'))
  const writer = typist(await store.state(id))
  full = true
  await expect(store.change(id, writer.type('<1>'))).rejects.toThrow('ENOSPC')
  expect(store.entry(id)?.contentHash).toBe(contentHash(await store.content(id)))
  for (let i = 0; i < 60; i += 1) await store.create(article(`Материал ${i}`))
  expect((await store.content(id)).deck).toBe('<1>')
  await expect(store.close()).rejects.toThrow('ENOSPC')
  full = false
  await store.close()
  expect((await (await open(disk.afterPowerCut('least', 1), 'b')).content(id)).deck).toBe('<1>')
})
