import { describe, expect, it } from 'vitest'
import type { Bridge } from '../../src/renderer/api/bridge.ts'
import { createClient } from '../../src/renderer/api/client.ts'
import { ru } from '../../src/renderer/i18n/ru.ts'
import { staffApi } from '../../src/shared/staff/api.ts'

const bridgeWith = (send: Bridge['send'], events: unknown[] = []): Bridge => ({
  send,
  subscribe: (listener) => {
    for (const event of events) listener(event)
    return () => {}
  },
  connection: { current: () => 'open', subscribe: () => () => {} },
  pathOf: null,
})

describe('the client', () => {
  it('sends the operation with whoever is at the window at that moment', async () => {
    const sent: unknown[] = []
    const client = createClient(
      bridgeWith(async (...request) => {
        sent.push(request)
        return { ok: true, value: [] }
      }),
      () => ru.api,
    )
    await client.call(staffApi.list, {})
    client.identity.set('anna')
    await client.call(staffApi.list, {})
    expect(sent).toEqual([
      ['staff.list', {}, null],
      ['staff.list', {}, 'anna'],
    ])
  })

  it('hands a refusal on as it came', async () => {
    const refusal = { ok: false, failure: { code: 'forbidden', what: 'Нельзя.', todo: 'Спросите редактора.' } }
    const client = createClient(
      bridgeWith(async () => refusal),
      () => ru.api,
    )
    expect(await client.call(staffApi.list, {})).toEqual(refusal)
  })

  it.each([
    ['nothing', undefined],
    ['a value of another shape', { ok: true, value: [{ id: 1 }] }],
    ['a failure without words', { ok: false, failure: { code: 'forbidden' } }],
  ])('makes a failure of %s, with a code for whoever looks after the program', async (_name, answer) => {
    const client = createClient(
      bridgeWith(async () => answer),
      () => ru.api,
    )
    const result = await client.call(staffApi.list, {})
    expect(result).toMatchObject({ ok: false, failure: { code: 'internal' } })
    if (!result.ok) expect(result.failure.reference).toContain('staff.list')
  })

  it('makes a failure of a bridge that throws', async () => {
    const client = createClient(
      bridgeWith(() => Promise.reject(new Error('gone'))),
      () => ru.api,
    )
    expect(await client.call(staffApi.list, {})).toMatchObject({ ok: false, failure: { code: 'internal' } })
  })

  it('hands on only events it knows', () => {
    const heard: unknown[] = []
    createClient(
      bridgeWith(async () => undefined, [{ type: 'workspaceChanged' }, { type: 'later' }, null]),
      () => ru.api,
    ).subscribe((event) => heard.push(event))
    expect(heard).toEqual([{ type: 'workspaceChanged' }])
  })
})

describe('who is at the window', () => {
  it('is told once of each change', () => {
    const { identity } = createClient(
      bridgeWith(async () => undefined),
      () => ru.api,
    )
    const heard: (string | null)[] = []
    const stop = identity.subscribe(() => heard.push(identity.current()))
    identity.set('anna')
    identity.set('anna')
    identity.set(null)
    stop()
    identity.set('boris')
    expect(heard).toEqual(['anna', null])
  })
})
