import { expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
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
