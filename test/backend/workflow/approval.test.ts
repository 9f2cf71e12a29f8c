import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'

/** Edits an article's headline as an editor's window would and returns what undoes it. */
const appendToHeadline = async ({ must }: TestNewsroom, id: string, text: string) => {
  const { state } = await must(articleApi.open, { id })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  const send = async (edit: () => void) => {
    const before = Y.encodeStateVector(doc)
    edit()
    const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
    await must(articleApi.change, { id, update, origin: 'test' })
  }
  const headline = doc.getText('headline')
  const length = headline.length
  await send(() => headline.insert(length, text))
  return () => send(() => headline.delete(length, text.length))
}

const approved = async () => {
  const newsroom = await newNewsroom()
  const { id } = await newsroom.must(articleApi.create, { headline: 'Отпуск' })
  await newsroom.must(workflowApi.act, { action: 'file', articles: [id] })
  await newsroom.must(workflowApi.act, { action: 'approve', articles: [id] })
  return { newsroom, id }
}

test('W6 an approval keeps the content and its hash', async () => {
  const { newsroom, id } = await approved()
  const { content } = await newsroom.must(articleApi.read, { id })
  const { approvals } = await newsroom.must(workflowApi.history, { article: id })
  expect(approvals).toMatchObject([
    { person: 'editorInChief', contentHash: contentHash(content), passedOver: ['edited', 'proofread'] },
  ])
  expect((await newsroom.backend.newsroom()?.workflow.get(id))?.approvals[0]?.content).toEqual(content)
})

test('W7 a change voids the approval, and an undo does not revive it', async () => {
  const { newsroom, id } = await approved()
  const undo = await appendToHeadline(newsroom, id, ' длиной в год')
  const changed = await newsroom.must(workflowApi.history, { article: id })
  expect(changed).toMatchObject({ changedAfterApproval: true })
  expect(changed.actions).toContain('approve')
  await undo()
  expect(await newsroom.must(workflowApi.history, { article: id })).toMatchObject({ changedAfterApproval: true })
  await newsroom.must(workflowApi.act, { action: 'approve', articles: [id] })
  expect(await newsroom.must(workflowApi.history, { article: id })).toMatchObject({ changedAfterApproval: false })
})

test('W8 when one article refuses an action, none is changed', async () => {
  const { newsroom, id } = await approved()
  const { id: draft } = await newsroom.must(articleApi.create, { headline: 'Черновик' })
  const refused = await newsroom.call(workflowApi.act, { action: 'return', articles: [id, draft] })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'conflict', what: expect.stringContaining('Черновик') } })
  expect((await newsroom.must(articleApi.read, { id })).summary.status).toBe('approved')
})

test('W10 what is put aside comes back to the state it had', async () => {
  const { newsroom, id } = await approved()
  await newsroom.must(workflowApi.act, { action: 'hold', articles: [id] })
  await newsroom.must(workflowApi.act, { action: 'spike', articles: [id] })
  await newsroom.must(workflowApi.act, { action: 'restore', articles: [id] })
  expect((await newsroom.must(articleApi.read, { id })).summary.status).toBe('approved')
})

test('an article that a crash left without a record is filed when the folder is opened again', async () => {
  const newsroom = await newNewsroom()
  const open = newsroom.backend.newsroom()
  if (!open) throw new Error('папка не открыта')
  const id = await open.articles.create({ ...emptyContent, headline: 'Без записи' })
  await newsroom.must(workspaceApi.close, {})
  await newsroom.must(workspaceApi.open, { folder: newsroom.folder })
  expect(await newsroom.must(workflowApi.act, { action: 'approve', articles: [id] })).toEqual([
    { article: id, status: 'approved' },
  ])
})
