import { segmentSize } from './catalog-segments.ts'
import type { CellReader, Columns, Table } from './table.ts'

/** How the entries of a catalog are written: each is a row of cells. */
export interface CatalogType<T, C> {
  /** Bumped when cells mean something else while the columns are the same: a catalog of another version is made anew. */
  readonly version: number
  readonly columns: Columns<C>
  readonly toCells: (entry: T) => C
  readonly fromCells: (cell: CellReader<C>, id: string) => T
  /** The order that is asked for first: rows that are made anew lie in it, so that nobody has to sort them. */
  readonly rank: (cells: C) => number
}

/** The rows of a catalog in memory: those read from its segments, and what has come or changed since. */
export interface CatalogRows<T, C> {
  get(id: string): T | null
  /** One field of a row without the rest; null where there is no row. */
  cell<K extends keyof C>(id: string, name: K): C[K] | null
  /** Looks through all rows in order without making entries of them. What `cell` reads is good until `visit` returns. */
  scan(visit: (id: string, cell: CellReader<C>) => void): void
  /** Every id, in the order of the rows. */
  ids(): readonly string[]
  size(): number
  /** Null takes a row out. Returns the segment that is another one now. */
  set(id: string, entry: T | null): number
  /** Lays the rows out by rank; only where all of them were made anew. */
  arrange(): void
  /** What a segment holds now. */
  segment(at: number): { readonly ids: readonly string[]; readonly cells: readonly C[] }
}

/**
 * Every row has a number: that of its segment times `segmentSize`, and its place in it. A row that was read stays in the
 * bytes of its segment; it becomes an entry when somebody asks for the whole of it.
 */
export const holdRows = <T, C>(type: CatalogType<T, C>, tables: readonly (Table<C> | null)[]): CatalogRows<T, C> => {
  const numbers = new Map<string, number>()
  const entries = new Map<number, T>()
  /** The ids that each segment has or had, by place. */
  const places: string[][] = tables.map((table) => [...(table?.ids ?? [])])

  places.forEach((ids, segment) => {
    for (const [at, id] of ids.entries()) numbers.set(id, segment * segmentSize + at)
  })

  /** One field of a row that was read. */
  const stored = <K extends keyof C>(number: number, name: K): C[K] => {
    const table = tables[Math.floor(number / segmentSize)]
    if (!table) throw new RangeError(`строка ${number} не читалась и не задана`)
    return table.cell(number % segmentSize, name)
  }

  const entryOf = (id: string, number: number): T => entries.get(number) ?? type.fromCells((name) => stored(number, name), id)

  const cellOf = <K extends keyof C>(number: number, name: K): C[K] => {
    const entry = entries.get(number)
    return entry === undefined ? stored(number, name) : type.toCells(entry)[name]
  }

  /** A number for a new row: the next one of the last segment, or the first of a new one. */
  const nextNumber = (id: string): number => {
    if ((places.at(-1)?.length ?? segmentSize) >= segmentSize) places.push([])
    const segment = places.length - 1
    const at = (places[segment]?.push(id) ?? 0) - 1
    return segment * segmentSize + at
  }

  return {
    get: (id) => {
      const number = numbers.get(id)
      if (number === undefined) return null
      const entry = entryOf(id, number)
      entries.set(number, entry)
      return entry
    },
    cell: (id, name) => {
      const number = numbers.get(id)
      return number === undefined ? null : cellOf(number, name)
    },
    scan: (visit) => {
      let row = 0
      const cell: CellReader<C> = (name) => cellOf(row, name)
      numbers.forEach((number, id) => {
        row = number
        visit(id, cell)
      })
    },
    ids: () => [...numbers.keys()],
    size: () => numbers.size,
    set: (id, entry) => {
      const number = numbers.get(id) ?? nextNumber(id)
      if (entry === null) {
        numbers.delete(id)
        entries.delete(number)
      } else {
        numbers.set(id, number)
        entries.set(number, entry)
      }
      return Math.floor(number / segmentSize)
    },
    arrange: () => {
      if (tables.length > 0) return
      const rows = [...numbers].flatMap(([id, number]) => {
        const entry = entries.get(number)
        return entry === undefined ? [] : [{ id, entry, rank: type.rank(type.toCells(entry)) }]
      })
      numbers.clear()
      entries.clear()
      places.length = 0
      for (const { id, entry } of rows.sort((a, b) => a.rank - b.rank)) {
        const number = nextNumber(id)
        numbers.set(id, number)
        entries.set(number, entry)
      }
    },
    segment: (segment) => {
      const live = (places[segment] ?? []).flatMap((id, at) => {
        const number = segment * segmentSize + at
        return numbers.get(id) === number ? [{ id, cells: type.toCells(entryOf(id, number)) }] : []
      })
      return { ids: live.map(({ id }) => id), cells: live.map(({ cells }) => cells) }
    },
  }
}
