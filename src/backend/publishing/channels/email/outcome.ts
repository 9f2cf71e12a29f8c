import type { MailOutcome } from '../../../environment.ts'
import type { PostOutcome } from '../carrier.ts'

type NotTaken = Extract<MailOutcome, { kind: 'notTaken' }>

/** Enhanced codes of RFC 3463 by which a server refuses the recipient as such; others speak of the sender or the letter. */
const ofRecipient = /\b5\.(1\.[1-3]|1\.6|1\.10|2\.[0-2])\b/

const retryLater = ({ stage, code, reason }: NotTaken): PostOutcome => {
  const said = code === null ? reason : `ответ ${code}: ${reason}`
  const what = code === null ? 'Нет связи с почтовым сервером' : 'Почтовый сервер просит подождать'
  // A recipient that is put off («серый список») says nothing of the others.
  return { kind: 'retry', afterMs: null, reason: `${what} (${said}).`, ...(stage === 'recipient' ? { alone: true } : {}) }
}

/** What an answer to a letter means: the classes of failures (rule E3). */
export const letterOutcome = (answer: MailOutcome, id: string): PostOutcome => {
  if (answer.kind === 'accepted') return { kind: 'sent', remoteId: id, url: null }
  if (answer.kind === 'unknown')
    return {
      kind: 'unknown',
      reason: `Письмо передано, но почтовый сервер не ответил (${answer.reason}): дошло ли оно, неизвестно. Спросите получателя.`,
    }
  const { stage, code, reason } = answer
  // 530 and 534 to 538 speak of the login wherever they come.
  const ofLogin = stage === 'login' || code === 530 || (code !== null && code >= 534 && code <= 538)
  if (code === null || (code >= 400 && code < 500)) return retryLater(answer)
  if (ofLogin)
    return {
      kind: 'refused',
      to: 'needsPerson',
      access: true,
      reason: `Почтовый сервер не пустил (ответ ${code}: ${reason}). Проверьте имя пользователя и пароль в настройках канала.`,
    }
  const aboutRecipient = stage === 'recipient' || (stage === 'content' && ofRecipient.test(reason))
  if (aboutRecipient)
    return {
      kind: 'refused',
      to: 'failed',
      reason: `Почтовый сервер не принимает писем на этот адрес (ответ ${code}: ${reason}).`,
    }
  return { kind: 'refused', to: 'needsPerson', reason: `Почтовый сервер не принял письмо (ответ ${code}: ${reason}).` }
}

/** Why letters would not go; null when the server lets us in. */
export const loginProblem = (answer: MailOutcome): string | null => {
  if (answer.kind === 'accepted') return null
  if (answer.kind === 'unknown' || answer.code === null) return `Нет связи с почтовым сервером: ${answer.reason}.`
  return `Почтовый сервер не пустил (ответ ${answer.code}: ${answer.reason}). Проверьте имя пользователя и пароль.`
}
