import type { OutboxState } from '../../shared/publishing/delivery.ts'
import type { Approval } from '../../shared/workflow/approval.ts'
import type { Newsroom } from '../newsroom.ts'
import { approvedIn, approvedVariant } from './approved-version.ts'
import { channelAdapters } from './channels/registry.ts'
import { type OutboxRow, rowId, versionOf } from './outbox-row.ts'

/** Can a kind of channel change what came out, or take it away? */
export const canChange = (newsroom: Newsroom, channel: string, purpose: 'edit' | 'remove'): boolean => {
  const record = newsroom.outbox.channels.get(channel)
  if (!record) return false
  const { carrier } = channelAdapters[record.kind]
  return carrier.kind === 'file' || (carrier.kind === 'http' && carrier[purpose] !== undefined)
}

const atRest: ReadonlySet<OutboxState> = new Set(['cancelled', 'held', 'failed', 'needsPerson', 'unknown'])

/** Changes of the same delivery that did not come to an end: the new one says more than they did. */
const giveUpOlder = async (newsroom: Newsroom, delivery: string, id: string): Promise<void> => {
  const { outbox } = newsroom
  for (const [other, row] of [...outbox.rows.all()]) {
    if (other === id || row.corrects !== delivery || row.state === 'sent' || row.state === 'cancelled') continue
    await outbox.change(other, (now) =>
      now.state === 'sent' || now.state === 'cancelled' || now.state === 'sending'
        ? null
        : { ...now, state: 'cancelled', heldFor: null, checkAt: null, reason: 'Заменено новой правкой.' },
    )
    newsroom.emit({ type: 'changed', feature: 'publishing', id: other })
  }
}

/**
 * Queues a change of what came out as a delivery, under this id: `what` is in what it differs. The same order again is the
 * same row; one at rest is tried anew. Resolves with the id.
 */
export const queueChange = async (
  newsroom: Newsroom,
  delivery: string,
  id: string,
  what: Partial<OutboxRow> & { readonly purpose: 'edit' | 'remove'; readonly requestedBy: string },
): Promise<string> => {
  const { outbox, environment } = newsroom
  const came = outbox.rows.get(delivery)
  if (!came) throw new Error(`нет отправления ${delivery}`)
  await giveUpOlder(newsroom, delivery, id)
  const now = environment.now()
  const row: OutboxRow = {
    ...came,
    corrects: delivery,
    queuedAt: now,
    state: 'scheduled',
    heldFor: null,
    attempts: 0,
    retries: 0,
    decisions: outbox.right.lastDecision(id),
    steps: [],
    doubt: false,
    suspect: false,
    scheduledAt: null,
    dueAt: now,
    checkAt: null,
    publishedAt: null,
    url: null,
    reason: null,
    waived: { late: false, change: null },
    ...what,
  }
  if ((await outbox.add(id, row)) !== row)
    await outbox.change(id, (present) =>
      atRest.has(present.state) ? { ...row, attempts: present.attempts, decisions: present.decisions } : null,
    )
  newsroom.emit({ type: 'changed', feature: 'publishing', id })
  return id
}

/**
 * Queues a change of what came out as a delivery: with an approval its words become those of the approved version,
 * without one it is taken away. Resolves with its id.
 */
export const orderChange = async (
  newsroom: Newsroom,
  delivery: string,
  approval: Approval | null,
  person: string,
): Promise<string> => {
  const came = newsroom.outbox.rows.get(delivery)
  if (!came) throw new Error(`нет отправления ${delivery}`)
  const purpose = approval ? 'edit' : 'remove'
  const version = approval ? approvedIn(approval, came) : versionOf(came)
  const id = rowId(came.article, version, came.channel, { purpose, corrects: delivery })
  return queueChange(newsroom, delivery, id, {
    purpose,
    requestedBy: person,
    ...(approval && {
      contentHash: approval.contentHash,
      content: approval.content,
      variant: approvedVariant(approval, came),
      approval: approval.id,
    }),
  })
}
