import { describe, expect, test } from 'vitest'
import type { IssueInput, StoryInput } from '../../../src/layout/input.ts'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { createCopyTurns } from '../../../src/renderer/layout/copy-turns.ts'
import { createLineMeter } from '../../../src/renderer/layout/line-meter.ts'
import type { StoryForLayout } from '../../../src/shared/layout/input.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { storyZone } from '../../helpers/story-zone.ts'
import { issue, loadFaces, paragraph, placementsOf, sentences, story } from '../../layout/page/issue-fixtures.ts'
import { bodies, open, until, withText, workshop } from './layout-office.ts'

const written = (input: StoryInput): StoryForLayout => ({
  id: input.id,
  hash: '',
  content: input.content,
  photos: [...input.photos].map(([media, size]) => ({ media, ...size, focus: null })),
})

const replaced = (input: IssueInput, next: StoryInput): IssueInput => ({
  ...input,
  stories: input.stories.map((one) => (one.id === next.id ? next : one)),
})

const text = (id: string, words: number) => story(id, [paragraph(sentences(words)), paragraph(sentences(50, words))])

describe('how a text fits while it is written', () => {
  const faces = loadFaces()
  const fitOf = (input: IssueInput, id: string) => layOutIssue(input, faces).fits.find(({ article }) => article === id) ?? null

  test('L120 is what the backend says once the text is stored, to the line', async () => {
    const { backend, desk } = open()
    desk.watch([], () => undefined)
    for (const words of [300, 2500]) {
      const draft = text('b', words)
      const story = written(draft)
      desk.measure(story)
      await until(desk, () => desk.current().copyfit?.story === story)
      expect(desk.current().copyfit?.fit).toEqual(fitOf(replaced(backend.input(), draft), 'b'))
    }
    expect(desk.current().copyfit?.fit?.overset).toBeGreaterThan(0)
    expect(desk.current().copyfit?.fit?.end).not.toBeNull()
  })

  test('follows what others change on the page, and asks the backend nothing of its own', async () => {
    const { backend, desk, asked } = open()
    desk.watch([], () => undefined)
    const draft = text('b', 1500)
    desk.measure(written(draft))
    await until(desk, () => desk.current().copyfit !== null && desk.current().fits !== null)
    const before = asked().length
    backend.change(withText('b', 4))
    expect(asked()).toHaveLength(before)
    const zones = [storyZone('small', 0, 2, 0, 20)]
    backend.change((input) => ({ ...input, dummies: new Map([[2, { template: null, zones }]]) }), 'issue')
    const expected = fitOf(replaced(backend.input(), draft), 'b')
    await until(desk, () => desk.current().copyfit?.fit?.overset === expected?.overset)
    expect(desk.current().copyfit?.fit).toEqual(expected)
  })

  test('is forgotten with the text, and what was stored meanwhile is laid out', async () => {
    const { backend, desk } = open()
    desk.watch([], () => undefined)
    desk.measure(written(text('b', 200)))
    await until(desk, () => desk.current().copyfit !== null)
    backend.change(withText('b', 4))
    desk.measure(null)
    expect(desk.current().copyfit).toBeNull()
    const expected = fitOf(backend.input(), 'b')
    await until(desk, () => desk.current().fits?.find(({ article }) => article === 'b')?.lines === expected?.lines)
  })
})

describe('a text without a place', () => {
  test('L122 has its lines counted in columns of the publication', async () => {
    const { start } = workshop()
    const meter = createLineMeter({ start, broken: (reference) => ({ code: 'internal', what: 'Сломалось.', reference }) })
    const one = story('z', bodies(3))
    await new Promise<void>((resolve) => {
      meter.watch(() => resolve())
      meter.measure(written(one), { columns: 4, style: usualStyle })
    })
    const { lines, fit } = meter.current().copyfit ?? {}
    expect(fit).toBeNull()
    const placed = { ...issue([one], placementsOf([['z', 2]])), columns: 4 as const }
    expect(lines).toBe(layOutIssue(placed, loadFaces()).fits[0]?.lines)
  })
})

describe('questions to the worker', () => {
  const [a, b, c] = [1, 2, 3].map((words) => written(text('a', words)))

  test('go out one at a time, of those that wait only the newest', () => {
    if (!a || !b || !c) throw new Error('no stories')
    const posted: (readonly [number, StoryForLayout])[] = []
    const turns = createCopyTurns((run, story) => posted.push([run, story]))
    turns.ask(a)
    turns.ask(b)
    turns.ask(c)
    expect(posted).toEqual([[1, a]])
    expect(turns.answered(7)).toBeNull()
    expect(turns.answered(1)).toBe(a)
    expect(posted).toEqual([
      [1, a],
      [2, c],
    ])
    expect(turns.answered(2)).toBe(c)
    expect(turns.answered(2)).toBeNull()
    expect(posted).toHaveLength(2)
  })

  test('are forgotten with the worker, and go out anew to the next one', () => {
    if (!a || !b) throw new Error('no stories')
    const posted: number[] = []
    const turns = createCopyTurns((run) => posted.push(run))
    turns.ask(a)
    turns.forget()
    expect(turns.answered(1)).toBeNull()
    turns.ask(b)
    expect(posted).toEqual([1, 2])
  })
})
