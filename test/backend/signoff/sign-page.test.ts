import { expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { layoutApi } from '../../../src/shared/layout/api.ts'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { retitle, verified } from '../../helpers/signing.ts'
import { newsroomWithPages, pageOf, sign, signIssue, statesOf, writeText } from '../../helpers/signoff.ts'

test('W16 one signature under a page approves its articles that wait, each with a record of its own', async () => {
  const newsroom = await newsroomWithPages()
  const { must, articles, serial } = newsroom
  expect((await pageOf(newsroom, 1)).stories).toMatchObject([{ article: articles[0], standing: 'new', changes: [] }])
  expect(await sign(newsroom, 1)).toEqual([articles[0]])
  const history = await must(workflowApi.history, { article: articles[0] })
  expect(history.approvals).toHaveLength(1)
  expect(history.signature?.kind).toBe('signed')
  expect(await statesOf(newsroom)).toEqual(['signed', 'open', 'open', 'open'])
  // Signed again, with nothing to approve.
  expect(await must(signoffApi.overview, { issue: serial })).toMatchObject({ issue: { state: 'open', seen: null }, keys: true })
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true, broken: [], ahead: [] })
})

test('W16 a page that changed while it was looked at is not signed', async () => {
  const newsroom = await newsroomWithPages()
  const { seen } = await pageOf(newsroom, 2)
  await retitle(newsroom, newsroom.articles[1], ', правка')
  expect(await newsroom.call(signoffApi.signPage, { issue: newsroom.serial, page: 2, seen })).toMatchObject({
    ok: false,
    failure: { code: 'conflict' },
  })
  expect((await newsroom.must(workflowApi.history, { article: newsroom.articles[1] })).approvals).toEqual([])
  expect((await statesOf(newsroom))[1]).toBe('open')
})

test('W17 a changed word voids the signature, is shown, and going back does not revive it', async () => {
  const newsroom = await newsroomWithPages()
  const { must, articles, serial } = newsroom
  await sign(newsroom, 2)
  await retitle(newsroom, articles[1], ' учителя')
  const { row, stories, changes } = await pageOf(newsroom, 2)
  expect(row).toMatchObject({ state: 'void', waiting: 1, why: [expect.stringContaining('Зарплата')] })
  expect(stories[0]).toMatchObject({ standing: 'changed', changes: [{ part: 'headline', before: '', after: 'учителя' }] })
  expect(changes).toMatchObject([{ kind: 'inserted', part: 'headline', after: 'учителя' }])
  await sign(newsroom, 2)
  expect((await statesOf(newsroom))[1]).toBe('signed')
  const place = (page: number) => must(issueApi.place, { issue: serial, article: articles[1], page, before: null })
  const { placements } = await must(issueApi.read, { issue: serial })
  await must(issueApi.unplace, { issue: serial, article: articles[1] })
  expect((await statesOf(newsroom))[1]).toBe('void')
  await place(2)
  await must(issueApi.arrange, { issue: serial, placements: { [articles[1]]: placements[articles[1]] ?? null }, dummies: {} })
  const back = await pageOf(newsroom, 2)
  expect(back.row).toMatchObject({ state: 'void', why: [expect.stringContaining('вернули')] })
  expect(back.changes).toEqual([])
  expect((await sign(newsroom, 2)).length).toBe(0)
  expect((await statesOf(newsroom))[1]).toBe('signed')
})

test('W16 only the editor in chief signs, and nobody signs for a page with errors', async () => {
  const newsroom = await newsroomWithPages()
  const { seen } = await pageOf(newsroom, 1)
  expect(await newsroom.call(signoffApi.signPage, { issue: newsroom.serial, page: 1, seen }, 'nobody')).toMatchObject({
    ok: false,
  })
  const { id } = await newsroom.must(articleApi.create, { headline: 'Слово 漢' })
  await writeText(newsroom, id, 'Текст в одну строку.')
  await newsroom.must(issueApi.place, { issue: newsroom.serial, article: id, page: 1, before: null })
  const page = await pageOf(newsroom, 1)
  expect(page.blockers).toMatchObject([{ rule: 'T03' }])
  expect(await newsroom.call(signoffApi.signPage, { issue: newsroom.serial, page: 1, seen: page.seen })).toMatchObject({
    ok: false,
    failure: { code: 'preflight' },
  })
})

test('W18 an issue is signed when its pages are; the time is stamped into the imprint and nothing else moves', async () => {
  const newsroom = await newsroomWithPages()
  const { must, call, serial } = newsroom
  const print = { issue: serial, to: 'print' as const, file: null, pages: null, draft: false, job: 'job' }
  for (const page of [1, 2, 3]) await sign(newsroom, page)
  await must(workflowApi.act, { action: 'approve', articles: [newsroom.articles[3]] })
  expect(await call(exportApi.run, print)).toMatchObject({ ok: false, failure: { what: expect.stringContaining('полосы: 4') } })
  await sign(newsroom, 4)
  const before = await must(layoutApi.page, { issue: serial, page: 4 })
  expect(await call(exportApi.run, print)).toMatchObject({ ok: false, failure: { what: expect.stringContaining('в печать') } })
  const at = await signIssue(newsroom)
  expect(await must(signoffApi.overview, { issue: serial })).toMatchObject({ issue: { state: 'signed', signed: { at } } })
  expect((await must(issueApi.read, { issue: serial })).status).toBe('signed')
  const after = await must(layoutApi.page, { issue: serial, page: 4 })
  const textOf = (page: typeof before) =>
    page.items.flatMap((item) => (item.kind === 'text' && item.tag.role === 'imprint' ? [item.clusters.join('')] : []))
  expect(textOf(before).join(' ')).toContain('по графику 18:00, фактически 00:00')
  expect(textOf(after).join(' ')).toContain('по графику 18:00, фактически 12:00')
  const changed = before.items.filter((item, i) => JSON.stringify(item) !== JSON.stringify(after.items[i]))
  expect(changed.every(({ tag }) => tag.role === 'imprint' && tag.block === 1)).toBe(true)
  expect(before.items).toHaveLength(after.items.length)
  expect(await statesOf(newsroom)).toEqual(['signed', 'signed', 'signed', 'signed'])
  expect(await call(exportApi.run, print)).toMatchObject({ ok: true })
  await retitle(newsroom, newsroom.articles[0], '!')
  expect(await must(signoffApi.overview, { issue: serial })).toMatchObject({ issue: { state: 'void' } })
  expect(await call(exportApi.run, print)).toMatchObject({ ok: false })
})
