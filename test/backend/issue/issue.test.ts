import { expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import type { Issue } from '../../../src/shared/issue/issue.ts'
import type { PageDummy } from '../../../src/shared/issue/page-dummy.ts'
import { numberIssue } from '../../../src/shared/issue/serial.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const issue = (serial: string, plannedFor: string): Issue => ({
  serial,
  plannedFor,
  pages: 8,
  columns: 5,
  status: 'planned',
  placements: {},
  dummies: {},
})

test('номер: первый считается по неделям года, дальше подряд; сквозной продолжает издание', () => {
  expect(numberIssue([], '2026-11-25', 1294).serial).toBe('47 (1295)')
  expect(numberIssue([issue('47 (1295)', '2026-11-25')], '2026-12-02', 1294).serial).toBe('48 (1296)')
  expect(numberIssue([issue('52 (1300)', '2026-12-30')], '2027-01-06', 1294).serial).toBe('1 (1301)')
})

const withArticles = async (count: number) => {
  const newsroom = await newNewsroom()
  const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 4 })
  const ids: string[] = []
  for (let i = 0; i < count; i += 1) ids.push((await newsroom.must(articleApi.create, { headline: `Текст ${i}` })).id)
  const place = (article: string, page: number, before: string | null = null) =>
    newsroom.call(issueApi.place, { issue: serial, article, page, before })
  const orderOf = async (page: number) => {
    const { placements } = await newsroom.must(issueApi.read, { issue: serial })
    return Object.entries(placements)
      .filter(([, placement]) => placement.page === page)
      .sort(([, a], [, b]) => (a.order < b.order ? -1 : 1))
      .map(([id]) => ids.indexOf(id))
  }
  return { newsroom, serial, ids, place, orderOf }
}

test('место на полосе: в конец, перед другим, с полосы на полосу', async () => {
  const { ids, place, orderOf } = await withArticles(3)
  const [a = '', b = '', c = ''] = ids
  for (const id of ids) await place(id, 2)
  expect(await orderOf(2)).toEqual([0, 1, 2])
  await place(c, 2, a)
  expect(await orderOf(2)).toEqual([2, 0, 1])
  await place(b, 3)
  expect(await orderOf(2)).toEqual([2, 0])
  expect(await orderOf(3)).toEqual([1])
})

test('материал стоит в одном номере: поставленный в другой номер уходит из прежнего', async () => {
  const { newsroom, serial, ids, place } = await withArticles(1)
  const [a = ''] = ids
  await place(a, 1)
  const second = await newsroom.must(issueApi.create, { plannedFor: '2026-12-02', pages: 4 })
  await newsroom.must(issueApi.place, { issue: second.serial, article: a, page: 1, before: null })
  expect((await newsroom.must(issueApi.read, { issue: serial })).placements).toEqual({})
})

const dummy: PageDummy = {
  template: null,
  zones: [{ kind: 'story', id: 'z1', column: 0, span: 5, row: 0, rows: 48, locked: false }],
}

test('расстановка меняет места и макеты разом и возвращает прежнее; прежнее, поставленное назад, отменяет её', async () => {
  const { newsroom, serial, ids, place } = await withArticles(2)
  const [a = '', b = ''] = ids
  await place(a, 2)
  const before = await newsroom.must(issueApi.read, { issue: serial })
  const placement = { page: 3, slot: 'z1', order: 'V', continuation: null, continuationSlot: 'auto' }
  const { replaced } = await newsroom.must(issueApi.arrange, {
    issue: serial,
    placements: { [a]: placement, [b]: { ...placement, slot: 'auto', order: 'W' } },
    dummies: { 3: dummy },
  })
  const after = await newsroom.must(issueApi.read, { issue: serial })
  expect(after.placements[a]).toEqual(placement)
  expect(after.dummies).toEqual({ 3: dummy })
  expect(replaced.placements[b]).toBeNull()
  await newsroom.must(issueApi.arrange, { issue: serial, ...replaced })
  expect(await newsroom.must(issueApi.read, { issue: serial })).toEqual(before)
})

test('расстановка на полосе, которой нет, или с материалом, которого нет, — отказ, ничего не меняется', async () => {
  const { newsroom, serial, ids } = await withArticles(1)
  const [a = ''] = ids
  const placement = { page: 1, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' }
  const before = await newsroom.must(issueApi.read, { issue: serial })
  const tries = [
    { placements: { [a]: { ...placement, page: 60 } }, dummies: {} },
    { placements: {}, dummies: { 60: dummy } },
    { placements: { [a]: placement, 'нет такого': placement }, dummies: {} },
  ]
  for (const one of tries) expect(await newsroom.call(issueApi.arrange, { issue: serial, ...one })).toMatchObject({ ok: false })
  expect(await newsroom.must(issueApi.read, { issue: serial })).toEqual(before)
})

test('расстановка для состояния, которое с тех пор изменил кто-то другой, — отказ, чужая работа цела', async () => {
  const { newsroom, serial, ids, place } = await withArticles(1)
  const [a = ''] = ids
  await place(a, 2)
  const seen = (await newsroom.must(issueApi.read, { issue: serial })).placements
  await place(a, 3)
  const theirs = await newsroom.must(issueApi.read, { issue: serial })
  const placement = { page: 1, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' }
  const step = { issue: serial, placements: { [a]: placement }, dummies: { 3: dummy } }
  expect(await newsroom.call(issueApi.arrange, { ...step, expected: { placements: seen, dummies: { 3: null } } })).toMatchObject({
    ok: false,
    failure: { code: 'conflict' },
  })
  expect(await newsroom.must(issueApi.read, { issue: serial })).toEqual(theirs)
  await newsroom.must(issueApi.arrange, { ...step, expected: { placements: theirs.placements, dummies: { 3: null } } })
  expect((await newsroom.must(issueApi.read, { issue: serial })).placements[a]).toEqual(placement)
})

test('полоса вне номера, продолжение назад, второй номер на ту же дату — отказ, ничего не меняется', async () => {
  const { newsroom, serial, ids, place } = await withArticles(1)
  const [a = ''] = ids
  expect(await place(a, 9)).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
  const back = await newsroom.call(issueApi.place, { issue: serial, article: a, page: 3, before: null, continuation: 2 })
  expect(back).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
  expect(await newsroom.call(issueApi.create, { plannedFor: '2026-11-25', pages: 8 })).toMatchObject({
    ok: false,
    failure: { code: 'conflict' },
  })
  expect((await newsroom.must(issueApi.read, { issue: serial })).placements).toEqual({})
})
