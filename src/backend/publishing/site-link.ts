import type { Newsroom } from '../newsroom.ts'
import { isRemoved } from './live-post.ts'

/** Where readers find an article on the newspaper's site; null while it is not there. */
export const siteLinkOf = ({ outbox }: Pick<Newsroom, 'outbox'>, article: string): string | null => {
  const rows = outbox.rows.all()
  const onSite = [...rows].findLast(
    ([id, row]) =>
      row.purpose === 'post' &&
      row.article === article &&
      row.state === 'sent' &&
      row.url !== null &&
      outbox.channels.get(row.channel)?.kind === 'wordpress' &&
      !isRemoved(rows, id),
  )
  return onSite?.[1].url ?? null
}
