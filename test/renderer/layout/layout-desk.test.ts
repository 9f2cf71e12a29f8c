import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { createLayoutHost } from '../../../src/renderer/layout/layout-host.ts'
import { layoutApi } from '../../../src/shared/layout/api.ts'
import { loadFaces } from '../../layout/page/issue-fixtures.ts'
import { fonts, load, office, open, until, withText } from './layout-office.ts'

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
