import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { calendarApi } from '../../shared/calendar/api.ts'
import { noSchedule } from '../../shared/calendar/schedule.ts'
import { decisionKey } from '../../shared/calendar/series.ts'
import { holdsRight } from '../../shared/staff/rights.ts'
import { makeRoom, numberNewIssue } from '../issue/make-room.ts'
import type { Newsroom } from '../newsroom.ts'
import { datesBetween } from '../rubric/dates-between.ts'
import { rolesOf } from '../workflow/act.ts'
import { changeCalendar, changeSchedule } from './change-calendar.ts'
import { createAhead } from './create-ahead.ts'
import { readCalendar } from './read-calendar.ts'

const missingSeries = failure('notFound', 'Такой серии номеров нет.', {
  safe: 'Ничего не изменено.',
  todo: 'Откройте календарь заново: её могли переименовать в другом окне.',
})

export const calendarHandlers = (newsroom: Newsroom): Handlers<typeof calendarApi> => ({
  read: async ({ from, to }, { person }) => {
    const held = rolesOf(newsroom, person)
    const mayDate = held.ok && holdsRight('giveAssignment', held.value)
    return success({ ...readCalendar(newsroom, from, to), ...datesBetween(newsroom, { from, to }), mayDate })
  },
  issue: async ({ issue }) => {
    const { series, issues } = newsroom.calendar.get()
    const schedule = issues[issue] ?? noSchedule
    return success({ schedule, series: series.find(({ id }) => id === schedule.turn?.series) ?? null })
  },
  saveSeries: async ({ id, ...told }) => {
    const series = { ...told, id: id ?? newsroom.environment.newId() }
    if (id !== null && !newsroom.calendar.get().series.some((known) => known.id === id)) return missingSeries
    await changeCalendar(newsroom, (now) => ({
      ...now,
      series: id === null ? [...now.series, series] : now.series.map((known) => (known.id === id ? series : known)),
    }))
    return success({ series: series.id })
  },
  setDayOff: async ({ day, name }) => {
    await changeCalendar(newsroom, (now) => ({
      ...now,
      daysOff: [...now.daysOff.filter((known) => known.day !== day), ...(name === null ? [] : [{ day, name }])],
    }))
    return success({})
  },
  decide: async ({ series, day, decision }) => {
    if (!newsroom.calendar.get().series.some(({ id }) => id === series)) return missingSeries
    const key = decisionKey(series, day)
    await changeCalendar(newsroom, (now) => {
      const { [key]: _before, ...others } = now.decisions
      return { ...now, decisions: decision === null ? others : { ...others, [key]: decision } }
    })
    return success({})
  },
  createAhead: async ({ series, count }) => {
    const found = newsroom.calendar.get().series.find(({ id }) => id === series)
    return found ? createAhead(newsroom, found, count) : missingSeries
  },
  createSpecial: async ({ title, plannedFor, pages, columns, preview }) => {
    const same = newsroom.issues.entries().find((issue) => issue.plannedFor === plannedFor)
    if (same)
      return failure('conflict', `На ${plannedFor} уже есть номер ${same.serial}.`, {
        safe: 'Он не изменён.',
        todo: 'Выберите другой день.',
      })
    const numbering = preview ? numberNewIssue(newsroom, plannedFor) : await makeRoom(newsroom, plannedFor)
    if (!numbering.ok) return numbering
    const { serial, renumbered } = numbering.value
    if (!preview) {
      await newsroom.issues.create({ serial, plannedFor, pages, columns, status: 'planned' })
      await changeSchedule(newsroom, serial, (now) => ({ ...now, title }))
      newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
    }
    return success({ serial, renumbered: [...renumbered] })
  },
  setPublished: async ({ issue: serial, at }) => {
    const issue = newsroom.issues.entry(serial)
    if (!issue) return failure('notFound', `Номера ${serial} нет в этой редакции.`, { todo: 'Выберите номер из календаря.' })
    const isOut = issue.status === 'published' || issue.status === 'archived'
    if (isOut === (at !== null))
      return failure('conflict', isOut ? `Номер ${serial} уже вышел.` : `Номер ${serial} ещё не выходил.`, {
        safe: 'Ничего не изменено.',
      })
    await changeSchedule(newsroom, serial, (now) => ({ ...now, publishedAt: at }))
    await newsroom.issues.setStatus(serial, at === null ? 'inProgress' : 'published')
    newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
    return success({})
  },
})
