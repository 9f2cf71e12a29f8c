import { cp, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readStoredState } from '../../../src/backend/store/stored-state.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { contentOf } from '../../../src/shared/article/article-document.ts'
import { versionApi } from '../../../src/shared/article/version/api.ts'
import { commentApi } from '../../../src/shared/comment/api.ts'
import { mergeApi } from '../../../src/shared/merge/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { own, sayings } from '../../helpers/folder-sayings.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'
import { phrase, retitle } from '../../helpers/signing.ts'

/** The texts of a folder's articles with the headlines first, by id. */
const texts = async (newsroom: TestNewsroom, folder: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (const name of await readdir(join(folder, 'articles'))) {
    const id = /^(.+)\.json$/.exec(name)?.[1]
    if (id === undefined) continue
    const { doc } = await readStoredState(newsroom.environment.files, join(folder, 'articles', id))
    found.set(id, JSON.stringify([contentOf(doc), doc.getMap('lost').toJSON(), doc.getMap('comments').toJSON()]))
  }
  return found
}

/** The times at which the files of a folder were last changed. */
const times = async (folder: string, at = ''): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>()
  for (const entry of await readdir(join(folder, at), { withFileTypes: true })) {
    const path = join(at, entry.name)
    if (entry.isDirectory()) for (const [name, time] of await times(folder, path)) found.set(name, time)
    else found.set(path, (await stat(join(folder, path))).mtimeMs)
  }
  return found
}

/** A newsroom with two people who sign, and a copy of it on a laptop. */
const officeAndLaptop = async () => {
  const newsroom = await newNewsroom()
  const { must, folder } = newsroom
  await must(staffApi.beginKeys, { passphrase: phrase })
  const { id: vera } = await must(staffApi.add, { name: 'Вера', roles: ['editorInChief'] })
  const { key } = await must(staffApi.requestKey, { passphrase: phrase }, vera)
  await must(staffApi.confirmKey, { person: vera, key })
  const shared = await must(articleApi.create, { headline: 'Отпуск' })
  const quiet = await must(articleApi.create, { headline: 'Пенсия' })
  await must(workspaceApi.close, {})
  const laptop = `${folder}-laptop`
  await cp(folder, laptop, { recursive: true, preserveTimestamps: true })
  const openAs = async (place: string, person: string) => {
    await must(workspaceApi.open, { folder: place })
    await must(staffApi.signIn, { passphrase: phrase }, person)
  }
  return { newsroom, office: folder, laptop, vera, shared: shared.id, quiet: quiet.id, openAs }
}

test('J20 J27 J28 J33 a laptop that was away three days and the office take each other’s changes and hold the same', async () => {
  const { newsroom, office, laptop, vera, shared, quiet, openAs } = await officeAndLaptop()
  const { must } = newsroom

  await openAs(laptop, vera)
  await retitle(newsroom, shared, ' летом', vera)
  const away = await must(articleApi.create, { headline: 'Из поездки' }, vera)
  await must(commentApi.begin, { article: shared, anchor: null, text: 'Уточнить сроки.' }, vera)
  await must(versionApi.keep, { article: shared, name: 'В поезде' }, vera)
  await must(workflowApi.act, { action: 'file', articles: [quiet, away.id] }, vera)
  await must(workflowApi.act, { action: 'approve', articles: [quiet, away.id] }, vera)
  await must(workspaceApi.close, {})

  await openAs(office, 'editorInChief')
  await retitle(newsroom, shared, ' и зимой')
  await retitle(newsroom, quiet, ': новый порядок')
  await must(workflowApi.act, { action: 'file', articles: [shared] })
  await must(workflowApi.act, { action: 'approve', articles: [shared] })
  await must(workspaceApi.close, {})

  const untouched = await times(laptop)
  const toOffice = await must(mergeApi.accept, { folder: office, other: laptop })
  expect(await times(laptop)).toEqual(untouched)
  expect(toOffice.collided).toMatchObject([{ kind: 'article', wins: 'both' }])
  expect(toOffice.came).toContainEqual({ kind: 'article', name: 'Из поездки', isNew: true })
  expect(toOffice.waits).toEqual([])
  const toLaptop = await must(mergeApi.accept, { folder: laptop, other: office })
  expect(toLaptop.collided).toEqual([])

  expect(await texts(newsroom, laptop)).toEqual(await texts(newsroom, office))
  const [here, there] = [await sayings(office), await sayings(laptop)]
  expect([...there.keys()].sort()).toEqual([...here.keys()].sort())
  for (const [path, text] of here) expect([path, there.get(path)]).toEqual([path, text])

  const before = await times(office)
  const again = await must(mergeApi.accept, { folder: office, other: laptop })
  expect(again).toMatchObject({ came: [], collided: [], lost: [], waits: [] })
  const after = await times(office)
  expect([...before].filter(([path, time]) => !own.test(path) && after.get(path) !== time)).toEqual([])

  for (const folder of [office, laptop]) {
    const { broken } = await must(workspaceApi.verify, { folder })
    expect(broken).toEqual([])
  }
  await openAs(office, 'editorInChief')
  const read = async (id: string) => (await must(articleApi.read, { id })).summary
  const joined = await read(shared)
  expect(joined.headline).toMatch(/^Отпуск(?: летом и зимой| и зимой летом)$/)
  expect(joined).toMatchObject({ status: 'approved', changedAfterApproval: true })
  expect(await read(quiet)).toMatchObject({ headline: 'Пенсия: новый порядок', status: 'approved', changedAfterApproval: true })
  expect(await read(away.id)).toMatchObject({ status: 'approved', changedAfterApproval: false })
  const versions = await must(versionApi.list, { article: shared })
  expect(versions.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['merged', 'beforeMerge', 'named', 'step']))
  expect(await must(commentApi.list, { article: shared })).toHaveLength(1)
})

test('J21 another newsroom, the same folder and a copy that somebody has open are refused', async () => {
  const { must, call, folder } = await newNewsroom()
  const other = await newNewsroom()
  await other.must(workspaceApi.close, {})
  await must(workspaceApi.close, {})
  const copy = `${folder}-copy`
  await cp(folder, copy, { recursive: true })
  const codeOf = async (there: string): Promise<string> => {
    const result = await call(mergeApi.accept, { folder, other: there })
    return result.ok ? 'ok' : result.failure.code
  }
  expect(await codeOf(other.folder)).toBe('conflict')
  expect(await codeOf(folder)).toBe('invalidInput')
  await other.must(workspaceApi.open, { folder: copy })
  expect(await codeOf(copy)).toBe('readOnly')
  await other.must(workspaceApi.close, {})
  expect(await codeOf(copy)).toBe('ok')
})
