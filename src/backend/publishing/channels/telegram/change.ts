import type { HttpOutcome } from '../../../environment.ts'
import type { ChangeWay, PostChange, PostOutcome } from '../carrier.ts'
import { jsonCall } from './client.ts'
import { telegramAnswer } from './outcome.ts'

const messages = ({ remoteId }: PostChange): readonly number[] => remoteId.split(',').map(Number)

const outcomeOf =
  (doneAnyway: RegExp) =>
  (answer: HttpOutcome, { remoteId, url }: PostChange): PostOutcome => {
    const read = telegramAnswer(answer)
    if (read.kind === 'result') return { kind: 'sent', remoteId, url }
    if (read.kind === 'notSent') return { kind: 'retry', afterMs: null, reason: `Нет связи с Telegram: ${read.reason}.` }
    if (read.kind === 'unknown') return { kind: 'unknown', reason: `Telegram не ответил понятно (${read.reason}).` }
    const { code, description, retryAfterMs } = read
    const said = `${code}${description === '' ? '' : `: ${description}`}`
    if (doneAnyway.test(description)) return { kind: 'sent', remoteId, url }
    if (code === 429) return { kind: 'retry', afterMs: retryAfterMs ?? 60_000, reason: `Telegram просит подождать (${said}).` }
    if (code >= 500) return { kind: 'unknown', reason: `Сбой на стороне Telegram (${said}).` }
    return {
      kind: 'refused',
      to: 'needsPerson',
      reason: `Telegram не дал изменить публикацию (${said}). Измените её в канале сами и отметьте это здесь.`,
    }
  }

/** Words of a message or of a caption; photos stay as they are. */
export const telegramEdit: ChangeWay = {
  complaint: ({ before, part }) =>
    before.photos.join() === part.photos.join() ? null : 'Telegram меняет слова публикации, а здесь сменились и снимки.',
  request: (post) => {
    const { part, settings } = post
    const named = { chat_id: settings.chat ?? '', message_id: messages(post)[0] }
    return part.kind === 'text'
      ? jsonCall(post, 'editMessageText', {
          ...named,
          text: part.html,
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
        })
      : jsonCall(post, 'editMessageCaption', { ...named, caption: part.html, parse_mode: 'HTML' })
  },
  outcome: outcomeOf(/message is not modified/i),
}

/** All messages of a post at once; those that are gone already are skipped. */
export const telegramRemoval: ChangeWay = {
  complaint: () => null,
  request: (post) => jsonCall(post, 'deleteMessages', { chat_id: post.settings.chat ?? '', message_ids: messages(post) }),
  outcome: outcomeOf(/message(?:s)? to delete not found/i),
}
