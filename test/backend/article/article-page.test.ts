import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insertSorted, sortInSlices } from '../../../src/backend/article/sort-in-slices.ts'
import { newWorkflowRecord } from '../../../src/backend/workflow/act.ts'
import { type ArticleSelection, articleApi, articleSortKeys } from '../../../src/shared/article/api.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'
import { typist } from '../../helpers/typist.ts'

const stories = [
  { headline: 'Забастовка', byline: 'Петров', status: 'filed' },
  { headline: 'Ёлка для всех', byline: 'Иванова', status: 'onHold' },
  { headline: '10 вопросов о пенсии', rubric: 'Право на право', status: 'filed' },
  { headline: '9 вопросов об отпуске', rubric: 'Право на право', status: 'filed' },
  { headline: 'елочный базар', status: 'inProgress' },
  { headline: '', status: 'spiked' },
] as const

/** The six stories above in order of import, two of them in an issue; their ids by number. */
const desk = async () => {
  const newsroom = await newNewsroom()
  const open = newsroom.backend.newsroom()
  if (!open) throw new Error('папка не открыта')
  const ids: string[] = []
  for (const [at, { status, ...fields }] of stories.entries()) {
    const id = await open.articles.create({ ...emptyContent, ...fields })
    await open.workflow.put(id, { ...newWorkflowRecord('filed', 'import', null, 0, at + 1), status })
    ids.push(id)
  }
  const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 4, columns: 5 })
  const place = (at: number, page: number) =>
    newsroom.must(issueApi.place, { issue: serial, article: ids[at] ?? '', page, before: null })
  await place(3, 1)
  await place(2, 2)
  return { ...newsroom, open, ids, serial }
}

/** Which of the stories an answer names, by their numbers. */
const numbers = async (
  { must, ids }: Pick<TestNewsroom, 'must'> & { ids: readonly string[] },
  selection: Partial<ArticleSelection>,
): Promise<readonly number[]> => {
  const { items } = await must(articleApi.page, { issue: null, scope: 'all', count: 100, ...selection })
  return items.map(({ id }) => ids.indexOf(id))
}

describe('a page of the articles', () => {
  it('is a part of the order of import, and tells how many there are', async () => {
    const { must, ids } = await desk()
    const page = (from: number, count: number) => must(articleApi.page, { issue: null, scope: 'unplaced', from, count })
    expect((await page(0, 1)).items.map(({ id }) => ids.indexOf(id))).toEqual([0])
    expect(await page(1, 5)).toMatchObject({ items: [{ headline: 'елочный базар', order: 5 }], total: 2, all: 6 })
    expect(await page(9, 5)).toEqual({ items: [], total: 2, all: 6 })
  })

  it('shows a part: this issue, without a place, to be placed, waiting, approved, put aside', async () => {
    const office = await desk()
    await office.must(workflowApi.act, { action: 'approve', articles: [office.ids[0] ?? ''] })
    const { serial: issue } = office
    expect(await numbers(office, { scope: 'issue', issue })).toEqual([2, 3])
    expect(await numbers(office, { scope: 'issue' })).toEqual([])
    expect(await numbers(office, { scope: 'unplaced' })).toEqual([0, 4])
    expect(await numbers(office, { scope: 'plannable' })).toEqual([0, 1, 4])
    expect(await numbers(office, { scope: 'waiting' })).toEqual([2, 3])
    expect(await numbers(office, { scope: 'approved' })).toEqual([0])
    expect(await numbers(office, { scope: 'aside' })).toEqual([1, 5])
    // Changed after it was approved: it waits again.
    const id = office.ids[0] ?? ''
    const update = typist(await office.open.articles.state(id)).type('!')
    await office.must(articleApi.change, { id, update: Buffer.from(update).toString('base64'), origin: '' })
    expect(await numbers(office, { scope: 'approved' })).toEqual([])
    expect(await numbers(office, { scope: 'waiting' })).toEqual([0, 2, 3])
  })

  it('shows a new story to several questions asked at once', async () => {
    const office = await desk()
    const ask = (scope: 'plannable' | 'waiting') => office.must(articleApi.page, { issue: null, scope, count: 100 })
    await ask('plannable')
    const { id } = await office.must(articleApi.create, { headline: 'Новая' })
    const [plannable, waiting, again] = await Promise.all([ask('plannable'), ask('waiting'), ask('plannable')])
    for (const answer of [plannable, again, await ask('plannable')]) expect(answer.items.map((item) => item.id)).toContain(id)
    expect(waiting.items).toHaveLength(3)
  })

  it('finds words in any order, е for ё, in headline, rubric and byline', async () => {
    const office = await desk()
    expect(await numbers(office, { find: ' иванова  елка ' })).toEqual([1])
    expect(await numbers(office, { find: 'ёл' })).toEqual([1, 4])
    expect(await numbers(office, { find: 'право вопросов' })).toEqual([2, 3])
    expect(await numbers(office, { find: 'ёлка нет' })).toEqual([])
  })

  it('sorts as Russian readers do: numbers by size, ё beside е; both ways', async () => {
    const office = await desk()
    const by = (key: (typeof articleSortKeys)[number], descending = false) =>
      numbers(office, { issue: office.serial, sort: { by: key, descending } })
    expect(await by('headline')).toEqual([5, 3, 2, 1, 4, 0])
    expect(await by('headline', true)).toEqual([0, 4, 1, 2, 3, 5])
    expect(await by('status')).toEqual([4, 0, 2, 3, 1, 5])
    expect(await by('place')).toEqual([3, 2, 0, 1, 4, 5])
    expect((await by('overset', true)).slice(0, 2).toSorted()).toEqual([2, 3])
    expect((await by('byline')).slice(-2)).toEqual([1, 0])
  })

  it('keeps every order through edits, new articles and moves', async () => {
    const office = await desk()
    const sorted = (by: (typeof articleSortKeys)[number]) => numbers(office, { sort: { by, descending: false } })
    for (const by of articleSortKeys) await sorted(by)
    const id = await office.open.articles.create({ ...emptyContent, headline: 'Вахта' })
    await office.open.workflow.put(id, newWorkflowRecord('filed', 'import', null, 0, 7))
    office.ids.push(id)
    await office.must(workflowApi.act, { action: 'hold', articles: [office.ids[0] ?? ''] })
    await office.must(issueApi.place, { issue: office.serial, article: id, page: 1, before: office.ids[3] ?? null })
    expect(await sorted('headline')).toEqual([5, 3, 2, 6, 1, 4, 0])
    expect(await sorted('status')).toEqual([4, 2, 3, 6, 0, 1, 5])
    expect(await sorted('place')).toEqual([3, 6, 2, 0, 1, 4, 5])
    expect(await sorted('order')).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('refuses an issue that is not there', async () => {
    const { call } = await newNewsroom()
    expect(await call(articleApi.page, { issue: '9 (9)', scope: 'issue', count: 10 })).toMatchObject({
      ok: false,
      failure: { code: 'notFound' },
    })
  })
})

describe('sorting in slices', () => {
  const compare = (a: number, b: number) => a - b
  it('sorts any row, and puts any values into it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(500), { maxLength: 6000, size: 'max' }), fc.array(fc.nat(500)), async (row, more) => {
        const sorted = await sortInSlices(row, compare)
        expect(sorted).toEqual(row.toSorted(compare))
        expect(insertSorted(sorted, more, compare)).toEqual([...row, ...more].sort(compare))
      }),
      { numRuns: 25 },
    )
  })
})
