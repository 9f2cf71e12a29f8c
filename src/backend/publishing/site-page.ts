import type { Newsroom } from '../newsroom.ts'
import type { OutboxRow } from './outbox-row.ts'

/** Where readers find an article on the newspaper's site, once it is there; null while it is not. */
export const sitePageOf = ({ outbox }: Newsroom, article: string): string | null => {
  const onSite = (row: OutboxRow) => row.article === article && outbox.channels.get(row.channel)?.kind === 'wordpress'
  return [...outbox.rows.all().values()].findLast((row) => row.state === 'sent' && row.url !== null && onSite(row))?.url ?? null
}
