import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BrokenSyntax, type PdfValue, readValues } from '../../../src/backend/preflight/pdf/value.ts'

const valuesOf = (text: string): readonly PdfValue[] => {
  const reader = readValues(text)
  const values: PdfValue[] = []
  while (!reader.ended()) values.push(reader.next())
  return values
}

describe('values of a PDF', () => {
  test('numbers read as they are written, however many figures they have', () => {
    const written = fc.oneof(
      fc.integer().map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value.toFixed(6)),
      fc.stringMatching(/^[+-]?[0-9]{1,30}\.?[0-9]{0,30}$/),
      fc.stringMatching(/^[+-]?\.[0-9]{1,20}$/),
    )
    fc.assert(
      fc.property(fc.array(written, { minLength: 1 }), (texts) => {
        expect(valuesOf(texts.join(' '))).toEqual(texts.map(Number))
      }),
    )
  })

  test('strings of figures read as their bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const hex = Buffer.from(bytes).toString('hex')
        expect(valuesOf(`<${hex}><${hex.toUpperCase()}>`)).toEqual(
          [1, 2].map(() => ({ kind: 'string', bytes: Buffer.from(bytes).toString('latin1') })),
        )
      }),
    )
    expect(valuesOf('<4 1\n4>')).toEqual([{ kind: 'string', bytes: 'A@' }])
  })

  test.each([
    ['12 0 R', [{ kind: 'reference', object: 12 }]],
    ['12 0 RG', [12, 0, { kind: 'operator', operator: 'RG' }]],
    ['1 2 R*', [1, 2, { kind: 'operator', operator: 'R*' }]],
    ['-1 0 R', [-1, 0, { kind: 'operator', operator: 'R' }]],
    ['1. 0 R', [1, 0, { kind: 'operator', operator: 'R' }]],
    ['1 0 0 1 10.5 -.25 cm', [1, 0, 0, 1, 10.5, -0.25, { kind: 'operator', operator: 'cm' }]],
    ['% what a person wrote\n/A#20B true', [{ kind: 'name', name: 'A B' }, true]],
    [
      "[1(two)/three]'",
      [[1, { kind: 'string', bytes: 'two' }, { kind: 'name', name: 'three' }], { kind: 'operator', operator: "'" }],
    ],
  ])('%s', (text, values) => {
    expect(valuesOf(text)).toEqual(values)
  })

  test.each([')', '+', '<41', '[1 2', '(open'])('%s is no value', (text) => {
    const read = () => valuesOf(text)
    if (text === '+') expect(read()).toEqual([{ kind: 'operator', operator: '+' }])
    else expect(read).toThrow(BrokenSyntax)
  })
})
