import { join } from 'node:path'
import { failure, type Result, success } from '../../../shared/api/result.ts'
import { writeAssignment } from '../../../shared/assignment/assignment-document.ts'
import { addDays, type Day, dayOf, momentOf, weekdayOf } from '../../../shared/calendar/day.ts'
import { orderBetween, type Placement } from '../../../shared/issue/placement.ts'
import { importPaths } from '../../article/import/import-files.ts'
import type { Environment } from '../../environment.ts'
import { createNewsroom, type Newsroom, openNewsroom } from '../../newsroom.ts'
import { actOn, newWorkflowRecord } from '../../workflow/act.ts'
import { addDemoAdverts } from './adverts.ts'
import { demoAssignments } from './assignments.ts'
import { addDemoCalendar } from './calendar.ts'
import { addDemoCards } from './cards.ts'
import { demoPublication, demoStaff } from './publication.ts'
import { addDemoRubrics } from './rubrics.ts'
import { type DemoDeadline, type DemoStory, filedStories, unfiledStories } from './stories.ts'

const serial = '47 (1295)'
const pages = 8
const hour = 3_600_000

/** The first day of publication after the newspaper's day of this moment. */
const issueDay = (now: number): Day => {
  const today = dayOf(now)
  return addDays(today, (demoPublication.weekday - weekdayOf(today) + 7) % 7 || 7)
}

const momentOfDeadline = ({ from, days, hour: at }: DemoDeadline, now: number): number =>
  momentOf(addDays(from === 'today' ? dayOf(now) : issueDay(now), days), `${String(at).padStart(2, '0')}:00`)

const incomplete = (detail: string): Result<never> =>
  failure('unavailable', `Учебная редакция не создана: ${detail}`, {
    todo: 'Переустановите программу или создайте пустую редакцию.',
  })

/** The newsroom as it was so many hours ago: what is done there bears that time. */
const hoursAgo = (newsroom: Newsroom, hours: number): Newsroom => {
  const { environment } = newsroom
  return { ...newsroom, environment: { ...environment, now: () => environment.now() - hours * hour } }
}

/** Hours between two steps of a story's way, so that its history reads as a week's work. */
const pace = 7

/** Told before each text: how many are in, of how many. */
export type DemoProgress = (done: number, total: number) => void

/** Takes the texts in; an article for each story, in their order, or why there is none. */
const takeIn = async (
  newsroom: Newsroom,
  paths: readonly string[],
  onProgress: DemoProgress,
): Promise<Result<readonly string[]>> => {
  const watch = { progress: onProgress, cancelled: () => false }
  const report = await importPaths(hoursAgo(newsroom, pace * 5), paths, null, 'reporter', watch)
  const complaint = report.map(({ problem, warnings }) => problem ?? warnings[0]).find((text) => text !== undefined)
  const ids = report.flatMap(({ article }) => article ?? [])
  if (complaint) return incomplete(complaint)
  return ids.length === paths.length ? success(ids) : incomplete(`текстов ${ids.length}, а не ${paths.length}.`)
}

/** Sends a story its way and sets what was asked of it and its deadline. */
const send = async (newsroom: Newsroom, id: string, { file, steps, deadline }: DemoStory): Promise<Result<null>> => {
  const assignment = demoAssignments[file]
  if (assignment) await newsroom.articles.edit(id, (doc) => writeAssignment(doc, assignment))
  for (const [i, { action, person, remark }] of steps.entries()) {
    const acted = await actOn(hoursAgo(newsroom, pace * (steps.length - i)), action, [id], person, remark)
    if (!acted.ok) return acted
  }
  const record = await newsroom.workflow.get(id)
  if (record && deadline)
    await newsroom.workflow.put(id, { ...record, deadline: momentOfDeadline(deadline, newsroom.environment.now()) })
  return success(null)
}

const fill = async (newsroom: Newsroom, texts: string, onProgress: DemoProgress): Promise<Result<null>> => {
  const paths = (folder: string, stories: readonly DemoStory[]) => stories.map(({ file }) => join(texts, folder, `${file}.md`))
  const all = [...paths('articles', filedStories), ...paths('unfiled', unfiledStories)]
  const taken = await takeIn(newsroom, all, onProgress)
  if (!taken.ok) return taken
  const ids = taken.value
  await addDemoCards(newsroom)
  // What was never filed has not come through an import: it begins as somebody's idea.
  for (const id of ids.slice(filedStories.length)) {
    const { order = 0 } = newsroom.workflow.entry(id) ?? {}
    const at = newsroom.environment.now() - pace * 5 * hour
    await newsroom.workflow.put(id, newWorkflowRecord('pitch', 'create', 'sectionEditor', at, order))
  }
  const places = new Map<string, Placement>()
  let order: string | null = null
  for (const [i, story] of [...filedStories, ...unfiledStories].entries()) {
    const id = ids[i] ?? ''
    const sent = await send(newsroom, id, story)
    if (!sent.ok) return sent
    order = orderBetween(order, null)
    if (story.page !== null)
      places.set(id, { page: story.page, slot: 'auto', order, continuation: null, continuationSlot: 'auto' })
  }
  const plannedFor = issueDay(newsroom.environment.now())
  await newsroom.issues.create({ serial, plannedFor, pages, columns: 5, status: 'inProgress' })
  await newsroom.issues.place(serial, places)
  await addDemoCalendar(newsroom, { serial, plannedFor, pages, weekday: demoPublication.weekday })
  await addDemoRubrics(newsroom, plannedFor)
  const dayBefore: DemoDeadline = { from: 'issue', days: -1, hour: 12 }
  await addDemoAdverts(newsroom, texts, serial, momentOfDeadline(dayBefore, newsroom.environment.now()))
  return success(null)
}

/**
 * Makes a newsroom to learn and try with in an empty or absent folder: a staff, stories at every step of their way and an
 * issue of eight pages planned for the next day of publication. It goes through the same import, workflow and stores as
 * everything people do.
 */
export const createDemoNewsroom = async (
  environment: Environment,
  folder: string,
  onProgress: DemoProgress = () => undefined,
): Promise<Result<null>> => {
  const texts = join(environment.resources, 'demo')
  const articles = join(texts, 'articles')
  if (!(await environment.files.facts(articles))) return incomplete(`в программе нет папки ${articles}.`)
  const created = await createNewsroom(environment, folder, { staff: demoStaff, publication: demoPublication })
  if (!created.ok) return created
  const opened = await openNewsroom(environment, folder, () => undefined)
  if (!opened.ok) return opened
  try {
    return await fill(opened.value, texts, onProgress)
  } finally {
    await opened.value.close()
  }
}
