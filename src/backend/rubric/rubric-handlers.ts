import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import { emptyAssignment } from '../../shared/assignment/assignment.ts'
import { stageTimes } from '../../shared/assignment/schedule.ts'
import { dayOf } from '../../shared/calendar/day.ts'
import { quoted } from '../../shared/language/quoted.ts'
import { compareText } from '../../shared/language/sorting.ts'
import type { rubricApi } from '../../shared/rubric/api.ts'
import { daysOfEvent } from '../../shared/rubric/dates.ts'
import { rubricKey } from '../../shared/rubric/rubric.ts'
import { nextDayOf } from '../../shared/rubric/standing.ts'
import { holdsRight } from '../../shared/staff/rights.ts'
import { createTopic } from '../assignment/create-topic.ts'
import { pressTimeOf } from '../calendar/press-time.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'
import { issueFor, readCatalogue } from './read-catalogue.ts'
import { type RubricRecord, withoutEvent } from './rubric-store.ts'

const missing = (what: string) =>
  failure('notFound', `${what}: такой записи больше нет.`, {
    safe: 'Ничего не изменено.',
    todo: 'Обновите список: возможно, её убрал кто-то другой.',
  })

const safe = 'Ничего не изменено.'

/** A list with a thing in the place of the one with its id, or after all others. */
const withItem = <T extends { readonly id: string }>(list: readonly T[], item: T): T[] =>
  list.some(({ id }) => id === item.id) ? list.map((one) => (one.id === item.id ? item : one)) : [...list, item]

export const rubricHandlers = (newsroom: Newsroom): Handlers<typeof rubricApi> => {
  const { environment, rubrics: record } = newsroom
  const change = async (edit: (now: RubricRecord) => RubricRecord): Promise<void> => {
    await record.change(edit)
    newsroom.emit({ type: 'changed', feature: 'rubric', id: null })
  }

  return {
    read: async (_input, { person }) => {
      const held = rolesOf(newsroom, person)
      return success(readCatalogue(newsroom, held.ok && holdsRight('giveAssignment', held.value)))
    },
    choices: async () => {
      const { rubrics, projects } = record.get()
      const names = new Map(rubrics.flatMap(({ name, closed }) => (closed ? [] : [[rubricKey(name), name] as const])))
      const closed = new Set(rubrics.flatMap(({ name, closed: is }) => (is ? [rubricKey(name)] : [])))
      newsroom.articles.scan((_id, cell) => {
        const [key, name] = [rubricKey(cell('rubric')), cell('rubric').trim()]
        if (key !== '' && !names.has(key) && !closed.has(key)) names.set(key, name)
      })
      return success({
        rubrics: [...names.values()].sort(compareText),
        skeletons: rubrics
          .flatMap(({ name, closed: is, skeleton }) => (is || skeleton.length === 0 ? [] : [name]))
          .sort(compareText),
        projects: projects.map(({ id, name, closed: isOver }) => ({ id, name, closed: isOver })),
      })
    },
    saveRubric: async ({ id: given, ...rubric }) => {
      const { rubrics } = record.get()
      if (given !== null && !rubrics.some(({ id }) => id === given)) return missing('Рубрика')
      if (rubrics.some(({ id, name }) => id !== given && rubricKey(name) === rubricKey(rubric.name)))
        return failure('conflict', `Рубрика ${quoted(rubric.name)} уже есть.`, { safe, todo: 'Откройте её в списке.' })
      if (rubric.owner !== null && !newsroom.staff().some(({ id }) => id === rubric.owner))
        return failure('notFound', `Сотрудника «${rubric.owner}» в редакции нет.`, { safe, todo: 'Выберите ведущего из списка.' })
      const id = given ?? environment.newId()
      await change((now) => ({ ...now, rubrics: withItem(now.rubrics, { id, ...rubric }) }))
      return success({ id })
    },
    saveProject: async ({ id: given, ...project }) => {
      if (given !== null && !record.get().projects.some(({ id }) => id === given)) return missing('Проект')
      if (project.from !== null && project.to !== null && project.to < project.from)
        return failure('invalidInput', 'Проект кончается раньше, чем начинается.', { safe, todo: 'Проверьте даты.' })
      const id = given ?? environment.newId()
      await change((now) => ({ ...now, projects: withItem(now.projects, { id, ...project }) }))
      return success({ id })
    },
    saveEvent: async ({ id: given, ...event }) => {
      const { events, projects } = record.get()
      if (given !== null && !events.some(({ id }) => id === given)) return missing('Событие')
      if (event.project !== null && !projects.some(({ id }) => id === event.project)) return missing('Проект')
      const id = given ?? environment.newId()
      await change((now) => {
        const articles = now.events.find((one) => one.id === id)?.articles ?? []
        return { ...now, events: withItem(now.events, { id, ...event, articles }) }
      })
      return success({ id })
    },
    removeEvent: async ({ event }) => {
      if (!record.get().events.some(({ id }) => id === event)) return missing('Событие')
      await change((now) => withoutEvent(now, event))
      return success({})
    },
    propose: async ({ event: id, give, day: asked }, { person }) => {
      const event = record.get().events.find((one) => one.id === id)
      if (!event) return missing('Событие')
      const day = asked ?? nextDayOf(event, dayOf(environment.now()))
      if (daysOfEvent(event, { from: day, to: day }).length === 0) return missing('Событие этого дня')
      const before = event.articles.find((made) => made.day === day && newsroom.articles.has(made.article))
      if (before)
        return failure('conflict', `По событию ${quoted(event.name)} тема уже есть.`, { safe, todo: 'Откройте её в списке.' })
      const issue = issueFor(newsroom, event, day)
      const deadline = issue ? stageTimes(pressTimeOf(newsroom, issue), newsroom.settings.get().publication.schedule).file : null
      const { rubric, region, project } = event
      const assignment = {
        ...emptyAssignment,
        ...{ region, project, issue: issue?.serial ?? null },
        note: `Событие: ${event.name}, ${day.split('-').toReversed().join('.')}`,
      }
      const made = await createTopic(
        newsroom,
        { headline: event.topic.trim() || event.name, rubric, assignment, deadline, give },
        person,
      )
      if (!made.ok) return made
      const article = made.value.id
      await change((now) => ({
        ...now,
        events: now.events.map((one) => (one.id === id ? { ...one, articles: [...one.articles, { article, day }] } : one)),
      }))
      return success({ article })
    },
  }
}
