import { addDays, type Day, dayOf, momentOf } from '../calendar/day.ts'
import { inOrder, type Placement } from '../issue/placement.ts'
import { nextFreeTime, type TimeRules } from '../publishing/schedule.ts'

/** The story that opens each page of an issue, page by page: one story a teaser. */
export const mainStories = (placements: Readonly<Record<string, Placement>>): readonly string[] => {
  const placed = Object.entries(placements).map(([id, placement]) => ({ id, placement }))
  const pages = [...new Set(placed.map(({ placement }) => placement.page))].sort((a, b) => a - b)
  return pages.flatMap((page) => inOrder(placed.filter(({ placement }) => placement.page === page))[0]?.id ?? [])
}

const usualTime = '12:00'
const stepMs = 90 * 60_000

/**
 * A moment for each of `count` teasers, spread over the seven days from the issue's own; not in the past, nor where the
 * rules forbid it. Several of one day stand an hour and a half apart.
 */
export const spreadOverWeek = (count: number, from: Day, rules: TimeRules, now: number): readonly number[] => {
  const first = dayOf(now) < from ? from : addDays(dayOf(now), 1)
  const perDay = Math.ceil(count / 7)
  return Array.from({ length: count }, (_, at) => {
    const day = addDays(first, perDay === 1 ? Math.floor((at * 7) / Math.max(count, 1)) : Math.floor(at / perDay))
    return nextFreeTime(rules, momentOf(day, usualTime) + (at % perDay) * stepMs)
  })
}
