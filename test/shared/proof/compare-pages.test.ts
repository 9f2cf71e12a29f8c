import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StoryInput } from '../../../src/layout/input.ts'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import type { Block } from '../../../src/shared/article/content.ts'
import type { PageDisplay } from '../../../src/shared/layout/display.ts'
import { comparePages } from '../../../src/shared/proof/compare-pages.ts'
import { changeNames, type PageChange } from '../../../src/shared/proof/page-change.ts'
import { pageWords } from '../../../src/shared/proof/page-words.ts'
import {
  issue,
  loadFaces,
  paragraph,
  photo,
  placementsOf,
  sentences,
  story,
  storyArbitrary,
} from '../../layout/page/issue-fixtures.ts'

const faces = loadFaces()

/** The pages of an issue with these stories on the second one. */
const pagesOf = (stories: readonly StoryInput[], continuation?: number): readonly PageDisplay[] => {
  const places = stories.map(({ id }) => (continuation === undefined ? ([id, 2] as const) : ([id, 2, continuation] as const)))
  return layOutIssue(issue(stories, placementsOf(places)), faces).pages
}

/** That second page. */
const pageOf = (stories: readonly StoryInput[]): PageDisplay => {
  const page = pagesOf(stories)[1]
  if (page === undefined) throw new Error('no page 2')
  return page
}

const body = (seeds: readonly number[]): readonly Block[] => seeds.map((seed) => paragraph(sentences(52, seed)))
const plain = (id: string, seeds: readonly number[] = [1, 2, 3]) => story(id, body(seeds))

/** A story whose words in one paragraph become others. */
const reworded = (input: StoryInput, at: number, change: (text: string) => string): StoryInput => ({
  ...input,
  content: {
    ...input.content,
    body: input.content.body.map((block, index) =>
      index === at && block.type === 'paragraph'
        ? { ...block, content: block.content.map((node) => (node.type === 'text' ? { ...node, text: change(node.text) } : node)) }
        : block,
    ),
  },
})

const short = ({ kind, part, before, after }: PageChange) => [kind, part, before, after]

/** Every word of a page but those of stories told as a whole. */
const wordsOf = (page: PageDisplay, without: readonly string[]): string =>
  pageWords(page)
    .filter(({ article }) => article === null || !without.includes(article))
    .flatMap(({ words }) => words.map(({ text }) => text))
    .toSorted()
    .join(' ')

it('R2 words divided by the setting are whole, wherever their lines break', () => {
  const text = sentences(120, 4)
  for (const columns of [4, 5, 6] as const) {
    const one = story('a', [paragraph(text)])
    const page = layOutIssue({ ...issue([one], placementsOf([['a', 2]])), columns }, faces).pages[1]
    const words = page && pageWords(page).find(({ part }) => part === 'text')?.words
    expect(words?.map((word) => word.text).join(' ')).toBe(text)
    expect(words?.some(({ places }) => places.length > 1)).toBe(true)
  }
})

it('R3 a page and itself have no changes', () => {
  fc.assert(
    fc.property(storyArbitrary('a'), storyArbitrary('b'), (a, b) => {
      const page = pageOf([a, b])
      expect(comparePages(page, page)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

it('R4 a sentence more at the beginning moves every line and is the only change', () => {
  const before = plain('a')
  const after = reworded(before, 0, (text) => `Вот ещё одно новое предложение. ${text}`)
  const changes = comparePages(pageOf([before, plain('b')]), pageOf([after, plain('b')]))
  expect(changes.map(short)).toEqual([['inserted', 'text', '', 'Вот ещё одно новое предложение.']])
  expect(changes[0]?.afterPlaces.length).toBeGreaterThanOrEqual(5)
  expect(changes[0]?.beforePlaces.map(({ width }) => width)).toEqual([0])
})

it('R4 a word, a comma, a paragraph, a headline and a caption are told apart', () => {
  const before = story('a', [photo('landscape', 'Люди в зале'), ...body([1, 2])], { headline: 'Учителя подписали договор' })
  const page = pageOf([before])
  const told = (after: StoryInput) => comparePages(page, pageOf([after])).map(short)
  const [first = '', second = ''] = sentences(52, 1).split(' ')
  expect(told(reworded(before, 1, (text) => text.replace(second, 'районов,')))).toEqual([
    ['replaced', 'text', second, 'районов,'],
  ])
  expect(told(reworded(before, 1, (text) => text.replace(`${first} `, '')))).toEqual([['deleted', 'text', first, '']])
  const rest = reworded(before, 1, (text) => text.slice(first.length + 1)).content.body.slice(1)
  const split = {
    ...before,
    content: { ...before.content, body: [...before.content.body.slice(0, 1), paragraph(first), ...rest] },
  }
  expect(told(split)).toEqual([['inserted', 'text', '', '¶']])
  expect(told({ ...before, content: { ...before.content, headline: 'Учителя расторгли договор' } })).toEqual([
    ['replaced', 'headline', 'подписали', 'расторгли'],
  ])
  expect(
    told({ ...before, content: { ...before.content, body: [photo('landscape', 'Люди во дворе'), ...body([1, 2])] } }),
  ).toEqual([['replaced', 'caption', 'в зале', 'во дворе']])
})

it('R5 another photo is replaced; a story that came or left is one change', () => {
  const before = story('a', [photo('landscape'), ...body([1, 2])])
  const after = story('a', [photo('small'), ...body([1, 2])])
  expect(comparePages(pageOf([before]), pageOf([after])).map(({ kind, part }) => [kind, part])).toContainEqual([
    'replaced',
    'photo',
  ])
  const changes = comparePages(pageOf([plain('a'), plain('b', [4])]), pageOf([plain('a'), plain('c', [5])]))
  expect(changes.map(({ kind, part, article }) => [kind, part, article])).toEqual([
    ['came', 'story', 'c'],
    ['left', 'story', 'b'],
  ])
})

it('R6 words that went over to the next page are no correction', () => {
  const seeds = Array.from({ length: 40 }, (_, at) => at)
  const before = plain('a', seeds)
  const after = reworded(before, 0, (text) => `${sentences(60, 7)} ${text}`)
  const [old, now] = [pagesOf([before], 3), pagesOf([after], 3)]
  const kinds = (page: number) => {
    const [a, b] = [old[page - 1], now[page - 1]]
    return a && b ? comparePages(a, b).map(({ kind }) => kind) : []
  }
  expect(kinds(2)).toEqual(['inserted', 'flowed'])
  expect(kinds(3)).toEqual(['flowed'])
})

it('R7 the words that differ are in the changes, each once', () => {
  const edit = fc.record({
    paragraph: fc.nat(3),
    at: fc.nat(60),
    kind: fc.constantFrom('insert', 'delete', 'replace'),
    word: fc.constantFrom('новый', 'учитель', 'и'),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 5 }), fc.boolean(), (edits, leaves) => {
      const before = plain('a', [1, 2, 3, 4])
      const after = edits.reduce(
        (input, { paragraph: index, at, kind, word }) =>
          reworded(input, index, (text) => {
            const words = text.split(' ')
            words.splice(at % words.length, kind === 'insert' ? 0 : 1, ...(kind === 'delete' ? [] : [word]))
            return words.join(' ')
          }),
        before,
      )
      const [old, now] = [pageOf([before, plain('b', [5])]), pageOf(leaves ? [after] : [after, plain('b', [5])])]
      const changes = comparePages(old, now)
      const texts = changes.filter(({ part }) => part !== 'story' && part !== 'photo')
      const without = leaves ? ['b'] : []
      const taken = texts.flatMap((change) => change.before.split(' ')).filter((word) => word !== '')
      const put = texts.flatMap((change) => change.after.split(' ')).filter((word) => word !== '')
      const left = wordsOf(old, without).split(' ')
      for (const word of taken) {
        const at = left.indexOf(word)
        expect(at).toBeGreaterThanOrEqual(0)
        left.splice(at, 1)
      }
      expect(
        [...left, ...put]
          .filter((word) => word !== '')
          .toSorted()
          .join(' '),
      ).toBe(wordsOf(now, without).trim())
      expect(new Set(changeNames(changes)).size).toBe(changes.length)
    }),
    { numRuns: 40 },
  )
})
