import { dayOf } from '../../shared/calendar/day.ts'
import type { ChannelPart } from '../../shared/publishing/channel.ts'
import { rightsComplaint } from '../media/rights-complaint.ts'
import type { Newsroom } from '../newsroom.ts'
import { channelAdapters } from './channels/registry.ts'
import type { OutboxRow } from './outbox-row.ts'
import { partsOf } from './parts-of.ts'

/** What of a row says which photos its channel takes along. */
type Outgoing = Pick<OutboxRow, 'article' | 'channel' | 'content' | 'variant' | 'issuePage'>

/** Which of the photos that posts take along may not be shown on the web at a moment, milliseconds since 1970. */
export const partsRights = (
  newsroom: Newsroom,
  content: OutboxRow['content'],
  parts: readonly ChannelPart[],
  at: number,
): string | null =>
  rightsComplaint(newsroom, content, { media: parts.flatMap(({ photos }) => photos), use: 'web', day: dayOf(at) })

/** The same of what a channel would get: only the photos that its posts take along are judged (rules U30 and U37). */
export const photoRights = (newsroom: Newsroom, row: Outgoing, at: number): string | null => {
  const channel = newsroom.outbox.channels.get(row.channel)
  if (!channel) return null
  const parts = partsOf({ newsroom, adapter: channelAdapters[channel.kind], channel }, row, '')
  return partsRights(newsroom, row.content, parts, at)
}
