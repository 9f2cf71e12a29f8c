import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { assignmentApi } from '../../shared/assignment/api.ts'
import { writeAssignment } from '../../shared/assignment/assignment-document.ts'
import type { Newsroom } from '../newsroom.ts'
import { actOn, noteChange } from '../workflow/act.ts'
import { createTopic, deadlineOf, timesOf, topicChanged, unknownIn } from './create-topic.ts'

const missing = (id: string) =>
  failure('notFound', `Материала ${id} нет в этой редакции.`, { todo: 'Обновите список: возможно, он открыт из другой папки.' })

export const assignmentHandlers = (newsroom: Newsroom): Handlers<typeof assignmentApi> => {
  const { articles, workflow, issues } = newsroom
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
            .map((entry) => [entry.serial, timesOf(newsroom, entry)]),
        ),
      ),
    create: async (topic, { person }) => createTopic(newsroom, topic, person),
    update: async ({ article, rubric, assignment, deadline, give }, { person }) => {
      const entry = articles.entry(article)
      if (!entry) return missing(article)
      const known = unknownIn(newsroom, assignment)
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
      const due = hand ? deadlineOf(newsroom, assignment, deadline) : deadline
      await workflow.change(article, (now) => (now && now.deadline !== due ? { ...now, deadline: due } : null))
      const given = hand ? await actOn(newsroom, 'assign', [article], person, assignment.note) : success([])
      topicChanged(newsroom, article)
      return given.ok ? success({}) : given
    },
  }
}
