import type { NotSent, PostOutcome } from './channels/carrier.ts'
import type { PostJob } from './post-job.ts'

/**
 * Tells the channel what a delivery has met: a key that is refused is refused to every other one, too (rule O57). Anything
 * else says nothing of the connection (rule O27).
 */
export const noteRefusal = async ({ newsroom, channel }: PostJob, outcome: PostOutcome | NotSent): Promise<void> => {
  if (outcome.kind !== 'refused' || outcome.access !== true) return
  const present = newsroom.outbox.channels.get(channel.id)
  if (!present) return
  await newsroom.outbox.channels.put(channel.id, { ...present, problem: outcome.reason, needsKey: true })
  newsroom.emit({ type: 'changed', feature: 'publishing', id: channel.id })
}
