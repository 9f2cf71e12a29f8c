import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ArchivedFacts, archiveCount } from '../../../src/backend/search/archive-filter.ts'
import { isIssueAskedFor } from '../../../src/backend/search/find-issues.ts'
import { parseQuery } from '../../../src/backend/search/query.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { calendarApi } from '../../../src/shared/calendar/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { searchApi } from '../../../src/shared/search/api.ts'
import { type ArchiveFilter, wholeArchive } from '../../../src/shared/search/archive.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const facts = fc.record({
  rubric: fc.constantFrom('', 'Право на право', 'Спорт'),
  byline: fc.constantFrom('', 'Алёна Фёдорова', 'Иван Орлов'),
  region: fc.constantFrom('', 'Тверская область'),
  status: fc.constantFrom('filed' as const, 'published' as const),
  day: fc.constantFrom('', '2026-11-18', '2026-11-25'),
})
const filters = fc.record({
  query: fc.constant(''),
  rubric: fc.constantFrom('', 'Спорт'),
  author: fc.constantFrom('', 'федорова'),
  region: fc.constantFrom('', 'Тверская область'),
  from: fc.constantFrom(null, '2026-11-20'),
  to: fc.constantFrom(null, '2026-11-30'),
  status: fc.constantFrom(null, 'published' as const),
})
const passing = (filter: ArchiveFilter, all: readonly ArchivedFacts[]): number => {
  const { take } = archiveCount(filter)
  return all.filter(take).length
}

describe('the filter of the archive (rules F11 and F12)', () => {
  test('leaves what has everything that is asked for; ё is е, and without an issue there is no day', () => {
    const one: ArchivedFacts = { rubric: 'Спорт', byline: 'Алёна Фёдорова', region: '', status: 'filed', day: '2026-11-18' }
    const all = [one, { ...one, day: '' }, { ...one, byline: 'Иван Орлов' }]
    expect(passing({ ...wholeArchive, author: 'федорова АЛЕНА' }, all)).toBe(2)
    expect(passing({ ...wholeArchive, from: '2026-11-18', to: '2026-11-18' }, all)).toBe(2)
    expect(passing({ ...wholeArchive, author: 'Фёдорова', to: '2026-11-17' }, all)).toBe(0)
  })

  test('the count beside a choice is how many articles choosing it shows', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 20 }), filters, (all, filter) => {
        const counted = archiveCount(filter)
        for (const one of all) counted.take(one)
        const { rubrics, regions, statuses } = counted.choices()
        for (const { value, count } of rubrics) expect(count).toBe(passing({ ...filter, rubric: value }, all))
        for (const { value, count } of regions) expect(count).toBe(passing({ ...filter, region: value }, all))
        for (const { value, count } of statuses)
          expect(count).toBe(passing({ ...filter, status: value === 'filed' ? 'filed' : 'published' }, all))
      }),
    )
  })
})

test.each([
  ['47', true],
  ['№ 47', true],
  ['1295', true],
  ['№ 1295', true],
  ['ноябрь 2026', true],
  ['среда', true],
  ['съезда', true],
  ['съез', true],
  ['№ 48', false],
  ['декабрь', false],
])('an issue is found by its number, its date and its title: %s (rule F14)', (query, expected) => {
  const issue = { serial: '47 (1295)', plannedFor: '2026-11-25', title: 'К съезду профсоюза' }
  expect(isIssueAskedFor(parseQuery(query), issue)).toBe(expected)
})

test('articles of printed issues say where they were printed, the latest issue first (rules F11 and F13)', async () => {
  const { must } = await newNewsroom()
  const place = async (headline: string, plannedFor: string, page: number): Promise<string> => {
    const { id: article } = await must(articleApi.create, { headline })
    const { serial: issue } = await must(issueApi.create, { plannedFor, pages: 8 })
    await must(issueApi.place, { issue, article, page, before: null })
    return issue
  }
  const old = await place('Старое', '2026-11-18', 5)
  const next = await place('Новое', '2026-11-25', 3)
  await must(articleApi.create, { headline: 'Без места' })
  await must(calendarApi.setPublished, { issue: old, at: 1 })
  const { hits, total } = await must(searchApi.archive, {})
  expect(total).toBe(3)
  expect(hits.map(({ headline, issue, page, isPrinted }) => [headline.text, issue, page, isPrinted])).toEqual([
    ['Новое', next, 3, false],
    ['Старое', old, 5, true],
    ['Без места', null, null, false],
  ])
  await must(searchApi.find, { query: 'старого', whole: true })
  const words = await must(searchApi.archive, { query: 'старого', to: '2026-11-20' })
  expect(words.hits.map(({ headline }) => headline.text)).toEqual(['Старое'])
  expect((await must(searchApi.archive, { query: 'старого', from: '2026-11-20' })).total).toBe(0)
  const { issues } = await must(searchApi.issues, { query: '18 ноября' })
  expect(issues.map(({ serial, articles }) => [serial, articles])).toEqual([[old, 1]])
  // F17: by a headline of its stories, which is named; not by a word of another field.
  const byStory = await must(searchApi.issues, { query: 'старого' })
  expect(byStory.issues.map(({ serial, found }) => [serial, found.map(({ headline, page }) => `${headline}, ${page}`)])).toEqual([
    [old, ['Старое, 5']],
  ])
  expect((await must(searchApi.issues, { query: 'старого', from: '2026-11-20' })).total).toBe(0)
  expect((await must(searchApi.issues, { query: 'без места' })).total).toBe(0)
  const cover = await must(searchApi.cover, { issue: next })
  expect(cover.page).toBe(1)
})

test('each person keeps searches of their own, in their own order (rule F15)', async () => {
  const { must, call } = await newNewsroom()
  const filter = { ...wholeArchive, rubric: 'Спорт' }
  const { id: first } = await must(searchApi.save, { id: null, name: 'Спорт', filter })
  const { id: second } = await must(searchApi.save, { id: null, name: 'Отпуск', filter: { ...wholeArchive, query: 'отпуск' } })
  const names = async () => (await must(searchApi.saved, {})).map(({ name }) => name)
  expect(await names()).toEqual(['Спорт', 'Отпуск'])
  await must(searchApi.moveSaved, { id: second, before: first })
  await must(searchApi.save, { id: second, name: 'Отпуска', filter })
  expect(await names()).toEqual(['Отпуска', 'Спорт'])
  expect((await call(searchApi.save, { id: null, name: 'Спорт', filter })).ok).toBe(false)
  await must(searchApi.removeSaved, { id: first })
  expect(await names()).toEqual(['Отпуска'])
  expect((await call(searchApi.removeSaved, { id: first })).ok).toBe(false)
})
