import type { Delivery } from '../../../../shared/publishing/delivery.ts'
import { formatMoment, formatTime } from '../../../i18n/format.ts'

interface Words {
  readonly queuedFor: (when: string) => string
  readonly publishedAt: (when: string) => string
}

/** A coming moment as people say it: «сегодня, 10:00», «25 ноября, 10:00». */
export const comingMoment = (at: number, now: number): string => {
  const day = formatMoment(at, now)
  const time = formatTime(at)
  return day.endsWith(time) ? day : `${day}, ${time}`
}

/** When a delivery came out, or will; empty while neither is known. */
export const momentOf = ({ status, publishedAt, scheduledAt }: Delivery, words: Words, now: number): string => {
  if (publishedAt !== null) return words.publishedAt(formatMoment(publishedAt, now))
  if (scheduledAt !== null && (status === 'queued' || status === 'held')) return words.queuedFor(comingMoment(scheduledAt, now))
  return ''
}
