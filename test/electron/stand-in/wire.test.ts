import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wire } from './wire.ts'

const { encode, decode } = wire()

test('what messages carry arrives as it was', () => {
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.date({ noInvalidDate: true }),
      fc.uint8Array(),
      fc.array(tie('value')),
      fc.dictionary(fc.oneof(fc.constant('$'), fc.constant('v'), fc.string({ minLength: 1 })), tie('value'), {
        noNullPrototype: true,
      }),
    ),
  })).value
  fc.assert(
    fc.property(value, (sent) => {
      expect(decode(encode(sent))).toEqual(sent)
    }),
  )
})

test('what cannot be cloned is refused, as Electron refuses it', () => {
  expect(() => encode({ on: () => {} })).toThrow('could not be cloned')
  expect(() => encode(new Map())).toThrow('Map')
})

test('the source of the function works by itself, as in a page', () => {
  const made: unknown = new Function(`return (${wire})().encode({ a: [undefined, 1] })`)()
  expect(decode(String(made))).toEqual({ a: [undefined, 1] })
})
