import type { OutboxRow } from './outbox-row.ts'
import type { OutboxStore } from './outbox-store.ts'

/**
 * Takes an irrevocable decision on a row: `decision` gives the row as it is to be, or null to leave it. When this
 * resolves with a row, the decision is on disk in the folder and outside it, so that it may be carried out (rule O10).
 * A row that is put on hold is no decision; it resolves with null, as when nothing changed. `between` runs between the
 * two writes.
 */
export const decide = async (
  outbox: OutboxStore,
  id: string,
  decision: (row: OutboxRow) => OutboxRow | null | Promise<OutboxRow | null>,
  between: () => Promise<void> | void = () => undefined,
): Promise<OutboxRow | null> => {
  let number: number | null = null
  const row = await outbox.change(id, async (now) => {
    const next = await decision(now)
    if (next === null || next.state === 'held') return next
    number = Math.max(now.decisions, outbox.right.lastDecision(id)) + 1
    return { ...next, decisions: number }
  })
  if (number === null) return null
  await between()
  await outbox.right.remember(new Map([[id, number]]))
  return row
}
