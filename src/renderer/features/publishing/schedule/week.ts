import { addDays, type Day, dayOf, momentOf, mondayOf } from '../../../../shared/calendar/day.ts'
import type { Delivery } from '../../../../shared/publishing/delivery.ts'

/** The days of a week from its Monday. */
export const weekFrom = (monday: Day): readonly Day[] => Array.from({ length: 7 }, (_, at) => addDays(monday, at))

/** The Monday of the week of a moment, by the newspaper's clock. */
export const weekOf = (at: number): Day => mondayOf(dayOf(at))

/** When a delivery stands in the week: when it came out, else when it is to; null while nobody said. */
export const momentIn = ({ publishedAt, scheduledAt }: Delivery): number | null => publishedAt ?? scheduledAt

/** May a person give it another time? */
export const isMovable = ({ status, attempts, purpose, publishedAt }: Delivery): boolean =>
  status === 'queued' && attempts === 0 && purpose === 'post' && publishedAt === null

/** The deliveries of one channel on one day, the earliest first; what changes a post that is out stands with that post. */
export const deliveriesOn = (deliveries: readonly Delivery[], channel: string, day: Day): readonly Delivery[] =>
  deliveries
    .filter((delivery) => {
      const at = momentIn(delivery)
      return delivery.channel === channel && delivery.purpose === 'post' && at !== null && dayOf(at) === day
    })
    .toSorted((a, b) => (momentIn(a) ?? 0) - (momentIn(b) ?? 0) || (a.id < b.id ? -1 : 1))

/** What waits without a time of its own, for the line above the week. */
export const withoutTime = (deliveries: readonly Delivery[]): readonly Delivery[] =>
  deliveries.filter((delivery) => momentIn(delivery) === null && delivery.purpose === 'post' && delivery.status !== 'cancelled')

/** The moment that a day and a typed time such as «9:30» name; null when they name none. */
export const readTime = (day: Day, typed: string): number | null => {
  const parts = /^(\d{1,2})[:.](\d{2})$/.exec(typed.trim())
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])]
  if (!parts || !/^\d{4}-\d{2}-\d{2}$/.test(day) || hour > 23 || minute > 59) return null
  const moment = momentOf(day, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  return Number.isNaN(moment) ? null : moment
}
