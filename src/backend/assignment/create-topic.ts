import { failure, type Result, success } from '../../shared/api/result.ts'
import { emptyContent } from '../../shared/article/content.ts'
import type { IssueTimes } from '../../shared/assignment/api.ts'
import type { Assignment } from '../../shared/assignment/assignment.ts'
import { stageTimes } from '../../shared/assignment/schedule.ts'
import { pressTimeOf } from '../calendar/press-time.ts'
import type { IssueEntry } from '../issue/issue-catalog.ts'
import type { Newsroom } from '../newsroom.ts'
import { bodyUnder } from '../rubric/skeleton-of.ts'
import { authorise } from '../staff/authorise.ts'
import { actOn, newWorkflowRecord, nextOrder } from '../workflow/act.ts'

/** When each stage of an issue ends and when it is signed. */
export const timesOf = (newsroom: Newsroom, issue: IssueEntry): IssueTimes => {
  const press = pressTimeOf(newsroom, issue)
  return { ...stageTimes(press, newsroom.settings.get().publication.schedule), press }
}

/** A thing the assignment names that is not in this newsroom. */
export const unknownIn = (newsroom: Newsroom, { people, issue }: Assignment): Result<null> => {
  const stranger = people.find((id) => !newsroom.staff().some((member) => member.id === id))
  if (stranger !== undefined)
    return failure('notFound', `Сотрудника «${stranger}» в редакции нет.`, {
      safe: 'Ничего не изменено.',
      todo: 'Выберите сотрудника из списка.',
    })
  if (issue !== null && !newsroom.issues.entry(issue))
    return failure('notFound', `Номера ${issue} нет в этой редакции.`, {
      safe: 'Ничего не изменено.',
      todo: 'Выберите номер из списка.',
    })
  return success(null)
}

/** The deadline of an assignment: the one that was set, or that of its issue. */
export const deadlineOf = (newsroom: Newsroom, assignment: Assignment, deadline: number | null): number | null => {
  const entry = assignment.issue === null ? null : newsroom.issues.entry(assignment.issue)
  return deadline ?? (entry ? timesOf(newsroom, entry).file : null)
}

/** Tells the windows that an article and its record should be read again. */
export const topicChanged = (newsroom: Newsroom, id: string): void => {
  newsroom.emit({ type: 'changed', feature: 'article', id })
  newsroom.emit({ type: 'changed', feature: 'workflow', id })
}

/** What is said of a story before there is one; `deadline` is in milliseconds since 1970. */
interface Topic {
  readonly headline: string
  readonly rubric: string
  readonly assignment: Assignment
  readonly deadline: number | null
  readonly give: boolean
}

/** Makes an article of a topic, and with `give` an assignment at once; see the operation `assignment.create`. */
export const createTopic = async (
  newsroom: Newsroom,
  { headline, rubric, assignment, deadline, give }: Topic,
  person: string | null,
): Promise<Result<{ id: string }>> => {
  const { articles, workflow, environment } = newsroom
  const allowed = authorise(newsroom, give ? 'giveAssignment' : 'staff', person)
  if (!allowed.ok) return allowed
  const known = unknownIn(newsroom, assignment)
  if (!known.ok) return known
  const order = nextOrder(newsroom)
  const id = await articles.create({ ...emptyContent, headline, rubric, body: bodyUnder(newsroom, rubric) }, { assignment })
  const record = newWorkflowRecord('pitch', 'create', person, environment.now(), order)
  await workflow.put(id, { ...record, deadline: give ? deadlineOf(newsroom, assignment, deadline) : deadline })
  const given = give ? await actOn(newsroom, 'assign', [id], person, assignment.note) : success([])
  topicChanged(newsroom, id)
  return given.ok ? success({ id }) : given
}
