import type { Organisation } from '../../shared/mailing/address-book.ts'
import { leftOut, recipientsOf } from '../../shared/mailing/address-book.ts'
import type { Letter, Mailing } from '../../shared/mailing/mailing.ts'
import { statusOf } from '../../shared/publishing/delivery.ts'
import type { Newsroom } from '../newsroom.ts'
import { formatArticle } from '../publishing/channels/article-part.ts'
import { letterText } from '../publishing/channels/email/letter-text.ts'
import { letterId, mailingId } from './mailing-store.ts'

const nameOf = (organisations: readonly Organisation[], recipient: string): string =>
  organisations.find(({ mailboxes }) => mailboxes.some(({ address }) => address.toLowerCase() === recipient.toLowerCase()))
    ?.name ?? ''

/** The letter about an issue with what became of each copy; null while it was not made up. */
export const readMailing = async (newsroom: Newsroom, issue: string, channel: string): Promise<Mailing | null> => {
  const id = mailingId(issue, channel)
  const record = newsroom.mailings.get(id)
  if (record === null) return null
  const { outbox } = newsroom
  const paused = await outbox.right.pause(outbox.rows.all())
  const { organisations } = newsroom.addresses.get()
  const rows = [...outbox.rows.all()].filter(([, row]) => row.mailing === id)
  const letters = rows.map(([delivery, row]): Letter => {
    const recipient = row.recipient ?? ''
    const status = statusOf[row.state]
    const stopped = status === 'queued' && paused !== null
    return {
      ...{ delivery, recipient, organisation: nameOf(organisations, recipient) },
      status: stopped ? 'held' : status,
      reason: stopped ? paused : row.reason,
      sentAt: row.publishedAt,
    }
  })
  const [part] = formatArticle(record.content, { portal: '', delivery: id, settings: {} }).parts
  const { subject, intro, pdf, pdfLink, notices, files, warnings, testedAt, testedTo, state, pauseReason } = record
  return {
    ...{ id, issue, channel, subject, intro, pdf, pdfLink, notices, warnings, testedAt, testedTo, state, pauseReason },
    text: part?.kind === 'article' ? letterText({ ...part, title: '' }, { sender: '', unsubscribe: '…' }) : '',
    files: files.map(({ name, size }) => ({ name, size })),
    letters: letters.toSorted(
      (a, b) => a.organisation.localeCompare(b.organisation, 'ru') || a.recipient.localeCompare(b.recipient),
    ),
    leftOut: leftOut(organisations),
    waiting: recipientsOf(organisations).filter(({ address }) => outbox.rows.get(letterId(id, address)) === null).length,
  }
}
