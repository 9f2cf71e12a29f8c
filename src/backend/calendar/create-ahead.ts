import { type Result, success } from '../../shared/api/result.ts'
import { addDays } from '../../shared/calendar/day.ts'
import type { Series } from '../../shared/calendar/series.ts'
import { openSlots, type Slot } from '../../shared/calendar/slots.ts'
import { makeRoom } from '../issue/make-room.ts'
import { templateHandlers } from '../issue/template-handlers.ts'
import type { Newsroom } from '../newsroom.ts'
import { changeSchedule } from './change-calendar.ts'
import { calendarFacts, carriedDays } from './read-calendar.ts'

interface CreatedAhead {
  readonly created: { serial: string; plannedFor: string }[]
  readonly undecided: string | null
}

/** Weeks looked through for turns: skipped ones do not count. */
const furthestWeeks = 120

const create = async (newsroom: Newsroom, series: Series, slot: Slot, plannedFor: string): Promise<Result<string>> => {
  const numbering = await makeRoom(newsroom, plannedFor, slot.numbers)
  if (!numbering.ok) return numbering
  const { serial } = numbering.value
  const { pages, columns } = series
  await newsroom.issues.create({ serial, plannedFor, pages, columns, status: 'planned' })
  await changeSchedule(newsroom, serial, (now) => ({
    ...now,
    turn: { series: series.id, day: slot.day },
    pressAt: slot.pressAt,
  }))
  const { applyTemplate } = templateHandlers(newsroom)
  for (const [page, template] of Object.entries(series.templates)) {
    if (Number(page) > pages) continue
    // A template that is gone or is for other pages leaves the page free: that is no reason to have no issue.
    await applyTemplate({ issue: serial, page: Number(page), template }, { person: null })
  }
  newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  return success(serial)
}

/** Makes the issues of the next turns of a series; stops before one that a person has to decide about. */
export const createAhead = async (newsroom: Newsroom, series: Series, count: number): Promise<Result<CreatedAhead>> => {
  const facts = { ...calendarFacts(newsroom), series: [series] }
  const slots = openSlots(facts, addDays(facts.today, -carriedDays), addDays(facts.today, furthestWeeks * 7))
  const created: CreatedAhead['created'] = []
  for (const slot of slots) {
    if (created.length === count) break
    if (slot.holiday) return success({ created, undecided: slot.day })
    const { plannedFor } = slot
    if (plannedFor === null) continue
    const made = await create(newsroom, series, slot, plannedFor)
    if (!made.ok) return made
    created.push({ serial: made.value, plannedFor })
  }
  return success({ created, undecided: null })
}
