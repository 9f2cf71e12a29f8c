import type { Newsroom } from '../newsroom.ts'
import { mayBeOut, type OutboxRow } from '../publishing/outbox-row.ts'
import { withState } from './address-book.ts'

/** Notes that the mail server refuses a recipient. What a person decided since then stays. */
const noteBounce = async (newsroom: Newsroom, row: OutboxRow): Promise<void> => {
  const { recipient, state, reason } = row
  const at = row.steps[0]?.startedAt ?? null
  if (recipient === null || state !== 'failed' || at === null) return
  const decided = newsroom.addresses
    .get()
    .organisations.flatMap(({ mailboxes }) => mailboxes)
    .find((mailbox) => mailbox.address.toLowerCase() === recipient.toLowerCase())
  if (!decided || decided.since > at || decided.state !== 'active') return
  await newsroom.addresses.change((book) => withState(book, recipient, 'bouncing', reason, at))
  newsroom.emit({ type: 'changed', feature: 'mailing', id: null })
}

/**
 * What a letter's outcome means beyond the letter (rules E8 and B5): an address that is refused is not written to any
 * more; what would befall every other letter as well stops the mailing. May run again after every start.
 */
export const settleLetter = async (newsroom: Newsroom, row: OutboxRow): Promise<void> => {
  if (row.mailing === null) return
  await noteBounce(newsroom, row)
  const record = newsroom.mailings.get(row.mailing)
  const stopped = (row.state === 'held' || row.state === 'needsPerson') && !mayBeOut(row)
  if (record?.state !== 'running' || !stopped) return
  await newsroom.mailings.put(row.mailing, { ...record, state: 'paused', pauseReason: row.reason })
  newsroom.emit({ type: 'changed', feature: 'mailing', id: row.mailing })
}
