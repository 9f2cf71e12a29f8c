import { expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { calendarApi } from '../../../src/shared/calendar/api.ts'
import { correctionApi } from '../../../src/shared/correction/api.ts'
import { deskApi } from '../../../src/shared/desk/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { retitle } from '../../helpers/signing.ts'
import { newsroomWithPages, sign } from '../../helpers/signoff.ts'

test('W25 W26 what waits for a signature stands in one queue, compared with what the person saw last', async () => {
  const newsroom = await newsroomWithPages()
  const { must, serial, articles } = newsroom
  const queue = async (person?: string) => (await must(signoffApi.queue, {}, person)).map(({ id }) => id)
  expect(await queue()).toEqual([])
  const [first, second] = articles
  const { id: loose } = await must(articleApi.create, { headline: 'Стоит нигде' })
  await must(workflowApi.act, { action: 'file', articles: [loose] })
  await must(workflowApi.act, { action: 'proofread', articles: [first, loose] })
  await sign(newsroom, 2)
  // What goes to press stands before what has no issue; a page comes after the articles on it.
  expect(await queue()).toEqual([`article ${first}`, `page ${serial} 1`, `article ${loose}`])
  const { id: reporter } = await must(staffApi.add, { name: 'Корреспондент', roles: ['reporter'] })
  expect(await queue(reporter)).toEqual([])

  const seen = await must(signoffApi.article, { article: first })
  expect(seen).toMatchObject({ since: null, changes: [], fit: { page: 1 }, variants: [] })
  await must(signoffApi.look, { article: first })
  await must(workflowApi.act, { action: 'return', articles: [first], remark: 'нет цифры' })
  await retitle(newsroom, first, ' учителя')
  expect(await must(signoffApi.article, { article: first })).toMatchObject({
    since: { kind: 'look' },
    changes: [{ part: 'headline', after: 'учителя' }],
  })
  // Whoever has not looked is told the whole of it.
  expect(await must(signoffApi.article, { article: first }, reporter)).toMatchObject({ since: null })

  await retitle(newsroom, second, ' педагога')
  expect((await must(signoffApi.queue, {})).filter(({ changed }) => changed).map(({ id }) => id)).toEqual([
    `article ${second}`,
    `page ${serial} 2`,
  ])
  expect(await must(signoffApi.article, { article: second })).toMatchObject({
    since: { kind: 'approval' },
    changes: [{ part: 'headline', after: 'педагога' }],
  })
})

test('W32 a correction that was written waits for the chief first, and is decided there', async () => {
  const newsroom = await newsroomWithPages()
  const { must, serial, articles } = newsroom
  const [first] = articles
  await must(workflowApi.act, { action: 'approve', articles: [first] })
  const { serial: next } = await must(issueApi.create, { plannedFor: '2026-12-02', pages: 4 })
  await must(calendarApi.setPublished, { issue: serial, at: Date.UTC(2026, 10, 25) })
  await must(correctionApi.order, { article: first, kind: 'correction', wrong: 'тридцать дней', right: 'тридцать один день' })
  const [note] = await must(correctionApi.ofIssue, { issue: serial })
  const notice = note?.notice?.article ?? ''
  const { id: other } = await must(articleApi.create, { headline: 'Другое' })
  await must(issueApi.place, { issue: next, article: other, page: 1, before: null })
  await must(workflowApi.act, { action: 'file', articles: [other] })
  await must(workflowApi.act, { action: 'proofread', articles: [other] })
  const texts = async () => (await must(signoffApi.queue, {})).flatMap(({ kind, article }) => (article ? [[kind, article]] : []))
  expect(await texts()).toEqual([['article', other]])
  await must(workflowApi.act, { action: 'file', articles: [notice] })
  expect(await texts()).toEqual([
    ['correction', notice],
    ['article', other],
  ])
  const desk = await must(deskApi.read, { issue: next, everybody: true })
  const rows = [desk.late, desk.waiting, desk.today, desk.ahead].flatMap((heap) => heap.rows)
  expect(rows.find(({ article }) => article === notice)).toMatchObject({ corrects: { issue: serial, page: 1 } })
  await must(workflowApi.act, { action: 'return', articles: [notice], remark: 'нет страницы' })
  expect(await texts()).toEqual([['article', other]])
  await must(workflowApi.act, { action: 'file', articles: [notice] })
  await must(workflowApi.act, { action: 'approve', articles: [notice] })
  expect(await texts()).toEqual([['article', other]])
})
