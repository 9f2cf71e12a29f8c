import { addDays, type Day } from '../../../shared/calendar/day.ts'
import { eventSchema, projectSchema, rubricSchema } from '../../../shared/rubric/rubric.ts'
import type { Newsroom } from '../../newsroom.ts'

const everyIssue = { kind: 'issues', every: 1 } as const

const rubrics = [
  { id: 'news', name: 'Новости', owner: 'issueEditor', cadence: everyIssue },
  { id: 'regions', name: 'Вести регионов', owner: 'sectionEditor', cadence: everyIssue, audience: 'members' as const },
  { id: 'law', name: 'Право на право', owner: 'sectionEditor', cadence: everyIssue, audience: 'members' as const },
  { id: 'explains', name: 'Профсоюз разъясняет', owner: 'sectionEditor', cadence: everyIssue, audience: 'members' as const },
  { id: 'helped', name: 'Профсоюз помог', owner: 'reporter', cadence: { kind: 'issues', every: 2 } as const },
  { id: 'captains', name: 'Два капитана', owner: 'sectionEditor', cadence: { kind: 'monthly' } as const },
  { id: 'edyuton', name: 'Профсоюзный эдьютон', owner: 'socialEditor', cadence: { kind: 'monthly' } as const },
  { id: 'column', name: 'Колонка', owner: 'subEditor', cadence: everyIssue },
  { id: 'letters', name: 'Почта редакции', owner: 'subEditor' },
  { id: 'archive', name: 'Из архива', owner: 'reporter', cadence: { kind: 'issues', every: 4 } as const },
].map((rubric) => rubricSchema.parse(rubric))

const projectsOf = (day: Day) =>
  [
    {
      ...{ id: 'captains', name: 'Два капитана', kind: 'programme', rhythm: 'monthly', rubric: 'Два капитана' },
      from: addDays(day, -68),
      note: 'Разговор ректора и председателя студенческого профкома: один выпуск в месяц.',
    },
    {
      ...{ id: 'contest', name: 'Профсоюзный репортёр', kind: 'contest', rhythm: 'yearly', rubric: 'Профсоюзный репортёр' },
      ...{ from: addDays(day, -40), to: addDays(day, 20), note: 'Итоги подводит жюри, работы победителей печатаем.' },
    },
    {
      ...{ id: 'edyuton', name: 'Эдьютон', kind: 'marathon', rhythm: 'yearly', rubric: 'Профсоюзный эдьютон' },
      ...{ from: addDays(day, -10), to: addDays(day, -8) },
    },
    {
      ...{ id: 'forum', name: 'Точка сбора. Россия', kind: 'forum', rhythm: 'yearly', rubric: 'Точка сбора. Россия' },
      ...{ from: addDays(day, 24), to: addDays(day, 27) },
    },
  ].map((project) => projectSchema.parse(project))

const eventsOf = (day: Day) =>
  [
    {
      ...{ id: 'final', name: 'Подведение итогов конкурса', day: addDays(day, 6), project: 'contest' },
      ...{ rubric: 'Профсоюзный репортёр', topic: 'Лучший профсоюзный репортёр года' },
    },
    {
      ...{ id: 'forum', name: 'Открытие форума «Точка сбора. Россия»', day: addDays(day, 24), project: 'forum', story: 'before' },
      ...{ rubric: 'Точка сбора. Россия', topic: 'Куда едут редакторы: программа форума' },
    },
    { id: 'teachers', name: 'День учителя', day: `${day.slice(0, 4)}-10-05`, yearly: true, story: 'before', rubric: 'Новости' },
    { id: 'preschool', name: 'День дошкольного работника', day: `${day.slice(0, 4)}-09-27`, yearly: true, story: 'before' },
  ].map((event) => eventSchema.parse(event))

/** Gives the demo newsroom its rubrics and projects, and events around the issue in hand. */
export const addDemoRubrics = async (newsroom: Newsroom, plannedFor: Day): Promise<void> => {
  const projects = projectsOf(plannedFor)
  await newsroom.rubrics.change((now) => ({ ...now, rubrics, projects, events: eventsOf(plannedFor) }))
}
