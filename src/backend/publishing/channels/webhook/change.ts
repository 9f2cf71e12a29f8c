import type { HttpOutcome, HttpRequest } from '../../../environment.ts'
import type { ChangeWay, PostChange, PostOutcome } from '../carrier.ts'
import { articleRequest, signedBody } from './client.ts'
import { articleOutcome } from './outcome.ts'

const notKnown: ReadonlySet<number> = new Set([404, 410])
const notAble: ReadonlySet<number> = new Set([405, 501])

const outcomeOf = (answer: HttpOutcome): PostOutcome =>
  answer.kind === 'answer' && notAble.has(answer.status)
    ? {
        kind: 'refused',
        to: 'needsPerson',
        reason: 'Сайт не умеет менять то, что вышло. Измените материал на сайте сами и отметьте это здесь.',
      }
    : articleOutcome(answer)

/** The whole article again, under the id it was sent with. */
export const webhookEdit: ChangeWay = {
  complaint: () => null,
  request: (post) => ({ ...articleRequest(post), method: 'PUT' }),
  outcome: outcomeOf,
}

const removal = (post: PostChange): HttpRequest => ({
  ...signedBody(post, { schemaVersion: 1, id: post.mark, removed: true }),
  method: 'PUT',
})

export const webhookRemoval: ChangeWay = {
  complaint: () => null,
  request: removal,
  outcome: (answer, { remoteId, url }) =>
    answer.kind === 'answer' && notKnown.has(answer.status) ? { kind: 'sent', remoteId, url } : outcomeOf(answer),
}
