import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slotOf } from '../../src/layout/copyfit.ts'
import type { IssueInput, StoryInput } from '../../src/layout/input.ts'
import { lastOf, layOutIssue } from '../../src/layout/lay-out-issue.ts'
import { createLayoutEngine } from '../../src/layout/layout-engine.ts'
import { createLayoutMemory } from '../../src/layout/page/layout-memory.ts'
import { publicationSpec } from '../../src/layout/page/publication-spec.ts'
import { storyZone } from '../helpers/story-zone.ts'
import { issue, loadFaces, paragraph, placementsOf, sentences, story, storyArbitrary } from './page/issue-fixtures.ts'

const faces = loadFaces()

/** Page 1 is planned, pages 2 and 3 have fixed zones; story d jumps from one of them to the other, e from a planned page to one. */
const desk = (stories: readonly StoryInput[], rows: number): IssueInput => ({
  ...issue(
    stories,
    placementsOf([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['d', 2, 3],
      ['e', 1, 3],
    ]),
    4,
  ),
  dummies: new Map([
    [
      2,
      {
        template: null,
        zones: [storyZone('top', 0, 3, 0, rows), storyZone('side', 3, 2, 0, 60), storyZone('foot', 0, 3, 62, 28)],
      },
    ],
    [3, { template: null, zones: [storyZone('rest', 0, 5, 0, 24), storyZone('more', 0, 5, 26, 60)] }],
  ]),
})

const ids = ['a', 'b', 'c', 'd', 'e'] as const

const replaced = (input: IssueInput, next: StoryInput): IssueInput => ({
  ...input,
  stories: input.stories.map((one) => (one.id === next.id ? next : one)),
})

const memoryOf = (input: IssueInput) => createLayoutMemory(publicationSpec(input.style, input.columns), faces)

describe('how a text fits its place', () => {
  it('L120 is told as laying out the issue with it says, whatever the place', () => {
    const stories = fc.tuple(...ids.map((id) => storyArbitrary(id)))
    fc.assert(
      fc.property(stories, fc.constantFrom(...ids), fc.integer({ min: 8, max: 58 }), (before, id, rows) => {
        const input = desk(before, rows)
        const engine = createLayoutEngine(faces)
        engine.layOut(input)
        const next = story(id, [paragraph(sentences(rows * 9, rows)), paragraph(sentences(40))], { headline: sentences(6, rows) })
        const expected = layOutIssue(replaced(input, next), faces).fits.find(({ article }) => article === id)
        expect(lastOf(engine.copyfit(next, input))).toEqual({ lines: expected?.lines, fit: expected })
      }),
      { numRuns: 6 },
    )
  })

  it('L121 needs no other text than its own in a zone that a person fixed', () => {
    const input = desk(
      ids.map((id, at) => story(id, [paragraph(sentences(80, at))])),
      40,
    )
    const kinds = ids.map((id) => slotOf(input, id, memoryOf(input)).kind)
    expect(kinds).toEqual(['plan', 'zone', 'zone', 'plan', 'plan'])
    const [one, other] = [sentences(30), sentences(400)].map((text) => replaced(input, story('c', [paragraph(text)])))
    expect(slotOf(other ?? input, 'b', memoryOf(input))).toEqual(slotOf(one ?? input, 'b', memoryOf(input)))
  })

  it('L122 without a place only the lines of the text are told', () => {
    const engine = createLayoutEngine(faces)
    const text = story('z', [paragraph(sentences(60)), paragraph(sentences(60, 2))])
    const input = issue([], new Map())
    const { lines, fit } = lastOf(engine.copyfit(text, input))
    expect(fit).toBeNull()
    expect(lines).toBe(engine.linesOf(text, input))
    const placed = lastOf(engine.copyfit(text, { ...input, placements: placementsOf([['z', 2]]) }))
    expect(placed.lines).toBe(lines)
    expect(lines).toBeGreaterThan(20)
  })
})
