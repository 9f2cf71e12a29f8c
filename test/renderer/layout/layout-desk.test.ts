import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { z } from 'zod'
import type { IssueInput, StoryInput } from '../../../src/layout/input.ts'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { createLayoutDesk, type LayoutDesk } from '../../../src/renderer/layout/layout-desk.ts'
import { createLayoutHost } from '../../../src/renderer/layout/layout-host.ts'
import type { LayoutRequest } from '../../../src/renderer/layout/protocol.ts'
import type { LayoutListener, LayoutPort } from '../../../src/renderer/layout/start-worker.ts'
import type { BackendEvent } from '../../../src/shared/api/events.ts'
import type { Operation } from '../../../src/shared/api/operation.ts'
import { success } from '../../../src/shared/api/result.ts'
import { layoutApi } from '../../../src/shared/layout/api.ts'
import type { FontId } from '../../../src/shared/layout/display.ts'
import type { IssueOutline } from '../../../src/shared/layout/input.ts'
import { issue, loadFaces, paragraph, placementsOf, sentences, story } from '../../layout/page/issue-fixtures.ts'

const bodies = (seed: number) => Array.from({ length: 6 }, (_, index) => paragraph(sentences(40, index + seed)))

/** A backend of which only the layout operations answer; `change` is what another window does. */
const office = () => {
  let input: IssueInput = issue(
    [story('a', bodies(1)), story('b', bodies(2)), story('c', bodies(3))],
    placementsOf([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]),
    3,
  )
  const listeners = new Set<(event: BackendEvent) => void>()
  const hashOf = ({ content }: StoryInput) => JSON.stringify(content)
  const outline = (): IssueOutline => ({
    ...{ pages: input.pages, columns: input.columns, style: input.style, furniture: input.furniture },
    placements: Object.fromEntries(input.placements),
    dummies: {},
    adverts: {},
    stories: input.stories.filter(({ id }) => input.placements.has(id)).map((one) => ({ id: one.id, hash: hashOf(one) })),
  })
  const stories = (ids: readonly string[]) =>
    input.stories
      .filter(({ id }) => ids.includes(id))
      .map((one) => ({
        id: one.id,
        hash: hashOf(one),
        content: one.content,
        photos: [...one.photos].map(([media, size]) => ({ media, ...size })),
      }))
  const answer = (operation: Operation, asked: unknown): unknown =>
    operation.name === layoutApi.input.name ? outline() : stories(layoutApi.stories.input.parse(asked).ids)
  return {
    input: () => input,
    change(next: (input: IssueInput) => IssueInput) {
      input = next(input)
      for (const listener of listeners) listener({ type: 'changed', feature: 'article', id: 'b' })
    },
    client: {
      call: async <I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, asked: z.input<I>) =>
        success(operation.output.parse(answer(operation, asked))),
      subscribe: (listener: (event: BackendEvent) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      connection: { current: () => 'open' as const, subscribe: () => () => undefined },
    },
  }
}

const load = (address: string) => readFile(new URL(`../../../resources/fonts/${address}`, import.meta.url))
const fonts: Readonly<Record<FontId, string>> = {
  serif: 'serif.ttf',
  serifItalic: 'serifItalic.ttf',
  serifBold: 'serifBold.ttf',
  serifBoldItalic: 'serifBoldItalic.ttf',
  sans: 'sans.ttf',
  sansBold: 'sansBold.ttf',
  narrow: 'narrow.ttf',
  narrowBold: 'narrowBold.ttf',
}

/** Workers that run in this very thread, and what they were asked. */
const workshop = () => {
  const requests: LayoutRequest[] = []
  const listeners: LayoutListener[] = []
  const start = (listener: LayoutListener): LayoutPort => {
    listeners.push(listener)
    const hear = createLayoutHost({
      reply: (reply) => listener.said(structuredClone(reply)),
      load,
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
      now: () => performance.now(),
    })
    void hear({ type: 'start', fonts })
    return {
      post: (request) => {
        requests.push(request)
        void hear(structuredClone(request))
      },
      close: () => undefined,
    }
  }
  return { start, requests, listeners }
}

const until = (desk: LayoutDesk, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const stop = desk.watch([1, 2, 3], () => {
      if (!holds()) return
      stop()
      resolve()
    })
    if (holds()) resolve()
  })

const open = () => {
  const backend = office()
  const { start, requests, listeners } = workshop()
  const broken = (reference: string) => ({ code: 'internal' as const, what: 'Сломалось.', reference })
  const desk = createLayoutDesk({ client: backend.client, issue: '47', start, broken })
  onTestFinished(desk.close)
  const asked = () => requests.filter((request) => request.type === 'layOut')
  return { backend, desk, asked, listeners }
}

const withText = (id: string, seed: number) => (input: IssueInput) => ({
  ...input,
  stories: input.stories.map((one) => (one.id === id ? story(id, bodies(seed)) : one)),
})

describe('the layout desk of a window', () => {
  const faces = loadFaces()

  test('lays out what the backend would lay out, and follows a change with the one story that changed', async () => {
    const { backend, desk, asked } = open()
    desk.watch([1, 2, 3], () => undefined)
    await until(desk, () => desk.current().pages.size === 3)
    expect([...desk.current().pages.values()]).toEqual(layOutIssue(backend.input(), faces).pages)
    const before = desk.current().pages
    backend.change(withText('b', 9))
    await until(desk, () => desk.current().pages !== before)
    const after = desk.current().pages
    expect([...after.values()]).toEqual(layOutIssue(backend.input(), faces).pages)
    expect(asked().map(({ stories }) => stories.map(({ id }) => id))).toEqual([['a', 'b', 'c'], ['b']])
    expect([1, 2, 3].map((page) => after.get(page) === before.get(page))).toEqual([true, false, true])
  })

  test('shows the last of several changes that come at once', async () => {
    const { backend, desk } = open()
    desk.watch([1, 2, 3], () => undefined)
    await until(desk, () => desk.current().fits !== null)
    for (const seed of [10, 20, 30]) backend.change(withText('c', seed))
    const wanted = layOutIssue(backend.input(), faces).pages[2]
    await until(desk, () => isDeepStrictEqual(desk.current().pages.get(3), wanted))
    expect(desk.current().failure).toBeNull()
  })

  test('lays out what a person is about to arrange, with a story that waited, and goes back to what is stored', async () => {
    const { backend, desk } = open()
    const whole = backend.input()
    backend.change((input) => ({ ...input, placements: new Map([...input.placements].filter(([id]) => id !== 'c')) }))
    desk.watch([1, 2, 3], () => undefined)
    await until(desk, () => desk.current().fits?.length === 2)
    const stored = desk.current().pages.get(3)
    desk.arrange({ placements: Object.fromEntries(whole.placements), dummies: {} })
    await until(desk, () => desk.current().fits?.length === 3)
    expect([...desk.current().pages.values()]).toEqual(layOutIssue(whole, faces).pages)
    desk.arrange(null)
    await until(desk, () => desk.current().fits?.length === 2)
    expect(desk.current().pages.get(3)).toEqual(stored)
  })

  test('says that its worker can not work, and starts another one when asked again', async () => {
    const { desk, listeners } = open()
    desk.watch([1], () => undefined)
    await until(desk, () => desk.current().fits !== null)
    listeners[0]?.broke('no memory')
    expect(desk.current().failure).toMatchObject({ code: 'internal', reference: 'no memory' })
    desk.refresh()
    await until(desk, () => desk.current().failure === null)
    expect(listeners).toHaveLength(2)
  })

  test('takes nothing from a worker that does not keep to the protocol', async () => {
    const { desk, listeners } = open()
    desk.watch([1], () => undefined)
    await until(desk, () => desk.current().fits !== null)
    listeners[0]?.said({ type: 'laidOut', run: 1, fits: 'all', diagnostics: [], pages: [] })
    expect(desk.current().failure).toMatchObject({ code: 'internal' })
  })
})

test('a run that is not the latest any more is left off between two steps', async () => {
  const said: unknown[] = []
  const backend = office()
  let now = 0
  const hear = createLayoutHost({
    reply: (reply) => said.push(reply),
    load,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    // Every step has taken long.
    now: () => {
      now += 1000
      return now
    },
  })
  await hear({ type: 'start', fonts })
  const asked = await backend.client.call(layoutApi.input, { issue: '47' })
  const stories = await backend.client.call(layoutApi.stories, { ids: ['a', 'b', 'c'] })
  if (!asked.ok || !stories.ok) throw new Error('no input')
  const request = { type: 'layOut', outline: asked.value, pages: [1] }
  await Promise.all([hear({ ...request, run: 1, stories: stories.value }), hear({ ...request, run: 2, stories: [] })])
  expect(said.filter((reply) => JSON.stringify(reply).startsWith('{"type":"laidOut"'))).toMatchObject([{ run: 2 }])
})
