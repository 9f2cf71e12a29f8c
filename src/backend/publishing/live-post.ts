import type { OutboxRow } from './outbox-row.ts'

type Rows = ReadonlyMap<string, OutboxRow>

const changesOf = (rows: Rows, delivery: string, purpose: OutboxRow['purpose']): readonly OutboxRow[] =>
  [...rows.values()].filter((row) => row.purpose === purpose && row.corrects === delivery && row.state === 'sent')

/** The corrections of a delivery that readers have seen, in their order. */
export const editsOf = (rows: Rows, delivery: string): readonly OutboxRow[] =>
  changesOf(rows, delivery, 'edit')
    // One that a person made by hand has no posts of this program's.
    .filter(({ steps }) => steps.length > 0)
    .toSorted((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0) || a.queuedAt - b.queuedAt)

/** Was what came out as this delivery taken away again? */
export const isRemoved = (rows: Rows, delivery: string): boolean => changesOf(rows, delivery, 'remove').length > 0

/** The row whose words readers see of a delivery that is out: its last correction, else itself. Null where there is none. */
export const livePost = (rows: Rows, delivery: string): OutboxRow | null =>
  isRemoved(rows, delivery) ? null : (editsOf(rows, delivery).at(-1) ?? rows.get(delivery) ?? null)
