import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { articleApi } from '../../shared/article/api.ts'
import { emptyContent } from '../../shared/article/content.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { bodyUnder } from '../rubric/skeleton-of.ts'
import { writerComplaint, writingComplaint } from '../staff/writer.ts'
import { newWorkflowRecord, nextOrder, noteChange } from '../workflow/act.ts'
import { openArticlePages } from './article-page.ts'
import { RefusedChange } from './article-store.ts'
import { summaryOf } from './article-summary.ts'
import { importHandlers } from './import/import-handlers.ts'

const missing = (id: string) =>
  failure('notFound', `Материала ${id} нет в этой редакции.`, { todo: 'Обновите список: возможно, он открыт из другой папки.' })

const toBase64 = (update: Uint8Array): string => Buffer.from(update).toString('base64')

export const articleHandlers = (newsroom: Newsroom): Handlers<typeof articleApi> => {
  const pages = openArticlePages(newsroom)
  const overset = async (issue: string): Promise<ReadonlyMap<string, number>> =>
    new Map((await layoutOf(newsroom, issue, 'current')).fits.map((fit) => [fit.article, fit.overset]))
  return {
    list: async ({ issue }) => {
      const entry = newsroom.issues.entry(issue)
      if (!entry) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
      const lines = await overset(issue)
      const summaries = [...entry.pageOf.keys()].flatMap((id) => summaryOf(newsroom, id) ?? [])
      return success(
        summaries
          .filter((summary) => summary.issue === issue)
          .sort((a, b) => a.order - b.order)
          .map((summary) => ({ ...summary, overset: lines.get(summary.id) ?? null })),
      )
    },
    page: async (selection) => {
      const { issue, sort, from, count } = selection
      if (issue !== null && !newsroom.issues.entry(issue)) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
      const lines = sort?.by === 'overset' && issue !== null ? await overset(issue) : new Map<string, number>()
      const ids = await pages.select(selection, lines)
      const items = ids.slice(from, from + count).flatMap((id) => summaryOf(newsroom, id) ?? [])
      return success({ items, total: ids.length, all: newsroom.articles.count() })
    },
    read: async ({ id }) => {
      const summary = summaryOf(newsroom, id)
      return summary ? success({ summary, content: await newsroom.articles.content(id) }) : missing(id)
    },
    create: async ({ headline, rubric }, { person }) => {
      const order = nextOrder(newsroom)
      const id = await newsroom.articles.create({ ...emptyContent, headline, rubric, body: bodyUnder(newsroom, rubric) })
      await newsroom.workflow.put(id, newWorkflowRecord('inProgress', 'create', person, newsroom.environment.now(), order))
      newsroom.emit({ type: 'changed', feature: 'article', id })
      return success({ id })
    },
    ...importHandlers(newsroom),
    foreign: async () => success([...newsroom.articles.foreign()].map(([id, headline]) => ({ id, headline }))),
    open: async ({ id }) => {
      const isForeign = newsroom.articles.foreign().has(id)
      if (!isForeign && !newsroom.articles.has(id)) return missing(id)
      return success({ state: toBase64(await newsroom.articles.state(id)), readOnly: isForeign || newsroom.readOnly })
    },
    writer: async ({ id, person }) => {
      const refused = await writerComplaint(newsroom, id, person)
      if (refused === null || refused.ok) return success({ complaint: null })
      const { what, todo } = refused.failure
      return success({ complaint: { what, todo: todo ?? '' } })
    },
    change: async ({ id, update, origin }, { person }) => {
      if (!newsroom.articles.has(id)) return missing(id)
      const refused = await writingComplaint(newsroom, id, person)
      if (refused) return refused
      // A version that can't be kept is no reason to refuse what somebody typed.
      await newsroom.versions.before(id).catch((error: unknown) => newsroom.environment.log(`versions/${id}: ${String(error)}`))
      const changed = await newsroom.articles.change(id, Buffer.from(update, 'base64'), person).catch((error: unknown) => {
        if (error instanceof RefusedChange) return error
        throw error
      })
      if (changed instanceof RefusedChange)
        return failure('invalidInput', `Правка не принята: ${changed.message}.`, {
          safe: 'Сохранённый текст остался прежним, ваш цел в этом окне.',
          todo: 'Скопируйте набранное, откройте материал заново и вставьте.',
        })
      newsroom.versions.note(id, changed.touched, person)
      const savedAt = newsroom.environment.now()
      newsroom.emit({ type: 'documentUpdated', id, update, origin })
      if (changed.rescued) newsroom.emit({ type: 'documentUpdated', id, update: toBase64(changed.rescued), origin: '' })
      await noteChange(newsroom, id)
      newsroom.emit({ type: 'changed', feature: 'article', id })
      return success({ savedAt })
    },
  }
}
