import { expect, test } from 'vitest'
import { issueHandlers } from '../../../src/backend/issue/issue-handlers.ts'
import { embargoFindings } from '../../../src/backend/preflight/page/embargo-findings.ts'
import { connectedDesk, p, story, value } from '../../helpers/publishing.ts'

const chief = { person: 'chief' }
const moscow = (day: string, time: string): number => Date.parse(`${day}T${time}:00+03:00`)

test('C02 C03 an embargo that ends after the issue comes out is found on its page, with both times', async () => {
  const { desk } = await connectedDesk()
  const { newsroom } = desk
  const issues = issueHandlers(newsroom)
  const { serial } = value(await issues.create({ plannedFor: '2026-12-02', pages: 4, columns: null }, chief))
  const article = await desk.approved(story('Новая тарификация', p('Текст.')))
  value(await issues.place({ issue: serial, article, page: 3, before: null, continuation: null }, chief))
  const found = async (pages = [1, 2, 3, 4]) => {
    const issue = await newsroom.issues.get(serial)
    return issue ? embargoFindings(newsroom, issue, pages).map(({ rule, page, message }) => ({ rule, page, message })) : null
  }
  const until = async (at: number | null) => value(await desk.handlers.setEmbargo({ article, until: at }, chief))
  expect(await found()).toEqual([])
  await until(moscow('2026-12-03', '10:00'))
  const message = 'Материал «Новая тарификация» под эмбарго до 03.12, 10:00 по Москве, а номер выходит 02.12.'
  expect(await found()).toEqual([{ rule: 'C02', page: 3, message }])
  expect(await found([1, 2])).toEqual([])
  await until(moscow('2026-12-02', '10:00'))
  expect((await found())?.map(({ rule }) => rule)).toEqual(['C03'])
  await until(moscow('2026-12-01', '23:00'))
  expect(await found()).toEqual([])
  // Where the newspaper names the time of its day, that is when the issue is out.
  const settings = newsroom.settings.get()
  await newsroom.settings.put({ ...settings, publishing: { ...settings.publishing, issueEmbargo: '08:00' } })
  await until(moscow('2026-12-02', '08:00'))
  expect(await found()).toEqual([])
  await until(moscow('2026-12-02', '09:00'))
  expect((await found())?.map(({ rule, message: told }) => [rule, told.includes('02.12, 08:00')])).toEqual([['C03', true]])
})
