import { expect, test } from 'vitest'
import { z } from 'zod'
import { absent, KnownEvents, NotImitated, options, refusable, strict, strictClass, strictFaces } from './strict.ts'

test('an unknown member is an error that names it, reading and writing', () => {
  const shell = strict('shell', { openPath: () => '' })
  expect(shell.openPath()).toBe('')
  expect(() => Reflect.get(shell, 'beep')).toThrow('shell.beep')
  expect(() => Reflect.set(shell, 'beep', 1)).toThrow(NotImitated)
})

test('what is not imitated at all is an error in every use', () => {
  const tray = absent('Tray')
  expect(() => Reflect.get(Object(tray), 'on')).toThrow('Tray.on')
  expect(() => (typeof tray === 'function' ? Reflect.construct(tray, []) : null)).toThrow('new Tray')
})

test('the language may ask what it asks of anything: a promise of a strict value resolves', async () => {
  const value = strict('value', { one: 1 })
  await expect(Promise.resolve(value)).resolves.toBe(value)
})

test('an object has one face', () => {
  const face = strictFaces<{ one: number }>('thing')
  const thing = { one: 1 }
  expect(face(thing)).toBe(face(thing))
})

test('instances and static members of a class are strict', () => {
  class Plain {
    static make(): string {
      return 'made'
    }
    readonly given: unknown
    constructor(given: unknown) {
      this.given = given
    }
  }
  const face = strictFaces<Plain>('Plain')
  const Strict = strictClass('Plain', Plain, (given) => face(new Plain(given)))
  expect(Strict.make()).toBe('made')
  expect(new Strict(1)).toBeInstanceOf(Plain)
  expect(() => Reflect.get(new Strict(1), 'other')).toThrow('Plain.other')
  expect(() => Reflect.get(Strict, 'other')).toThrow('Plain.other')
})

test('options with a key that is not imitated are refused by its path', () => {
  const schema = z.strictObject({ width: z.number(), inner: z.strictObject({}).optional() })
  expect(options('new Window', schema, { width: 1 })).toEqual({ width: 1 })
  expect(() => options('new Window', schema, { width: 1, inner: { kiosk: true } })).toThrow('inner.kiosk')
})

test('only events that happen can be listened to', () => {
  const app = new KnownEvents('app', ['ready'])
  app.on('ready', () => {})
  app.once('ready', () => {})
  for (const listen of ['on', 'once', 'addListener', 'prependListener'] as const)
    expect(() => app[listen]('login', () => {})).toThrow("app.on('login')")
})

test('an event is refused by preventDefault', () => {
  const event = refusable({ url: 'x' })
  expect(event.defaultPrevented).toBe(false)
  event.preventDefault()
  expect(event.defaultPrevented).toBe(true)
  expect(event.url).toBe('x')
})
