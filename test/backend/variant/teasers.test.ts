import { expect, test } from 'vitest'
import { teaserText } from '../../../src/backend/variant/teasers.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { publishingApi } from '../../../src/shared/publishing/api.ts'
import { variantApi } from '../../../src/shared/variant/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'
import { p, story } from '../../helpers/publishing.ts'

test('N7 a pack is proposed, approved with its stories as a whole, and ordered each for its time', async () => {
  const newsroom = await newNewsroom({ demo: true })
  // Nobody listens there: the channel is kept, and nothing is sent in this test.
  const settings = { chat: '@gazeta', apiRoot: 'http://127.0.0.1:9' }
  await newsroom.must(publishingApi.addChannel, { id: 'tg', kind: 'telegram', settings, secret: '123:abc' })
  const packs = (await newsroom.must(issueApi.list, {})).map(({ serial }) => ({ issue: serial, channel: 'tg' }))
  let pack = packs[0] ?? { issue: '', channel: 'tg' }
  for (const each of packs) if ((await newsroom.must(variantApi.teasers, each)).length > 3) pack = each
  const { made } = await newsroom.must(variantApi.proposeTeasers, pack)
  expect(made).toBeGreaterThan(3)
  expect(await newsroom.must(variantApi.proposeTeasers, pack)).toEqual({ made: 0 })
  const proposed = await newsroom.must(variantApi.teasers, pack)
  expect(proposed).toHaveLength(made)
  expect(new Set(proposed.map(({ state }) => state))).toEqual(new Set(['unapproved']))
  const early = await newsroom.must(variantApi.orderTeasers, pack)
  expect(early.ordered).toBe(0)
  expect(early.refused).toHaveLength(made)

  const approvable = []
  for (const { article } of proposed)
    if ((await newsroom.must(workflowApi.history, { article })).actions.includes('approve')) approvable.push(article)
  await newsroom.must(workflowApi.act, { action: 'approve', articles: approvable })
  const { ordered } = await newsroom.must(variantApi.orderTeasers, pack)
  expect(ordered).toBe(approvable.length)
  const { deliveries } = await newsroom.must(publishingApi.outbox, {})
  expect(
    deliveries
      .filter(({ form }) => form === 'teaser')
      .map(({ article }) => article)
      .toSorted(),
  ).toEqual(approvable.toSorted())
  // The stories themselves may be ordered for the same channel beside them.
  const [article = ''] = approvable
  await newsroom.must(publishingApi.publish, { article, channel: 'tg', at: '2026-12-20T09:00:00Z' })
  const both = (await newsroom.must(publishingApi.outbox, {})).deliveries.filter((each) => each.article === article)
  expect(both.map(({ status }) => status)).toEqual(['queued', 'queued'])
})

test('N7 a teaser is the headline and the first sentences, without a cut in the middle of one', () => {
  const long = 'Первое предложение довольно длинное и кончается здесь. '.repeat(12)
  const text = teaserText(story('Заголовок', p(long, 'lead'), p('Дальше.')))
  expect(text.startsWith('**Заголовок**\n\nПервое предложение')).toBe(true)
  expect(text.endsWith('кончается здесь.')).toBe(true)
  expect(text.length).toBeLessThan(320)
})
