import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { emptyContent } from '../../shared/article/content.ts'
import type { assignmentApi } from '../../shared/assignment/api.ts'
import { type Assignment, mayAssign } from '../../shared/assignment/assignment.ts'
import { writeAssignment } from '../../shared/assignment/assignment-document.ts'
import { stageTimes } from '../../shared/assignment/schedule.ts'
import { pressTimeOf } from '../calendar/press-time.ts'
import type { IssueEntry } from '../issue/issue-catalog.ts'
import type { Newsroom } from '../newsroom.ts'
import { actOn, newWorkflowRecord, nextOrder, noteChange, rolesOf } from '../workflow/act.ts'

const missing = (id: string) =>
  failure('notFound', `Материала ${id} нет в этой редакции.`, { todo: 'Обновите список: возможно, он открыт из другой папки.' })

/** The person may do it; or why not. */
const mayPlan = (newsroom: Newsroom, person: string | null): Result<null> => {
  const held = rolesOf(newsroom, person)
  if (!held.ok) return held
  if (mayAssign(held.value)) return success(null)
  return failure('forbidden', 'Задания дают редакторы и ответственный секретарь.', {
    safe: 'Ничего не изменено.',
    todo: 'Предложите тему: её увидят те, кто планирует номер.',
  })
}

export const assignmentHandlers = (newsroom: Newsroom): Handlers<typeof assignmentApi> => {
  const { articles, workflow, issues, environment } = newsroom
  const timesOf = (issue: IssueEntry) => {
    const press = pressTimeOf(newsroom, issue)
    return { ...stageTimes(press, newsroom.settings.get().publication.schedule), press }
  }

  /** A thing the assignment names that is not in this newsroom. */
  const unknownIn = ({ people, issue }: Assignment): Result<null> => {
    const stranger = people.find((id) => !newsroom.staff().some((member) => member.id === id))
    if (stranger !== undefined)
      return failure('notFound', `Сотрудника «${stranger}» в редакции нет.`, {
        safe: 'Ничего не изменено.',
        todo: 'Выберите сотрудника из списка.',
      })
    if (issue !== null && !issues.entry(issue))
      return failure('notFound', `Номера ${issue} нет в этой редакции.`, {
        safe: 'Ничего не изменено.',
        todo: 'Выберите номер из списка.',
      })
    return success(null)
  }

  /** The deadline of an assignment: the one that was set, or that of its issue. */
  const deadlineOf = (assignment: Assignment, deadline: number | null): number | null => {
    const entry = assignment.issue === null ? null : issues.entry(assignment.issue)
    return deadline ?? (entry ? timesOf(entry).file : null)
  }

  const changed = (id: string): void => {
    newsroom.emit({ type: 'changed', feature: 'article', id })
    newsroom.emit({ type: 'changed', feature: 'workflow', id })
  }

  return {
    read: async ({ article }) => {
      const entry = articles.entry(article)
      if (!entry) return missing(article)
      const record = workflow.entry(article)
      return success({
        headline: entry.headline,
        rubric: entry.rubric,
        status: record?.status ?? 'filed',
        deadline: record?.deadline ?? null,
        assignment: await articles.assignment(article),
      })
    },
    times: async () =>
      success(
        Object.fromEntries(
          issues
            .entries()
            .filter(({ status }) => status === 'planned' || status === 'inProgress')
            .map((entry) => [entry.serial, timesOf(entry)]),
        ),
      ),
    create: async ({ headline, rubric, assignment, deadline, give }, { person }) => {
      const allowed = give ? mayPlan(newsroom, person) : rolesOf(newsroom, person)
      if (!allowed.ok) return allowed
      const known = unknownIn(assignment)
      if (!known.ok) return known
      const order = nextOrder(newsroom)
      const id = await articles.create({ ...emptyContent, headline, rubric }, assignment)
      const record = newWorkflowRecord('pitch', 'create', person, environment.now(), order)
      await workflow.put(id, { ...record, deadline: give ? deadlineOf(assignment, deadline) : deadline })
      const given = give ? await actOn(newsroom, 'assign', [id], person, assignment.note) : success([])
      changed(id)
      return given.ok ? success({ id }) : given
    },
    update: async ({ article, rubric, assignment, deadline, give }, { person }) => {
      const allowed = mayPlan(newsroom, person)
      if (!allowed.ok) return allowed
      const entry = articles.entry(article)
      if (!entry) return missing(article)
      const known = unknownIn(assignment)
      if (!known.ok) return known
      const update = await articles.edit(article, (doc) => {
        writeAssignment(doc, assignment)
        const text = doc.getText('rubric')
        if (text.toString() === rubric) return
        text.delete(0, text.length)
        text.insert(0, rubric)
      })
      newsroom.emit({ type: 'documentUpdated', id: article, update: Buffer.from(update).toString('base64'), origin: '' })
      await noteChange(newsroom, article)
      const hand = give && workflow.entry(article)?.status === 'pitch'
      const due = hand ? deadlineOf(assignment, deadline) : deadline
      await workflow.change(article, (now) => (now && now.deadline !== due ? { ...now, deadline: due } : null))
      const given = hand ? await actOn(newsroom, 'assign', [article], person, assignment.note) : success([])
      changed(article)
      return given.ok ? success({}) : given
    },
  }
}
