import { statusOf } from '../../shared/publishing/delivery.ts'
import type { Newsroom } from '../newsroom.ts'

const reason = 'Придержано: материал снят с номера.'

/**
 * Puts what is still to be sent of an article on hold at once; what may be out goes on. Resolves with the deliveries that
 * now wait because of it.
 */
export const holdPulled = async (newsroom: Newsroom, article: string): Promise<readonly string[]> => {
  const held: string[] = []
  for (const [id, { article: own, state }] of [...newsroom.outbox.rows.all()]) {
    if (own !== article || statusOf[state] !== 'queued') continue
    const row = await newsroom.outbox.change(id, (now) =>
      statusOf[now.state] === 'queued' ? { ...now, state: 'held', heldFor: 'withdrawn', reason } : null,
    )
    if (row.state === 'held' && row.reason === reason) held.push(id)
  }
  if (held.length > 0) newsroom.emit({ type: 'changed', feature: 'publishing', id: null })
  return held
}

/** Lets deliveries go on that waited because their article was pulled, and for nothing else. */
export const releasePulled = async (newsroom: Newsroom, ids: readonly string[]): Promise<void> => {
  for (const id of ids)
    if (newsroom.outbox.rows.get(id))
      await newsroom.outbox.change(id, (now) =>
        now.state === 'held' && now.reason === reason
          ? { ...now, state: now.steps.length === 0 ? 'scheduled' : 'prepared', heldFor: null, reason: null }
          : null,
      )
  if (ids.length > 0) newsroom.emit({ type: 'changed', feature: 'publishing', id: null })
}
