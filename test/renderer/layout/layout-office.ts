import { readFile } from 'node:fs/promises'
import { onTestFinished } from 'vitest'
import type { z } from 'zod'
import type { IssueInput, StoryInput } from '../../../src/layout/input.ts'
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
import { issue, paragraph, placementsOf, sentences, story } from '../../layout/page/issue-fixtures.ts'

export const bodies = (seed: number) => Array.from({ length: 6 }, (_, index) => paragraph(sentences(40, index + seed)))

/** A backend of which only the layout operations answer; `change` is what another window does. */
export const office = () => {
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
    dummies: Object.fromEntries(input.dummies),
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
    change(next: (input: IssueInput) => IssueInput, feature: 'article' | 'issue' = 'article') {
      input = next(input)
      for (const listener of listeners) listener({ type: 'changed', feature, id: 'b' })
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

export const load = (address: string) => readFile(new URL(`../../../resources/fonts/${address}`, import.meta.url))
export const fonts: Readonly<Record<FontId, string>> = {
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
export const workshop = () => {
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

export const until = (desk: LayoutDesk, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const stop = desk.watch([1, 2, 3], () => {
      if (!holds()) return
      stop()
      resolve()
    })
    if (holds()) resolve()
  })

export const open = () => {
  const backend = office()
  const { start, requests, listeners } = workshop()
  const broken = (reference: string) => ({ code: 'internal' as const, what: 'Сломалось.', reference })
  const desk = createLayoutDesk({ client: backend.client, issue: '47', start, broken })
  onTestFinished(desk.close)
  const asked = () => requests.filter((request) => request.type === 'layOut')
  return { backend, desk, asked, listeners, requests }
}

export const withText = (id: string, seed: number) => (input: IssueInput) => ({
  ...input,
  stories: input.stories.map((one) => (one.id === id ? story(id, bodies(seed)) : one)),
})
