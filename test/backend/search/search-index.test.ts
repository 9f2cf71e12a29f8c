import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../src/backend/search/query.ts'
import { openSearchIndex, type SearchIndex } from '../../../src/backend/search/search-index.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import type { ArticleContent } from '../../../src/shared/article/content.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { type ForgetfulFiles, forgetfulFiles } from '../../helpers/forgetful-files.ts'
import { articleWith } from './article-texts.ts'

const folder = '/room'
const options = { limit: 100, accepts: () => true, compare: (a: string, b: string) => (a < b ? -1 : 1) }

/** The articles of a newsroom as far as searching needs them, in memory. */
const someArticles = (contents: ReadonlyMap<string, ArticleContent>) => ({
  ids: () => [...contents.keys()],
  has: (id: string) => contents.has(id),
  cell: (id: string) => {
    const content = contents.get(id)
    return content ? contentHash(content) : ''
  },
  content: async (id: string) => {
    const content = contents.get(id)
    if (!content) throw new Error(`нет материала ${id}`)
    return content
  },
})

let runs = 0
const openIndex = (disk: ForgetfulFiles, contents: ReadonlyMap<string, ArticleContent>, readOnly = false): SearchIndex => {
  runs += 1
  const environment = calmEnvironment(disk.files, { run: `run-${runs}-` })
  return openSearchIndex({ environment, folder, readOnly, articles: someArticles(contents) })
}

const ask = async (index: SearchIndex, query: string, whole = true) => {
  const { best, total } = await index.find(parseQuery(query), options, whole)
  return { total, best: best.map(({ id, score }) => [id, Math.round(score * 1e6)]) }
}
const idsOf = async (index: SearchIndex, query: string) => (await ask(index, query)).best.map(([id]) => id)
const segmentFiles = (disk: ForgetfulFiles) => [...disk.contents().keys()].filter((path) => path.startsWith('/room/search/'))

const paradigms = [
  ['отпуск', 'отпуска', 'отпуском', 'отпусков'],
  ['учитель', 'учителя', 'учителей', 'учителями'],
  ['Ёлка', 'елку', 'ёлками', 'ЕЛКОЙ'],
  ['зарплата', 'зарплаты', 'зарплатой'],
  ['решать', 'решала', 'решал'],
] as const

describe('finding (rules F2 and F3)', () => {
  it('every word of every article by any of its forms', async () => {
    const form = fc.constantFrom(...paradigms).chain((forms) => fc.record({ forms: fc.constant(forms), at: fc.nat(3) }))
    const text = fc.array(form, { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), fc.nat(3), async (texts, other) => {
        const contents = new Map(
          texts.map((words, i) => [
            `a${i}`,
            articleWith([words.map(({ forms, at }) => forms[at % forms.length] ?? forms[0]).join(', ')]),
          ]),
        )
        const index = openIndex(forgetfulFiles(), contents)
        for (const [i, words] of texts.entries())
          for (const { forms } of words) {
            const found = await idsOf(index, `${forms[other % forms.length] ?? forms[0]} `)
            expect(found).toContain(`a${i}`)
          }
        await index.close()
      }),
      { numRuns: 40 },
    )
  })

  const index = () =>
    openIndex(
      forgetfulFiles(),
      new Map([
        ['body', articleWith(['Длинный отпуск учителя в приказе № 47 и ещё раз отпуск.'], { headline: 'О делах' })],
        ['head', articleWith(['О разном.'], { headline: 'Отпуск' })],
        ['byline', articleWith(['Заметка.'], { headline: 'Письмо', byline: 'Анна Иванова', rubric: 'Право на право' })],
        ['number', articleWith(['Их было 47 человек.', 'Второй'], { headline: 'Числа' })],
      ]),
    )

  it.each([
    ['отпуск', ['head', 'body']],
    ['отпусками учителей', ['body']],
    ['учит', ['body']],
    ['учит ', []],
    ['47', ['number', 'body']],
    ['№ 47', ['body']],
    ['№47', ['body']],
    ['№ 4', ['body']],
    ['«право на право»', ['byline']],
    ['иванова', ['byline']],
    ['«отпуск учителя»', ['body']],
    ['«отпуска учителя»', []],
    ['«учителя отпуск»', []],
    ['«человек второй»', []],
    ['слово', []],
    ['', []],
  ])('«%s» → %j', async (query, ids) => expect(await idsOf(index(), query)).toEqual(ids))
})

type Step =
  | { readonly kind: 'put'; readonly id: number; readonly words: readonly string[] }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'ask' }
  | { readonly kind: 'reopen'; readonly kill: boolean }
  | { readonly kind: 'damage' }

const words = fc.array(fc.constantFrom('отпуск', 'право', 'ёлка', '47', 'школа'), { maxLength: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('put' as const), id: fc.nat(9), words }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reopen' as const), kill: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('damage' as const) }) },
)

describe('the index', () => {
  it('answers after any changes as one made anew would (rules F8 to F10)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        let disk = forgetfulFiles()
        const contents = new Map<string, ArticleContent>()
        let index = openIndex(disk, contents)
        const reopen = () => {
          disk = disk.afterKill()
          index = openIndex(disk, contents)
        }
        for (const one of steps) {
          if (one.kind === 'put') {
            const id = `a${one.id}`
            contents.set(id, articleWith([one.words.join(' ')]))
            index.hear({ type: 'changed', feature: 'article', id })
          } else if (one.kind === 'remove') {
            contents.delete(`a${one.id}`)
            index.hear({ type: 'changed', feature: 'article', id: `a${one.id}` })
          } else if (one.kind === 'ask') await ask(index, 'отпуск')
          else if (one.kind === 'reopen') {
            if (!one.kill) await index.close()
            reopen()
          } else {
            await index.close()
            for (const path of segmentFiles(disk)) disk.plant(path, 'NR')
            reopen()
          }
        }
        const anew = openIndex(forgetfulFiles(), contents)
        for (const query of ['отпуск', 'право ёлка', 'шк', '47', '«право ёлка»'])
          expect(await ask(index, query)).toEqual(await ask(anew, query))
        await index.close()
      }),
      { numRuns: 60 },
    )
  })

  const hundred = () => new Map(Array.from({ length: 100 }, (_, i) => [`a${i}`, articleWith([`Отпуск ${i}`])] as const))

  it('is read from its segments, not from the articles (rule F8)', async () => {
    const disk = forgetfulFiles()
    const first = openIndex(disk, hundred())
    expect((await ask(first, 'отпуск')).total).toBe(100)
    await first.close()
    const environment = calmEnvironment(disk.files)
    const content = () => Promise.reject(new Error('материал прочитан'))
    const second = openSearchIndex({ environment, folder, readOnly: false, articles: { ...someArticles(hundred()), content } })
    expect((await ask(second, 'отпуск')).total).toBe(100)
    await second.close()
  })

  it('keeps the few articles that changed last when the folder is closed (rule F8)', async () => {
    const disk = forgetfulFiles()
    const index = openIndex(disk, new Map([['one', articleWith(['Отпуск'])]]))
    await ask(index, 'отпуск')
    expect(segmentFiles(disk)).toEqual([])
    await index.close()
    expect(segmentFiles(disk)).toHaveLength(1)
  })

  it('writes nothing in a folder open for reading, damaged segments included (rule F9)', async () => {
    const disk = forgetfulFiles()
    disk.plant('/room/search/old.segment', 'что-то другое')
    const index = openIndex(disk, hundred(), true)
    expect((await ask(index, 'отпуск')).total).toBe(100)
    await index.close()
    expect(segmentFiles(disk)).toEqual(['/room/search/old.segment'])
  })

  it('works on when nothing can be written (rule F9)', async () => {
    const disk = forgetfulFiles({ fail: ({ call }) => (call === 'open' ? 'ENOSPC' : null) })
    const index = openIndex(disk, hundred())
    expect((await ask(index, 'отпуск')).total).toBe(100)
    await index.close()
  })

  it('leaves out an article that can’t be read (rule F9)', async () => {
    const articles = someArticles(hundred())
    const content = (id: string) => (id === 'a7' ? Promise.reject(new Error('повреждён')) : articles.content(id))
    const environment = calmEnvironment(forgetfulFiles().files)
    const index = openSearchIndex({ environment, folder, readOnly: false, articles: { ...articles, content } })
    expect((await ask(index, 'отпуск')).total).toBe(99)
    await index.close()
  })

  it('says how much is known while it is behind (rule F7)', async () => {
    const articles = someArticles(hundred())
    let release = () => {}
    const stuck = new Promise<void>((resolve) => {
      release = resolve
    })
    const content = (id: string) => (id === 'a50' ? stuck.then(() => articles.content(id)) : articles.content(id))
    const environment = calmEnvironment(forgetfulFiles().files)
    const index = openSearchIndex({ environment, folder, readOnly: false, articles: { ...articles, content } })
    const early = await index.find(parseQuery('отпуск'), options, false)
    expect(early).toMatchObject({ total: 0, indexing: { done: 0, total: 100 } })
    release()
    expect(await index.find(parseQuery('отпуск'), options, true)).toMatchObject({ total: 100, indexing: null })
    await index.close()
  })
})
