/*
 * Kinds of columns: how the values of one field of many rows lie in bytes. A column is opened by looking at where its
 * values lie; none is decoded before somebody asks for it. All numbers are little-endian.
 *
 *   text     bytes per character (32 bits): 1 for Latin-1, 2 for UTF-16, which keeps lone surrogates as they are;
 *            the start of each text and the end of the last, in characters (32 bits each); the characters
 *   number   a double (64 bits) for each row
 *   one of   the place among the choices (8 bits) for each row
 *   list of  the start of each list and the end of the last, in values (32 bits each); a column of all the values
 */

/** The values of a column where they lie. */
interface Values<V> {
  at(row: number): V
  /** Those of the rows from `from` up to `to`: quicker than one by one. */
  range(from: number, to: number): readonly V[]
}

/** A kind of column. */
export interface Column<V> {
  /** What is written here, in words that differ wherever the bytes mean something else. */
  readonly form: string
  write(values: readonly V[]): Uint8Array
  /** Null where these bytes are not a column of so many rows. */
  open(bytes: Uint8Array, rows: number): Values<V> | null
}

const wordSize = 4
const doubleSize = 8

export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength)

/** Numbers of 32 bits. */
export const words = (values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * wordSize)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * wordSize)
  return bytes
}

/** Where parts of these sizes begin when one follows another, and where the last one ends. */
export const startsOf = (sizes: readonly number[]): readonly number[] => {
  const starts = [0]
  for (const size of sizes) starts.push((starts.at(-1) ?? 0) + size)
  return starts
}

/** Values that are read one by one. */
const oneByOne = <V>(at: (row: number) => V): Values<V> => ({
  at,
  range: (from, to) => Array.from({ length: to - from }, (_, i) => at(from + i)),
})

/** Tells where each row begins, and after the last row where it ends; null where they don't follow one another. */
const openStarts = (bytes: Uint8Array, rows: number): ((row: number) => number) | null => {
  if (bytes.length < (rows + 1) * wordSize) return null
  const view = viewOf(bytes)
  const start = (row: number): number => view.getUint32(row * wordSize, true)
  if (start(0) !== 0) return null
  for (let row = 0; row < rows; row += 1) if (start(row) > start(row + 1)) return null
  return start
}

const encodings = { 1: 'latin1', 2: 'utf16le' } as const

/** Texts of any kind and length. */
export const text: Column<string> = {
  form: 'text',
  write: (values) => {
    const characters = values.join('')
    const width = /[\u0100-\uffff]/.test(characters) ? 2 : 1
    const starts = startsOf(values.map(({ length }) => length))
    return Buffer.concat([words([width, ...starts]), Buffer.from(characters, encodings[width])])
  },
  open: (bytes, rows) => {
    const from = (rows + 2) * wordSize
    const width = bytes.length < from ? 0 : viewOf(bytes).getUint32(0, true)
    const start = openStarts(bytes.subarray(wordSize), rows)
    if ((width !== 1 && width !== 2) || start === null || from + start(rows) * width !== bytes.length) return null
    const characters = Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.length - from)
    const slice = (first: number, end: number) => characters.toString(encodings[width], first * width, end * width)
    return {
      at: (row) => slice(start(row), start(row + 1)),
      range: (first, end) => {
        const whole = slice(start(first), start(end))
        const origin = start(first)
        const { range } = oneByOne((row) => whole.slice(start(row) - origin, start(row + 1) - origin))
        return range(first, end)
      },
    }
  },
}

/** Numbers of any kind, NaN among them. */
export const number: Column<number> = {
  form: 'number',
  write: (values) => {
    const bytes = Buffer.alloc(values.length * doubleSize)
    for (const [at, value] of values.entries()) bytes.writeDoubleLE(value, at * doubleSize)
    return bytes
  },
  open: (bytes, rows) => {
    if (bytes.length !== rows * doubleSize) return null
    const view = viewOf(bytes)
    return oneByOne((row) => view.getFloat64(row * doubleSize, true))
  },
}

/** One of at most 256 values. */
export const oneOf = <V extends string | number | boolean>(choices: readonly V[]): Column<V> => ({
  form: choices.join('|'),
  write: (values) => Uint8Array.from(values, (value) => choices.indexOf(value)),
  open: (bytes, rows) => {
    if (bytes.length !== rows || bytes.some((choice) => choice >= choices.length)) return null
    return oneByOne((row) => {
      const value = choices[bytes[row] ?? choices.length]
      if (value === undefined) throw new RangeError(`нет строки ${row}`)
      return value
    })
  },
})

/** Lists of values of one kind. */
export const listOf = <V>(values: Column<V>): Column<readonly V[]> => ({
  form: `list of ${values.form}`,
  write: (lists) => Buffer.concat([words(startsOf(lists.map(({ length }) => length))), values.write(lists.flat())]),
  open: (bytes, rows) => {
    const start = openStarts(bytes, rows)
    const all = start && values.open(bytes.subarray((rows + 1) * wordSize), start(rows))
    return start && all && oneByOne((row) => all.range(start(row), start(row + 1)))
  },
})
