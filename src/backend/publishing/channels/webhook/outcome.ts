import { z } from 'zod'
import type { HttpOutcome } from '../../../environment.ts'
import { parseJson, webUrl } from '../answer-json.ts'
import type { LookupOutcome, PostOutcome } from '../carrier.ts'

const takenSchema = z.object({ id: z.string().min(1), url: z.string().nullable().default(null) })
const foundSchema = z.discriminatedUnion('found', [
  z.object({ found: z.literal(true), id: z.string().min(1), url: z.string().nullable().default(null) }),
  z.object({ found: z.literal(false) }),
])
const errorSchema = z.object({ error: z.string() })

type Answer = Extract<HttpOutcome, { kind: 'answer' }>

const said = ({ status, body }: Answer): string => {
  const error = errorSchema.safeParse(parseJson(body)).data?.error.trim() ?? ''
  return error === '' ? `ответ ${status}` : `ответ ${status}: ${error}`
}

/** Longest wait that a site may ask for; more is a mistake. */
const longestWait = 3_600_000

const askedWait = ({ headers }: Answer): number => {
  const seconds = Number(headers['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, longestWait) : 60_000
}

/** What an answer to an article means; the classes of failures (rule O24). */
export const articleOutcome = (answer: HttpOutcome): PostOutcome => {
  if (answer.kind === 'notSent') return { kind: 'retry', afterMs: null, reason: `Нет связи с сайтом: ${answer.reason}.` }
  if (answer.kind === 'unknown')
    return { kind: 'unknown', reason: `Сайт не ответил (${answer.reason}): вышел ли материал, неизвестно.` }
  const { status, body } = answer
  if (status === 429) return { kind: 'retry', afterMs: askedWait(answer), reason: `Сайт просит подождать (${said(answer)}).` }
  if (status >= 300 && status < 500 && status !== 408) {
    const access = status === 401 || status === 403
    const todo = access ? 'Проверьте ключ подписи.' : 'Исправьте причину и отправьте снова.'
    return { kind: 'refused', to: 'needsPerson', reason: `Сайт не принял материал (${said(answer)}). ${todo}`, access }
  }
  const taken = takenSchema.safeParse(parseJson(body))
  if (status >= 200 && status < 300 && taken.success)
    return { kind: 'sent', remoteId: taken.data.id, url: webUrl(taken.data.url) }
  return { kind: 'unknown', reason: `Сайт ответил непонятно (${said(answer)}): вышел ли материал, неизвестно.` }
}

/** What the site says of an article; only its plain «no» is one. */
export const articleFound = (answer: HttpOutcome): LookupOutcome => {
  if (answer.kind !== 'answer') return { kind: 'noAnswer', reason: `Сайт не ответил: ${answer.reason}.` }
  const found = foundSchema.safeParse(parseJson(answer.body))
  if (answer.status !== 200 || !found.success)
    return { kind: 'noAnswer', reason: `Сайт не сказал, есть ли на нём материал (${said(answer)}).` }
  return found.data.found ? { kind: 'found', remoteId: found.data.id, url: webUrl(found.data.url) } : { kind: 'absent' }
}
