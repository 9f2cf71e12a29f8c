import type { HttpOutcome } from '../../../environment.ts'
import type { ChangeWay, PostChange, PostOutcome } from '../carrier.ts'
import { articleEditRequest, binRequest } from './client.ts'
import { articleOutcome, isGone } from './outcome.ts'

/** The article under the address it has. */
export const wordpressEdit: ChangeWay = {
  complaint: () => null,
  request: articleEditRequest,
  outcome: (answer) => articleOutcome(answer),
}

/** Puts the article into the site's bin, from where people can take it back. */
export const wordpressRemoval: ChangeWay = {
  complaint: () => null,
  request: binRequest,
  outcome: (answer: HttpOutcome, { remoteId, url }: PostChange): PostOutcome =>
    isGone(answer) ? { kind: 'sent', remoteId, url } : articleOutcome(answer),
}
