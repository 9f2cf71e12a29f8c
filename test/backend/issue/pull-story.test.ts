import { expect, test } from 'vitest'
import { sha256 } from '../../../src/backend/ledger/signature.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { canonicalJson } from '../../../src/shared/article/content.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { layoutApi } from '../../../src/shared/layout/api.ts'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { newsroomWithPages, sign, statesOf } from '../../helpers/signoff.ts'

test('W22 W23 a pulled story leaves a hole, voids signed pages by name, and is put back or replaced in its place', async () => {
  const newsroom = await newsroomWithPages()
  const { must, call, serial, articles } = newsroom
  const [first] = articles
  await must(issueApi.place, { issue: serial, article: first, page: 1, before: null, continuation: 3 })
  for (const page of [1, 2, 3]) await sign(newsroom, page)
  const before = await must(issueApi.read, { issue: serial })
  const { id: waiting } = await must(articleApi.create, { headline: 'Запас' })
  await must(workflowApi.act, { action: 'file', articles: [waiting] })
  const request = { issue: serial, article: first, action: 'spike' as const }
  const pulled = await must(issueApi.pull, request)
  expect(pulled).toMatchObject({ page: 1, continuation: 3, voided: [1, 3], offers: [{ article: waiting }] })
  expect((await must(issueApi.read, { issue: serial })).placements[first]).toBeUndefined()
  expect((await statesOf(newsroom)).slice(0, 3)).toEqual(['void', 'signed', 'void'])
  await must(issueApi.putBack, { ...request, replaced: pulled.replaced, held: pulled.held })
  expect((await must(issueApi.read, { issue: serial })).placements).toEqual(before.placements)
  expect((await must(workflowApi.history, { article: first })).steps.at(-1)?.to).toBe('approved')
  expect((await statesOf(newsroom))[0]).toBe('void')
  const again = await must(issueApi.pull, request)
  await must(issueApi.fillHole, { issue: serial, place: again.replaced.placements, article: waiting })
  const after = await must(issueApi.read, { issue: serial })
  expect(after.placements[waiting]).toEqual(before.placements[first])
  // A story of a page at the printer stays.
  await must(signoffApi.send, { issue: serial, pages: [2], job: 'send' })
  expect(await call(issueApi.pull, { issue: serial, article: articles[1], action: 'hold' })).toMatchObject({
    ok: false,
    failure: { code: 'conflict', what: expect.stringContaining('Полоса 2') },
  })
  expect((await must(workflowApi.history, { article: articles[1] })).steps.at(-1)?.to).toBe('approved')
})

test('W23 another story in a hole moves its page and its jump only: all other pages stay as they were set', async () => {
  const { must, serial, articles } = await newsroomWithPages()
  const upload = async (headline: string, sentence: string) => {
    const body = Array.from({ length: 60 }, (_, at) => `${sentence} ${at}. `.repeat(6)).join('\n\n')
    const bytes = Buffer.from(`${headline}\n\n${body}`).toString('base64')
    const [file] = await must(articleApi.upload, { files: [{ name: `${headline}.txt`, bytes }], rubric: null })
    if (!file?.article) throw new Error(headline)
    return file.article
  }
  const long = await upload('Длинный', 'Учителя района посчитали часы и надбавки за год')
  const other = await upload('Другой', 'Санаторий принимает заявления')
  await must(issueApi.place, { issue: serial, article: long, page: 1, before: articles[0], continuation: 3 })
  const pages = async () => {
    const set = await Promise.all([1, 2, 3, 4].map((page) => must(layoutApi.page, { issue: serial, page })))
    return set.map((page) => sha256(canonicalJson(page)))
  }
  const before = await pages()
  const { replaced } = await must(issueApi.pull, { issue: serial, article: long, action: 'hold' })
  await must(issueApi.fillHole, { issue: serial, place: replaced.placements, article: other })
  const after = await pages()
  expect(after.map((hash, at) => hash === before[at])).toEqual([false, true, false, true])
})
