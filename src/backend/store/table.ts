import { type Column, startsOf, text, viewOf, words } from './columns.ts'

/*
 * Rows with ids in a file: the size of each column in bytes (32 bits each, little-endian), then the columns one after
 * another. The first is that of the ids. How many rows there are, and which columns, is told elsewhere.
 */

/** The columns of a table whose rows have the fields of `C`. */
export type Columns<C> = { readonly [K in keyof C]: Column<C[K]> }

/** Reads one field of a row. */
export type CellReader<C> = <K extends keyof C>(name: K) => C[K]

/** The rows of a file, each field decoded when it is asked for. */
export interface Table<C> {
  readonly ids: readonly string[]
  cell<K extends keyof C>(row: number, name: K): C[K]
}

/** What the bytes of such a table mean: tables of another form can't be read as this one. */
export const formOf = <C>(columns: Columns<C>): string => {
  const forms: string[] = []
  for (const name in columns) forms.push(`${name}: ${columns[name].form}`)
  return forms.join(', ')
}

export const writeTable = <C>(columns: Columns<C>, ids: readonly string[], rows: readonly C[]): Uint8Array => {
  const parts = [text.write(ids)]
  for (const name in columns) parts.push(columns[name].write(rows.map((row) => row[name])))
  return Buffer.concat([words(parts.map(({ length }) => length)), ...parts])
}

/** The bytes of each of so many columns; null where the file is shorter or longer than they are. */
const partsOf = (file: Uint8Array, count: number): readonly Uint8Array[] | null => {
  const head = count * 4
  if (file.length < head) return null
  const view = viewOf(file)
  const starts = startsOf(Array.from({ length: count }, (_, at) => view.getUint32(at * 4, true)))
  if (starts.at(-1) !== file.length - head) return null
  return Array.from({ length: count }, (_, at) => file.subarray(head + (starts[at] ?? 0), head + (starts[at + 1] ?? 0)))
}

/** Null where these bytes are not a table of so many rows with these columns. */
export const openTable = <C>(columns: Columns<C>, file: Uint8Array, rows: number): Table<C> | null => {
  const parts = partsOf(file, Object.keys(columns).length + 1)
  const ids = parts?.[0] && text.open(parts[0], rows)
  if (!parts || !ids) return null
  const readers: { [K in keyof C]?: (row: number) => C[K] } = {}
  let at = 0
  for (const name in columns) {
    at += 1
    const part = parts[at]
    const values = part && columns[name].open(part, rows)
    if (!values) return null
    readers[name] = values.at
  }
  return {
    ids: ids.range(0, rows),
    cell: (row, name) => {
      const reader = readers[name]
      if (reader === undefined || row >= rows) throw new RangeError(`нет поля ${String(name)} в строке ${row}`)
      return reader(row)
    },
  }
}
