import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { searchApi } from '../../shared/search/api.ts'
import { mostSearches, type SavedSearch } from '../../shared/search/archive.ts'
import type { Newsroom } from '../newsroom.ts'
import { openCovers } from './covers.ts'
import { findIssues } from './find-issues.ts'
import { hitOf } from './hit.ts'
import { parseQuery } from './query.ts'
import { readArchive } from './read-archive.ts'
import { moved, withoutSearch, withSearch } from './saved-searches.ts'

const noIssue = (serial: string): Result<never> =>
  failure('notFound', `Номера ${serial} нет в этой редакции.`, { todo: 'Выберите номер из списка.' })
const nobody = failure('forbidden', 'Не сказано, чей это поиск.', { todo: 'Выберите себя в шапке справа.' })
const gone = failure('notFound', 'Такого сохранённого поиска больше нет.', {
  safe: 'Остальные на месте.',
  todo: 'Обновите список.',
})

export const searchHandlers = (newsroom: Newsroom): Handlers<typeof searchApi> => {
  const covers = openCovers(newsroom)
  const searches = (person: string): SavedSearch[] => newsroom.searches.get().people[person] ?? []
  const change = async (person: string, edit: (now: readonly SavedSearch[]) => SavedSearch[]): Promise<void> => {
    await newsroom.searches.change((now) => ({ ...now, people: { ...now.people, [person]: edit(now.people[person] ?? []) } }))
    newsroom.emit({ type: 'changed', feature: 'search', id: person })
  }
  return {
    archive: async ({ count, ...filter }) => success(await readArchive(newsroom, filter, count)),
    issues: async ({ count, ...asked }) => success(await findIssues(newsroom, asked, count)),
    cover: async ({ issue }) => {
      const page = await covers.of(issue)
      return page ? success(page) : noIssue(issue)
    },
    saved: async (_input, { person }) => success(person === null ? [] : searches(person)),
    save: async ({ id: given, name, filter }, { person }) => {
      if (person === null) return nobody
      const now = searches(person)
      if (given !== null && !now.some(({ id }) => id === given)) return gone
      if (now.some((each) => each.id !== given && each.name === name))
        return failure('conflict', `Поиск «${name}» у вас уже есть.`, {
          safe: 'Он не изменён.',
          todo: 'Назовите этот иначе или удалите прежний.',
        })
      if (given === null && now.length >= mostSearches)
        return failure('conflict', `Сохранённых поисков уже ${mostSearches}: больше не помещается.`, {
          safe: 'Все они на месте.',
          todo: 'Удалите те, что не нужны.',
        })
      const id = given ?? newsroom.environment.newId()
      await change(person, (known) => withSearch(known, { id, name, filter }))
      return success({ id })
    },
    moveSaved: async ({ id, before }, { person }) => {
      if (person === null) return nobody
      if (!searches(person).some((each) => each.id === id)) return gone
      await change(person, (known) => moved(known, id, before))
      return success({})
    },
    removeSaved: async ({ id }, { person }) => {
      if (person === null) return nobody
      if (!searches(person).some((each) => each.id === id)) return gone
      await newsroom.searches.change((now) => withoutSearch(now, person, id))
      newsroom.emit({ type: 'changed', feature: 'search', id: person })
      return success({})
    },
    find: async ({ query, limit, issue, statuses, whole }) => {
      const placements = issue === null ? null : newsroom.issues.entry(issue)?.pageOf
      if (placements === undefined) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
      const statusOf = (id: string) => newsroom.articles.cell(id, 'status')
      const orderOf = (id: string) => newsroom.articles.cell(id, 'order')
      const terms = parseQuery(query)
      const { best, total, indexing } = await newsroom.search.find(
        terms,
        {
          limit,
          accepts: (id) =>
            newsroom.articles.has(id) &&
            (placements === null || placements.has(id)) &&
            (statuses === null || statuses.includes(statusOf(id))),
          // Of two equally good ones the newer.
          compare: (a, b) => orderOf(b) - orderOf(a) || (a < b ? -1 : 1),
        },
        whole,
      )
      const hits = await Promise.all(best.map(({ id }) => hitOf(newsroom, id, terms)))
      return success({ hits: hits.filter((hit) => hit !== null), total, indexing })
    },
  }
}
