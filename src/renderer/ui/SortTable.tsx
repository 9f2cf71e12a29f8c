import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { compareText } from '../../shared/language/sorting.ts'
import { classes } from './classes.ts'
import styles from './SortTable.module.css'

export interface SortColumn<T> {
  readonly id: string
  readonly label: string
  /** What rows are sorted by; null stands after all others in either direction. A column without it is not sorted by. */
  readonly by?: (row: T) => string | number | null
  readonly cell: (row: T) => ReactNode
  readonly isNumber?: boolean
}

interface SortTableProps<T> {
  readonly label: string
  /** The first one names its row. */
  readonly columns: readonly SortColumn<T>[]
  /** In the order they stand in until somebody sorts them. */
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
}

interface Sorting {
  readonly id: string
  readonly descending: boolean
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b))

const sorted = <T,>(rows: readonly T[], by: (row: T) => string | number | null, descending: boolean): readonly T[] =>
  [...rows].sort((one, other) => {
    const [a, b] = [by(one), by(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return descending ? compare(b, a) : compare(a, b)
  })

/** A table that is sorted by the heads of its columns: once up, once down, then as it was. */
export const SortTable = <T,>({ label, columns, rows, keyOf }: SortTableProps<T>) => {
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const by = columns.find(({ id }) => id === sorting?.id)?.by
  const shown = sorting && by ? sorted(rows, by, sorting.descending) : rows
  const turn = (id: string) =>
    setSorting((now) => (now?.id !== id ? { id, descending: false } : now.descending ? null : { id, descending: true }))
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ id, label: name, by: sortable, isNumber }) => {
            const isSorted = sorting?.id === id
            return (
              <th
                key={id}
                scope="col"
                className={classes(isNumber && styles.number)}
                {...(isSorted ? { 'aria-sort': sorting.descending ? ('descending' as const) : ('ascending' as const) } : {})}
              >
                {sortable ? (
                  <button type="button" className={styles.sort} data-sorted={isSorted} onClick={() => turn(id)}>
                    {name}
                    {isSorted &&
                      (sorting.descending ? (
                        <ArrowDown size={14} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
                      ) : (
                        <ArrowUp size={14} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
                      ))}
                  </button>
                ) : (
                  name
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ id, cell, isNumber }, at) =>
              at === 0 ? (
                <th key={id} scope="row" className={classes(isNumber && styles.number)}>
                  {cell(row)}
                </th>
              ) : (
                <td key={id} className={classes(isNumber && styles.number)}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
