import { createHash } from 'node:crypto'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Correction, CorrectionKind } from '../../shared/correction/correction.ts'
import { quoted } from '../../shared/language/quoted.ts'
import { holdsRight } from '../../shared/staff/rights.ts'
import type { Approval } from '../../shared/workflow/approval.ts'
import type { Newsroom } from '../newsroom.ts'
import { approvedIn, approvedVersion } from '../publishing/approved-version.ts'
import { livePost } from '../publishing/live-post.ts'
import { canChange, orderChange } from '../publishing/order-change.ts'
import { mayBeOut, type OutboxRow, versionOf } from '../publishing/outbox-row.ts'
import { publish } from '../publishing/publish.ts'
import { publisherOf } from '../publishing/publishers.ts'
import { mayNot } from '../staff/authorise.ts'
import { makeNotice } from './notice.ts'
import { printedPlaceOf } from './printed.ts'

export interface CorrectionOrder {
  readonly article: string
  readonly kind: CorrectionKind
  readonly wrong: string
  readonly right: string
}

type Place = Correction['places'][number]

/** The deliveries that brought an article, in their order. */
export const postsOf = ({ outbox }: Newsroom, article: string): readonly (readonly [string, OutboxRow])[] =>
  [...outbox.rows.all()]
    .filter(([, row]) => row.article === article && row.purpose === 'post' && row.mailing === null)
    .sort(([, a], [, b]) => a.queuedAt - b.queuedAt)

const unable = {
  edit: 'Этот канал не даёт исправить то, что вышло: исправьте там сами, если это возможно.',
  remove: 'Этот канал не даёт убрать то, что вышло: уберите там сами, если это возможно.',
  doubtful: 'Неизвестно, вышла ли эта публикация: выясните это, потом закажите исправление ещё раз.',
}

const waiting: ReadonlySet<OutboxRow['state']> = new Set(['scheduled', 'preparing', 'prepared', 'retryWait', 'held'])

/** Orders what is to be done in one place; null where there is nothing to do. */
const placeOf = async (
  newsroom: Newsroom,
  [delivery, row]: readonly [string, OutboxRow],
  approval: Approval | null,
  person: string,
): Promise<Place | null> => {
  const { channel } = row
  const place = (errand: string | null, reason: string | null): Place => ({ delivery, channel, errand, reason })
  if (row.state === 'sent') {
    const live = livePost(newsroom.outbox.rows.all(), delivery)
    if (!live || (approval && versionOf(live) === approvedIn(approval, live))) return null
    const purpose = approval ? 'edit' : 'remove'
    if (!canChange(newsroom, channel, purpose)) return place(null, unable[purpose])
    return place(await orderChange(newsroom, delivery, approval, person), null)
  }
  if (row.state === 'cancelled') return null
  if (mayBeOut(row)) return place(null, unable.doubtful)
  if (!waiting.has(row.state) || (approval && versionOf(row) === approvedIn(approval, row))) return null
  if (approval) {
    const queued = await publish(newsroom, { article: row.article, channel, at: row.scheduledAt, form: row.form }, person)
    return queued.ok ? place(queued.value, null) : place(null, queued.failure.what)
  }
  await newsroom.outbox.change(delivery, (now) =>
    mayBeOut(now) || now.state === 'sent' ? null : { ...now, state: 'cancelled', heldFor: null, reason: 'Материал отозван.' },
  )
  newsroom.emit({ type: 'changed', feature: 'publishing', id: delivery })
  return null
}

const idOf = (article: string, kind: CorrectionKind, contentHash: string | null): string =>
  createHash('sha256')
    .update(JSON.stringify([article, kind, contentHash]))
    .digest('hex')
    .slice(0, 32)

/**
 * The approval of an article's own text as it stands now, or why there is none. A channel's variant is looked at when its
 * errand is sent: it waits for the chief's word by itself and holds back no other place.
 */
export const approvedText = (newsroom: Newsroom, article: string): Promise<Result<Approval>> =>
  approvedVersion(newsroom, article, { channel: '', form: 'article' })

/** What the newspaper says of itself beside the text: needed where it was printed. */
const wordsComplaint = (order: CorrectionOrder, isPrinted: boolean) =>
  isPrinted && order.wrong === ''
    ? failure('invalidInput', 'Материал напечатан: для поправки в следующем номере нужны слова ошибки.', {
        safe: 'Ничего не изменено.',
        todo: 'Впишите, что напечатано неверно.',
      })
    : null

/** Orders a correction or a retraction everywhere the article went to (rules Y1 to Y5). */
export const orderCorrection = async (
  newsroom: Newsroom,
  order: CorrectionOrder,
  person: string | null,
): Promise<Result<string>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { article, kind } = order
  const safe = 'Ничего не изменено.'
  const { id: by, roles } = publisher.value
  if (kind === 'retraction' && !holdsRight('retract', roles)) return mayNot('retract')
  if (!newsroom.articles.has(article)) return failure('notFound', `Материала ${article} нет в этой редакции.`)
  const printed = printedPlaceOf(newsroom, article)
  const posts = postsOf(newsroom, article)
  if (!printed && !posts.some(([, row]) => row.state === 'sent' || mayBeOut(row)))
    return failure('conflict', `Материал ${quoted(newsroom.articles.entry(article)?.headline || article)} ещё нигде не вышел.`, {
      safe,
      todo: 'Исправьте его текст и дайте утвердить.',
    })
  const complaint = wordsComplaint(order, printed !== null)
  if (complaint) return complaint
  const approval = kind === 'correction' && posts.length > 0 ? await approvedText(newsroom, article) : success(null)
  if (!approval.ok) return approval
  const id = idOf(article, kind, approval.value?.contentHash ?? null)
  const known = newsroom.corrections.get(id)
  const places: Place[] = []
  for (const post of posts) {
    const place = await placeOf(newsroom, post, approval.value, by)
    if (place) places.push(place)
  }
  const before = known?.places.filter(({ delivery }) => !places.some((place) => place.delivery === delivery)) ?? []
  if (!known && !printed && places.length === 0)
    return failure('conflict', 'Везде, где материал вышел, стоит утверждённый текст: исправлять нечего.', {
      safe,
      todo: 'Исправьте текст материала, дайте его утвердить и закажите исправление снова.',
    })
  const correction: Correction = {
    schemaVersion: 1,
    article,
    kind,
    wrong: order.wrong,
    right: order.right,
    contentHash: approval.value?.contentHash ?? null,
    person: by,
    at: known?.at ?? newsroom.environment.now(),
    places: [...before, ...places],
    print: printed ? { ...printed, notice: known?.print?.notice ?? null } : null,
  }
  await newsroom.corrections.put(id, correction)
  if (correction.print && correction.print.notice === null) {
    const notice = await makeNotice(newsroom, correction)
    await newsroom.corrections.put(id, { ...correction, print: { ...correction.print, notice } })
  }
  newsroom.emit({ type: 'changed', feature: 'publishing', id: null })
  return success(id)
}
