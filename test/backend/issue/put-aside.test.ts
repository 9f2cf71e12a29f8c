import { expect, test } from 'vitest'
import { issueHandlers } from '../../../src/backend/issue/issue-handlers.ts'
import { workflowHandlers } from '../../../src/backend/workflow/workflow-handlers.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { connectedDesk, p, story, value } from '../../helpers/publishing.ts'
import { newsroomWithPages, sign, statesOf } from '../../helpers/signoff.ts'

const chief = { person: 'chief' }

test('W22 a story put aside leaves its page from wherever that is asked, and what is queued of it waits until it is put back', async () => {
  const { desk } = await connectedDesk()
  const issues = issueHandlers(desk.newsroom)
  const workflow = workflowHandlers(desk.newsroom)
  const { serial } = value(await issues.create({ plannedFor: '2026-12-02', pages: 4, columns: null }, chief))
  const placed = await desk.approved(story('Отпуск длиной в год', p('Раз в десять лет.')))
  const loose = await desk.approved(story('Стоит нигде', p('Ждёт места.')))
  value(await issues.place({ issue: serial, article: placed, page: 2, before: null, continuation: null }, chief))
  const deliveries = [
    await desk.publish(placed, 'tg', '2026-12-05T09:00:00Z'),
    await desk.publish(loose, 'tg', '2026-12-05T09:00:00Z'),
  ]
  const statuses = async () => Promise.all(deliveries.map(async (id) => (await desk.delivery(id)).status))
  const [out, other] = value(await workflow.act({ action: 'hold', articles: [placed, loose], remark: '' }, chief))
  expect(out).toMatchObject({ status: 'onHold', pulled: { issue: serial, page: 2, held: [deliveries[0]] } })
  expect(other).toEqual({ article: loose, status: 'onHold' })
  expect(value(await issues.read({ issue: serial }, chief)).placements).toEqual({})
  expect(await statuses()).toEqual(['held', 'held'])
  const replaced = out?.pulled?.replaced ?? { placements: {}, dummies: {} }
  value(await issues.putBack({ issue: serial, article: placed, action: 'hold', replaced, held: out?.pulled?.held ?? [] }, chief))
  expect(await statuses()).toEqual(['queued', 'held'])
})

test('W8 W22 of several stories all leave their pages or, when one is at the printer, none', async () => {
  const newsroom = await newsroomWithPages()
  const { must, call, serial, articles } = newsroom
  await sign(newsroom, 1)
  await sign(newsroom, 2)
  await must(signoffApi.send, { issue: serial, pages: [2], job: 'send' })
  const before = await must(issueApi.read, { issue: serial })
  const refused = await call(workflowApi.act, { action: 'spike', articles: [articles[0], articles[1]] })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'conflict', what: expect.stringContaining('Полоса 2') } })
  expect((await must(issueApi.read, { issue: serial })).placements).toEqual(before.placements)
  const { id: loose } = await must(articleApi.create, { headline: 'Запас' })
  const outcomes = await must(workflowApi.act, { action: 'spike', articles: [articles[0], loose] })
  expect(outcomes.map(({ pulled }) => pulled?.voided ?? null)).toEqual([[1], null])
  expect(await statesOf(newsroom)).toEqual(['open', 'sent', 'open', 'open'].with(0, 'void'))
})

test('W24 facts of the publication that a page at the printer bears are not changed under it; others are', async () => {
  const newsroom = await newsroomWithPages()
  const { must, call, serial } = newsroom
  await sign(newsroom, 2)
  await must(signoffApi.send, { issue: serial, pages: [2], job: 'send' })
  const { style: _style, ...publication } = (await must(settingsApi.read, {})).publication
  expect(await call(settingsApi.update, { publication: { ...publication, name: 'Другая газета' } })).toMatchObject({
    ok: false,
    failure: { code: 'conflict', what: expect.stringMatching(/^Полоса 2 номера/) },
  })
  expect((await must(settingsApi.read, {})).publication.name).toBe(publication.name)
  // The imprint stands on the last page, which is still in the house; so does the weekday, which stands nowhere.
  await must(settingsApi.update, { publication: { ...publication, weekday: 4, imprint: [...publication.imprint, 'Тираж 1000'] } })
  await must(settingsApi.update, { publication: { ...publication, storyAddress: 'https://eseur.ru/%s' } })
  expect((await statesOf(newsroom))[1]).toBe('sent')
})
