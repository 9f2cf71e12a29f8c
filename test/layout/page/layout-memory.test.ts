import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IssueInput, StoryInput } from '../../../src/layout/input.ts'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { createLayoutEngine } from '../../../src/layout/layout-engine.ts'
import type { Block } from '../../../src/shared/article/content.ts'
import { issue, loadFaces, paragraph, photo, placementsOf, sentences, story, storyArbitrary } from './issue-fixtures.ts'

const faces = loadFaces()

type Edit = (input: IssueInput) => IssueInput

const changeStory =
  (at: number, change: (content: StoryInput['content']) => Partial<StoryInput['content']>): Edit =>
  (input) => ({
    ...input,
    stories: input.stories.map((one, index) =>
      index === at % input.stories.length ? { ...one, content: { ...one.content, ...change(one.content) } } : one,
    ),
  })

const typed = (block: Block, letters: string): Block => {
  if (block.type !== 'paragraph') return block
  const text = block.content.map((node) => node.text).join('')
  const middle = Math.floor(text.length / 2)
  return { ...block, content: [{ type: 'text', text: text.slice(0, middle) + letters + text.slice(middle) }] }
}

const at = fc.nat(30)
const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(at, at, fc.integer({ min: 1, max: 60 })).map(([one, block, count]) => type(one, block, count)),
  },
  fc.tuple(at, at).map(([one, place]) =>
    changeStory(one, ({ body }) => {
      const where = place % (body.length + 1)
      return { body: [...body.slice(0, where), paragraph(sentences(30, place)), ...body.slice(where)] }
    }),
  ),
  fc
    .tuple(at, at)
    .map(([one, place]) =>
      changeStory(one, ({ body }) => ({ body: body.filter((_, index) => body.length < 2 || index !== place % body.length) })),
    ),
  fc.tuple(at, at).map(([one, words]) => changeStory(one, () => ({ headline: sentences(1 + (words % 9), 4) }))),
  at.map((one) => changeStory(one, ({ body }) => ({ body: [photo('landscape', sentences(1 + (one % 12))), ...body] }))),
  fc
    .tuple(at, fc.integer({ min: 1, max: 5 }), fc.option(fc.integer({ min: 1, max: 5 })))
    .map(([one, page, continuation]) => place(one, page, continuation)),
  at.map(
    (one): Edit =>
      (input) => ({ ...input, stories: [...input.stories.slice(one % 3), ...input.stories.slice(0, one % 3)] }),
  ),
  fc.integer({ min: 1, max: 5 }).map(
    (pages): Edit =>
      (input) => ({ ...input, pages }),
  ),
  fc.constantFrom<4 | 5 | 6>(4, 5, 6).map(
    (columns): Edit =>
      (input) => ({ ...input, columns }),
  ),
  at.map(
    (one): Edit =>
      (input) => ({ ...input, furniture: { ...input.furniture, date: `${one} ноября` } }),
  ),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 5, max: 90 }))
    .map(([page, span, rows]) => fix(page, span, rows)),
)

function type(one: number, block: number, count: number): Edit {
  return changeStory(one, ({ body }) => ({
    body: body.map((each, index) => (index === block % body.length ? typed(each, 'слово '.repeat(count).slice(0, count)) : each)),
  }))
}

function place(one: number, page: number, continuation: number | null): Edit {
  return (input) => {
    const id = input.stories[one % input.stories.length]?.id ?? ''
    const before = input.placements.get(id)
    if (before === undefined) return input
    return { ...input, placements: new Map([...input.placements, [id, { ...before, page, continuation }]]) }
  }
}

function fix(page: number, span: number, rows: number): Edit {
  const zone = { kind: 'story' as const, id: 'zone', column: 0, span, row: 0, rows, locked: false }
  return (input) => ({
    ...input,
    dummies: input.dummies.has(page) ? new Map() : new Map([[page, { template: null, zones: [zone] }]]),
  })
}

const placed = placementsOf([
  ['a', 1, 2],
  ['b', 1],
  ['c', 2],
  ['d', 3],
])

describe('what the page engine remembers', () => {
  it('L21 changes no page: after any edits it lays out what it would without memory', () => {
    const stories = fc.tuple(storyArbitrary('a'), storyArbitrary('b'), storyArbitrary('c'), storyArbitrary('d'))
    fc.assert(
      fc.property(stories, fc.array(editArbitrary, { minLength: 1, maxLength: 8 }), (first, edits) => {
        const engine = createLayoutEngine(faces)
        let input = issue(first, placed)
        for (const edit of [(same: IssueInput) => same, ...edits]) {
          input = edit(input)
          expect(engine.layOut(input)).toEqual(layOutIssue(input, faces))
        }
      }),
      { numRuns: 20 },
    )
  })

  it('L50 gives the very same pages where nothing changed, also when the stories are read anew', () => {
    const engine = createLayoutEngine(faces)
    const long = (seed: number) => Array.from({ length: 8 }, (_, index) => paragraph(sentences(40, index + seed)))
    const input = issue(
      [story('a', long(1)), story('b', long(3)), story('c', [photo('landscape'), ...long(5)])],
      placementsOf([
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]),
    )
    const before = engine.layOut(input)
    const after = engine.layOut(type(1, 4, 3)(structuredClone(input)))
    expect(after.pages.map((page, index) => page === before.pages[index])).toEqual([true, false, true, true])
    expect(before.pages[2]?.items.some(({ kind }) => kind === 'image')).toBe(true)
  })

  it('L50 keeps the page a story goes on to where only its beginning changed and the lines break where they did', () => {
    const engine = createLayoutEngine(faces)
    const inYear = (year: number) =>
      story('long', [
        paragraph(`В ${year} году ${sentences(60, 1)}`),
        ...Array.from({ length: 40 }, (_, index) => paragraph(sentences(60, index))),
      ])
    const placements = placementsOf([['long', 2, 3]])
    const before = engine.layOut(issue([inYear(2025)], placements))
    const after = engine.layOut(issue([inYear(2026)], placements))
    expect(after.pages.map((page, index) => page === before.pages[index])).toEqual([true, false, true, true])
  })
})
