import { describe, expect, it } from 'vitest'
import { selectArticles } from '../../../src/renderer/features/article/list/select-articles.ts'
import { measureText } from '../../../src/renderer/features/article/panel/measure.ts'
import { chooseSteps } from '../../../src/renderer/features/article/panel/next-step.ts'
import type { ArticleSummary } from '../../../src/shared/article/api.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { articleStatuses } from '../../../src/shared/workflow/states.ts'
import { openActions } from '../../../src/shared/workflow/transitions.ts'
import { articleSummary as article } from '../../helpers/article-summary.ts'

const ids = (articles: readonly ArticleSummary[]) => articles.map(({ id }) => id)
const all = { scope: 'all', issue: '47 (1295)', find: '' } as const

describe('the list of articles', () => {
  const articles = [
    article('а', { order: 3, issue: '47 (1295)', page: 4, overset: 14, characters: 900, status: 'approved' }),
    article('б', { order: 1, status: 'onHold', headline: 'Ёлка для всех', byline: 'Иванова' }),
    article('в', {
      order: 2,
      issue: '46 (1294)',
      page: 12,
      overset: -3,
      characters: 20,
      status: 'approved',
      changedAfterApproval: true,
    }),
    article('г', { order: 4, issue: '47 (1295)', page: 2, characters: 300 }),
    article('д', { order: 5, status: 'inProgress' }),
  ]

  it('stands in the order of import until a column is chosen', () => {
    expect(ids(selectArticles(articles, all, null))).toEqual(['б', 'в', 'а', 'г', 'д'])
  })

  it('sorts by place, length, overset and state, both ways', () => {
    const by = (key: 'place' | 'characters' | 'overset' | 'status', descending = false) =>
      ids(selectArticles(articles, all, { by: key, descending }))
    expect(by('place')).toEqual(['в', 'г', 'а', 'б', 'д'])
    expect(by('characters', true)).toEqual(['а', 'г', 'в', 'б', 'д'])
    expect(by('overset', true).slice(0, 2)).toEqual(['а', 'в'])
    expect(by('status')).toEqual(['д', 'г', 'в', 'а', 'б'])
  })

  it('shows a part: this issue, without a place, waiting, approved, put aside', () => {
    const scope = (name: 'issue' | 'unplaced' | 'waiting' | 'approved' | 'aside') =>
      ids(selectArticles(articles, { ...all, scope: name }, null))
    expect(scope('issue')).toEqual(['а', 'г'])
    expect(scope('unplaced')).toEqual(['д'])
    expect(scope('waiting')).toEqual(['в', 'г'])
    expect(scope('approved')).toEqual(['а'])
    expect(scope('aside')).toEqual(['б'])
  })

  it('finds words in any order, е for ё', () => {
    expect(ids(selectArticles(articles, { ...all, find: ' иванова  елка ' }, null))).toEqual(['б'])
    expect(selectArticles(articles, { ...all, find: 'ёлка нет' }, null)).toEqual([])
  })

  it('leaves the given list as it was', () => {
    const before = ids(articles)
    selectArticles(articles, all, { by: 'headline', descending: true })
    expect(ids(articles)).toEqual(before)
  })
})

describe('the next step', () => {
  it('is approval for whoever may approve, and the next stage for the others', () => {
    const next = (status: (typeof articleStatuses)[number], role: Parameters<typeof openActions>[1][number]) =>
      chooseSteps(openActions(status, [role], false)).next
    expect(next('filed', 'editorInChief')).toBe('approve')
    expect(next('filed', 'subEditor')).toBe('edit')
    expect(next('edited', 'proofreader')).toBe('proofread')
    expect(next('inProgress', 'reporter')).toBe('file')
    expect(next('onHold', 'sectionEditor')).toBe('resume')
    expect(next('approved', 'editorInChief')).toBeNull()
  })

  it('leaves no open action out and offers none twice', () => {
    for (const status of articleStatuses)
      for (const changed of [false, true]) {
        const open = openActions(status, ['editorInChief', 'proofreader'], changed)
        const { next, canReturn, others } = chooseSteps(open)
        const offered = [...(next ? [next] : []), ...(canReturn ? (['return'] as const) : []), ...others]
        expect(offered.toSorted()).toEqual([...open].sort())
      }
  })
})

describe('the length of a text', () => {
  it('counts characters with spaces and words; a dash is no word, a hyphen makes none', () => {
    const paragraph = {
      type: 'paragraph',
      attrs: { kind: 'paragraph', medium: 'everywhere' },
      content: [{ type: 'text', text: 'Кто-то — 2,5 ставки.' }],
    } as const
    const { characters, words } = measureText({ ...emptyContent, body: [{ ...paragraph, content: [...paragraph.content] }] })
    expect(words).toBe(3)
    expect(characters).toBe(20)
    expect(measureText(emptyContent)).toEqual({ characters: 0, words: 0 })
  })
})
