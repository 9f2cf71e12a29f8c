import type { HttpOutcome } from '../../../environment.ts'
import type { ChangeWay, PostChange, PostOutcome } from '../carrier.ts'
import { credentialsOf } from '../credentials.ts'
import { notDone } from '../network-answer.ts'
import { textOfPost } from '../plain-post.ts'
import { attachmentsOf, vkCall } from './client.ts'
import { vkAnswer, vkErrors } from './outcome.ts'

const administrator = ({ secret }: PostChange): string => credentialsOf(secret).user ?? ''

/** VK lets those who run a group change its posts, not the group's own key. */
const complaint = (post: PostChange): string | null =>
  administrator(post) === ''
    ? 'ВКонтакте меняет и убирает записи только по ключу администратора: добавьте его в настройках канала.'
    : null

const named = ({ settings, remoteId }: PostChange) => ({ owner_id: `-${settings.group}`, post_id: remoteId })

const outcome = (answer: HttpOutcome, { remoteId, url }: PostChange): PostOutcome => {
  const read = vkAnswer(answer)
  if (read.kind === 'result') return { kind: 'sent', remoteId, url }
  if (read.kind === 'notSent') return { kind: 'retry', afterMs: null, reason: `Нет связи с ВКонтакте: ${read.reason}.` }
  if (read.kind === 'unknown') return { kind: 'unknown', reason: `ВКонтакте не ответил понятно (${read.reason}).` }
  return notDone(vkErrors, read.code, read.said) ?? { kind: 'unknown', reason: `Сбой на стороне ВКонтакте (${read.said}).` }
}

/** The words and the photos of a post on the wall. */
export const vkEdit: ChangeWay = {
  complaint,
  request: (post) => {
    const attachments = attachmentsOf(post)
    return vkCall(post, administrator(post), 'wall.edit', {
      ...named(post),
      message: textOfPost(post.part.html),
      // What is not named again is taken off.
      ...(attachments === '' ? {} : { attachments }),
    })
  },
  outcome,
}

export const vkRemoval: ChangeWay = {
  complaint,
  request: (post) => vkCall(post, administrator(post), 'wall.delete', named(post)),
  outcome,
}
