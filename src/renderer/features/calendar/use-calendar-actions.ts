import { useState } from 'react'
import type { Failure, Result } from '../../../shared/api/result.ts'
import { calendarApi } from '../../../shared/calendar/api.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import type { Decision } from '../../../shared/calendar/series.ts'
import { rubricApi } from '../../../shared/rubric/api.ts'
import { useClient } from '../../api/hooks.tsx'

/** What came of making issues ahead. */
export interface MadeAhead {
  readonly created: readonly { readonly serial: string; readonly plannedFor: Day }[]
  /** The turn on a holiday that stopped it. */
  readonly undecided: Day | null
}

/** What can be done in the calendar. A refusal is kept in `failure` until the next try. */
export const useCalendarActions = () => {
  const client = useClient()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [ahead, setAhead] = useState<MadeAhead | null>(null)
  const tell = (result: Result<unknown>): boolean => {
    setFailure(result.ok ? null : result.failure)
    setAhead(null)
    return result.ok
  }
  return {
    failure,
    ahead,
    dismiss: () => setFailure(null),
    createAhead: async (series: string, count: number) => {
      const result = await client.call(calendarApi.createAhead, { series, count })
      tell(result)
      if (result.ok) setAhead(result.value)
    },
    decide: async (series: string, day: Day, decision: Decision | null) =>
      tell(await client.call(calendarApi.decide, { series, day, decision })),
    setDayOff: async (day: Day, name: string | null) => tell(await client.call(calendarApi.setDayOff, { day, name })),
    /** Makes a topic of an event on one of its days, an assignment at once with `give`. */
    propose: async (event: string, day: Day, give: boolean) => tell(await client.call(rubricApi.propose, { event, day, give })),
    setPublished: async (issue: string, at: number | null) => tell(await client.call(calendarApi.setPublished, { issue, at })),
  }
}

export type CalendarActions = ReturnType<typeof useCalendarActions>
