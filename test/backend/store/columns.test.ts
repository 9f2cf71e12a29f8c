import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Column, listOf, number, oneOf, text } from '../../../src/backend/store/columns.ts'
import { formOf, openTable, writeTable } from '../../../src/backend/store/table.ts'

/** Any text at all: every alphabet, lone halves of surrogate pairs, zeros, and what other formats part texts by. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.constantFrom('', '\0', '\n', '\t', '","', '\ud83d', '\ude00', 'ÿ', 'Ā', '«Ёлка»'),
)
const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, -0, Number.MAX_SAFE_INTEGER))
const choices = ['filed', 'edited', 'spiked'] as const

const reads = <V>(column: Column<V>, values: readonly V[]): void => {
  const opened = column.open(column.write(values), values.length)
  expect(values.map((_, row) => opened?.at(row))).toEqual(values)
  const [from, to] = [Math.floor(values.length / 3), Math.ceil(values.length / 1.5)]
  expect(opened?.range(from, to)).toEqual(values.slice(from, to))
}

describe('a column', () => {
  const comesBack = <V>(column: Column<V>, value: fc.Arbitrary<V>) =>
    fc.assert(fc.property(fc.array(value), (values) => reads(column, values)))

  it('of texts comes back as it went', () => comesBack(text, anyText))
  it('of numbers comes back as it went', () => comesBack(number, anyNumber))
  it('of choices comes back as it went', () => comesBack(oneOf(choices), fc.constantFrom(...choices)))
  it('of lists of texts comes back as it went', () => comesBack(listOf(text), fc.array(anyText)))
  it('of lists of lists comes back as it went', () => comesBack(listOf(listOf(number)), fc.array(fc.array(anyNumber))))

  it('takes a byte for a Latin letter and two for others', () => {
    const size = (values: readonly string[]) => text.write(values).length
    expect(size(['filed', 'é']) - size(['', ''])).toBe(6)
    expect(size(['сдан', '']) - size(['', ''])).toBe(8)
  })
})

interface Row {
  readonly headline: string
  readonly order: number
  readonly status: (typeof choices)[number]
  readonly articles: readonly string[]
}
const columns = { headline: text, order: number, status: oneOf(choices), articles: listOf(text) }
const anyRow: fc.Arbitrary<Row> = fc.record({
  headline: anyText,
  order: anyNumber,
  status: fc.constantFrom(...choices),
  articles: fc.array(anyText),
})
const anyRows = fc.array(fc.tuple(anyText, anyRow))
const written = (rows: readonly (readonly [string, Row])[]): Uint8Array =>
  writeTable<Row>(
    columns,
    rows.map(([id]) => id),
    rows.map(([, row]) => row),
  )

describe('a table', () => {
  it('comes back as it went, wherever its bytes lie', () =>
    fc.assert(
      fc.property(anyRows, fc.nat(7), (rows, shift) => {
        const bytes = Buffer.concat([Buffer.alloc(shift), written(rows)]).subarray(shift)
        const table = openTable<Row>(columns, bytes, rows.length)
        expect(table?.ids).toEqual(rows.map(([id]) => id))
        for (const [at, [, row]] of rows.entries())
          for (const name of ['headline', 'order', 'status', 'articles'] as const)
            expect(table?.cell(at, name)).toEqual(row[name])
      }),
    ))

  it('is none where bytes are missing, too many or another number of rows is asked for', () =>
    fc.assert(
      fc.property(anyRows, fc.nat(), (rows, cut) => {
        const bytes = written(rows)
        expect(openTable<Row>(columns, bytes.subarray(0, cut % bytes.length), rows.length)).toBeNull()
        expect(openTable<Row>(columns, Buffer.concat([bytes, Buffer.alloc(1 + (cut % 9))]), rows.length)).toBeNull()
        expect(openTable<Row>(columns, bytes, rows.length + 1)).toBeNull()
      }),
    ))

  it('opens or refuses any bytes, and reads every row it has opened', () =>
    fc.assert(
      fc.property(anyRows, fc.nat(), fc.nat(255), (rows, place, byte) => {
        const bytes = Buffer.from(written(rows))
        bytes[place % bytes.length] = byte
        const table = openTable<Row>(columns, bytes, rows.length)
        for (const at of table ? rows.keys() : [])
          for (const name of ['headline', 'order', 'status', 'articles'] as const) expect(table?.cell(at, name)).toBeDefined()
      }),
      { numRuns: 500 },
    ))

  it('tells its form by names, kinds, choices and their order', () => {
    expect(formOf<Row>(columns)).toBe('headline: text, order: number, status: filed|edited|spiked, articles: list of text')
  })

  it('has no other rows than its own', () => {
    expect(() => openTable<Row>(columns, written([]), 0)?.cell(0, 'order')).toThrow(RangeError)
  })
})
