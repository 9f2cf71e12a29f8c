import { postChange, wayOf } from './change-steps.ts'
import type { PostOutcome, PostRequest } from './channels/carrier.ts'
import { type Errand, intoFile, once, withoutSecret } from './errand.ts'
import type { OutboxRow } from './outbox-row.ts'
import { type PostJob, sha256 } from './post-job.ts'

/** What may or may not have been changed is changed again: the second time changes nothing more (rule O42). */
const repeated = (outcome: PostOutcome): PostOutcome =>
  outcome.kind === 'unknown' ? { kind: 'retry', afterMs: null, reason: `${outcome.reason} Правку повторим.` } : outcome

/** Makes ready the one request, or the one change of a file, that changes a post which is out. */
export const changeErrandOf = (job: PostJob, row: OutboxRow, index: number, post: PostRequest): Errand => {
  const { carrier } = job.adapter
  if (carrier.kind === 'file') {
    const errand = intoFile(job, carrier, row, post.at)
    return { ...errand, run: async () => repeated(await errand.run()) }
  }
  const change = postChange(job, row, index, post)
  const way = wayOf(job, row)
  if (!change || !way) throw new Error(`${job.id}: менять нечего или нечем`)
  const request = way.request(change)
  return {
    hash: sha256(request.body ?? new Uint8Array()),
    run: async () => repeated(withoutSecret(way.outcome(await once(job, request), change), job.secret, request)),
  }
}
