import type { Calendar } from '../../shared/calendar/api.ts'
import { compareText } from '../../shared/language/sorting.ts'
import { daysOfEvent, type Stretch, stretchesOf } from '../../shared/rubric/dates.ts'
import type { Newsroom } from '../newsroom.ts'
import { describeEvent } from './read-catalogue.ts'

/** The events and projects of these days, the earliest first. */
export const datesBetween = (newsroom: Newsroom, within: Stretch): Pick<Calendar, 'events' | 'projects'> => {
  const { events, projects } = newsroom.rubrics.get()
  return {
    events: events
      .flatMap((event) => daysOfEvent(event, within).map((on) => describeEvent(newsroom, event, on)))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : compareText(a.name, b.name))),
    projects: projects
      .flatMap((project) => stretchesOf(project, within).map(({ from, to }) => ({ ...project, begins: from, ends: to })))
      .sort((a, b) => (a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : compareText(a.name, b.name))),
  }
}
