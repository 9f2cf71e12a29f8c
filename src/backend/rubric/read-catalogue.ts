import { type Day, dayOf, daysBetween } from '../../shared/calendar/day.ts'
import { isDone } from '../../shared/issue/issue.ts'
import { compareText } from '../../shared/language/sorting.ts'
import type { Catalogue, ListedEvent } from '../../shared/rubric/api.ts'
import { type PlannedEvent, rubricKey } from '../../shared/rubric/rubric.ts'
import { type IssueRubrics, nextDayOf, standingOf } from '../../shared/rubric/standing.ts'
import { pressTimeOf } from '../calendar/press-time.ts'
import type { IssueEntry } from '../issue/issue-catalog.ts'
import type { Newsroom } from '../newsroom.ts'
import { issueStories } from './issue-stories.ts'

/** The issue a story about an event goes into (rule U6); null where none is made yet. */
export const issueFor = (newsroom: Newsroom, { story }: Pick<PlannedEvent, 'story'>, day: Day): IssueEntry | null => {
  const open = newsroom.issues
    .entries()
    .filter((entry) => !isDone(entry))
    .sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1))
  if (story === 'before') {
    const last = open.findLast(({ plannedFor }) => plannedFor <= day)
    // Between the latest issue that is made and a day beyond the next turn there will be others.
    const weeks = newsroom.calendar.get().series[0]?.everyWeeks ?? 1
    return last && (open.at(-1) !== last || daysBetween(last.plannedFor, day) < weeks * 7) ? last : null
  }
  return open.find((entry) => dayOf(pressTimeOf(newsroom, entry)) >= day) ?? null
}

/** An event on one of its days: the story that was made for it, and the issue one would go into. */
export const describeEvent = (newsroom: Newsroom, { articles, ...event }: PlannedEvent, on: Day): ListedEvent => {
  const made = articles.findLast(({ article, day }) => day === on && newsroom.articles.has(article))
  return {
    ...event,
    on,
    made: made ? { article: made.article, headline: newsroom.articles.cell(made.article, 'headline') } : null,
    issue: issueFor(newsroom, event, on)?.serial ?? null,
  }
}

/** The catalogue as people look at it: rubrics with where they stand, projects, and the events from today on. */
export const readCatalogue = (newsroom: Newsroom, mayChange: boolean): Catalogue => {
  const { articles, environment } = newsroom
  const { rubrics, projects, events } = newsroom.rubrics.get()
  const today = dayOf(environment.now())
  const issues: IssueRubrics[] = issueStories(newsroom).map(({ stories, ...issue }) => ({
    ...issue,
    rubrics: new Set(stories.map((id) => rubricKey(articles.cell(id, 'rubric')))),
  }))
  const stories = new Map<string, number>()
  const ofProject = new Map<string, number>()
  const names = new Map<string, string>()
  articles.scan((_id, cell) => {
    const key = rubricKey(cell('rubric'))
    if (key !== '') {
      stories.set(key, (stories.get(key) ?? 0) + 1)
      names.set(key, cell('rubric').trim())
    }
    const project = cell('project')
    if (project !== '') ofProject.set(project, (ofProject.get(project) ?? 0) + 1)
  })
  const known = new Set(rubrics.map(({ name }) => rubricKey(name)))
  return {
    rubrics: rubrics
      .map((rubric) => ({
        ...rubric,
        standing: standingOf(rubric, issues, today),
        stories: stories.get(rubricKey(rubric.name)) ?? 0,
      }))
      .sort((a, b) => Number(a.closed) - Number(b.closed) || compareText(a.name, b.name)),
    projects: projects
      .map((project) => ({ ...project, stories: ofProject.get(project.id) ?? 0 }))
      .sort((a, b) => Number(a.closed) - Number(b.closed) || compareText(a.name, b.name)),
    events: events
      .map((event) => describeEvent(newsroom, event, nextDayOf(event, today)))
      .filter(({ on }) => on >= today)
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : compareText(a.name, b.name))),
    strangers: [...names]
      .filter(([key]) => !known.has(key))
      .map(([, name]) => name)
      .sort(compareText),
    mayChange,
  }
}
