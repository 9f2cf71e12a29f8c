import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleApi } from '../../../src/shared/article/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { searchApi } from '../../../src/shared/search/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'

const marked = ({ text, matches }: { text: string; matches: [number, number][] }) =>
  matches.map(([from, to]) => text.slice(from, to))
const find = ({ must }: TestNewsroom, query: string, more: { issue?: string; limit?: number } = {}) =>
  must(searchApi.find, { query, whole: true, ...more })

const rename = async ({ must }: TestNewsroom, id: string, headline: string) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from((await must(articleApi.open, { id })).state, 'base64'))
  const before = Y.encodeStateVector(doc)
  doc.getText('headline').delete(0, doc.getText('headline').length)
  doc.getText('headline').insert(0, headline)
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
  await must(articleApi.change, { id, update, origin: 'test' })
}

test('a hit shows the headline and the best part of the text, with what was found marked (rule F6)', async () => {
  const newsroom = await newNewsroom({ demo: true })
  const { hits, total, indexing } = await find(newsroom, 'отпуском учителя')
  expect(indexing).toBeNull()
  expect(total).toBeGreaterThan(0)
  expect(hits[0]?.issue).not.toBeNull()
  for (const hit of hits) {
    const found = [...marked(hit.headline), ...marked(hit.snippet)].map((word) => word.toLowerCase().slice(0, 5))
    expect(found.length).toBeGreaterThan(0)
    for (const word of found) expect(['отпус', 'учите']).toContain(word)
    expect(hit.snippet.text.length).toBeLessThanOrEqual(240)
  }
})

test('only articles of one issue or in some states, when asked', async () => {
  const newsroom = await newNewsroom({ demo: true })
  const [issue] = await newsroom.must(issueApi.list, {})
  if (!issue) throw new Error('нет номера')
  const everywhere = await find(newsroom, 'и', { limit: 100 })
  const inIssue = await find(newsroom, 'и', { limit: 100, issue: issue.serial })
  expect(inIssue.total).toBe(everywhere.hits.filter((hit) => hit.issue === issue.serial).length)
  const none = await newsroom.must(searchApi.find, { query: 'и', whole: true, statuses: ['spiked'] })
  expect(none.total).toBe(everywhere.hits.filter((hit) => hit.status === 'spiked').length)
  const unknown = await newsroom.call(searchApi.find, { query: 'и', issue: '1000 (1000)' })
  expect(unknown.ok).toBe(false)
})

test('what was just saved is found, what it said before is not (rule F8)', async () => {
  const newsroom = await newNewsroom()
  const { id } = await newsroom.must(articleApi.create, { headline: 'Нагрузка' })
  expect((await find(newsroom, 'нагрузка')).hits.map((hit) => hit.article)).toEqual([id])
  await rename(newsroom, id, 'Ёмкое слово')
  expect((await find(newsroom, 'емкого')).hits.map((hit) => hit.headline.text)).toEqual(['Ёмкое слово'])
  expect((await find(newsroom, 'нагрузка')).total).toBe(0)
})

test('a folder that was opened again is searched like the one before it', async () => {
  const newsroom = await newNewsroom({ demo: true })
  const first = await find(newsroom, 'профсоюза')
  await newsroom.must(workspaceApi.close, {})
  await newsroom.must(workspaceApi.open, { folder: newsroom.folder })
  expect(await find(newsroom, 'профсоюза')).toEqual(first)
  const files = await newsroom.environment.files.list(join(newsroom.folder, 'search'))
  expect(files.map(({ name }) => name.replace(/^.*\./, '.'))).toEqual(['.segment'])
})
