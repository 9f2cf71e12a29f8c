import type { Delivery } from '../../../../shared/publishing/delivery.ts'
import type { Formats } from '../../../i18n/format.ts'

interface Words {
  readonly queuedFor: (when: string) => string
  readonly publishedAt: (when: string) => string
}

/** When a delivery came out, or will; empty while neither is known. */
export const momentOf = (
  { status, purpose, publishedAt, scheduledAt }: Delivery,
  words: Words,
  format: Pick<Formats, 'moment' | 'comingMoment'>,
  now: number,
): string => {
  if (publishedAt !== null)
    return purpose === 'post' ? words.publishedAt(format.moment(publishedAt, now)) : format.moment(publishedAt, now)
  if (scheduledAt !== null && (status === 'queued' || status === 'held'))
    return words.queuedFor(format.comingMoment(scheduledAt, now))
  return ''
}
