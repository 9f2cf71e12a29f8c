import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { AuthorStory, authorApi } from '../../shared/author/api.ts'
import { type Author, isSignedBy } from '../../shared/author/author.ts'
import { lineageOf } from '../../shared/author/lineage.ts'
import { isDone } from '../../shared/issue/issue.ts'
import { quoted } from '../../shared/language/quoted.ts'
import { compareText } from '../../shared/language/sorting.ts'
import { holdsRight } from '../../shared/staff/rights.ts'
import { writeTableFile } from '../export/table-file.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'
import { setStories } from './lineage.ts'

export const authorHandlers = (newsroom: Newsroom): Handlers<typeof authorApi> => {
  const { articles, issues, authors: record, outbox, environment } = newsroom
  const isOf = (author: Author, card: string, byline: string) => card === author.id || isSignedBy(author, byline)

  const describe = (id: string): AuthorStory => {
    const { cell } = articles
    const place = issues.placeOf(id)
    const issue = place ? issues.entry(place.issue) : null
    const deadline = cell(id, 'deadline')
    const out = [...outbox.rows.all().values()].filter(
      (row) => row.article === id && row.purpose === 'post' && row.publishedAt !== null && row.mailing === null,
    )
    return {
      ...{ article: id, headline: cell(id, 'headline'), status: cell(id, 'status') },
      deadline: Number.isNaN(deadline) ? null : deadline,
      ...{ issue: place?.issue ?? null, page: place?.page ?? null, plannedFor: issue?.plannedFor ?? null },
      isOut: issue !== null && isDone(issue),
      places: out.map(({ channel, url }) => ({ channel, url })),
    }
  }

  return {
    list: async (_input, { person }) => {
      const held = rolesOf(newsroom, person)
      const counts = new Map<string, { stories: number; published: number }>()
      const { authors } = record.get()
      articles.scan((_id, cell) => {
        const [card, byline, status] = [cell('author'), cell('byline'), cell('status')]
        if (card === '' && byline === '') return
        for (const author of authors) {
          if (!isOf(author, card, byline)) continue
          const now = counts.get(author.id) ?? { stories: 0, published: 0 }
          counts.set(author.id, { stories: now.stories + 1, published: now.published + (status === 'published' ? 1 : 0) })
        }
      })
      const listed = authors.map((author) => ({ ...author, ...(counts.get(author.id) ?? { stories: 0, published: 0 }) }))
      return success({
        authors: listed.sort((a, b) => compareText(a.name, b.name)),
        mayChange: held.ok && holdsRight('giveAssignment', held.value),
      })
    },
    stories: async ({ author: id }) => {
      const author = record.get().authors.find((one) => one.id === id)
      if (!author) return failure('notFound', 'Карточки этого автора больше нет.', { todo: 'Обновите список авторов.' })
      const found: string[] = []
      articles.scan((article, cell) => {
        if (isOf(author, cell('author'), cell('byline'))) found.push(article)
      })
      return success(found.sort((a, b) => articles.cell(b, 'order') - articles.cell(a, 'order')).map(describe))
    },
    save: async ({ id: given, ...card }) => {
      const { authors } = record.get()
      const safe = 'Ничего не изменено.'
      if (given !== null && !authors.some(({ id }) => id === given))
        return failure('notFound', 'Карточки этого автора больше нет.', { safe, todo: 'Обновите список авторов.' })
      if (authors.some(({ id, name }) => id !== given && compareText(name, card.name) === 0))
        return failure('conflict', `Карточка ${quoted(card.name)} уже есть.`, { safe, todo: 'Откройте её в списке.' })
      const id = given ?? environment.newId()
      const next = { id, ...card }
      await record.change((now) => ({
        ...now,
        authors: given === null ? [...now.authors, next] : now.authors.map((one) => (one.id === id ? next : one)),
      }))
      newsroom.emit({ type: 'changed', feature: 'author', id })
      return success({ id })
    },
    lineage: async ({ issue }) => {
      const stories = await setStories(newsroom, issue)
      if (!stories.ok) return stories
      return success({
        stories: stories.value.map((story) => ({ ...story, authors: [...story.authors] })),
        authors: [...lineageOf(stories.value)],
      })
    },
    exportLineage: async ({ issue }) => {
      const stories = await setStories(newsroom, issue)
      if (!stories.ok) return stories
      const head = ['Автор', 'Материал', 'Полоса', 'Строк', 'Знаков']
      const rows = stories.value.map(({ authors, headline, page, lines, characters }) => [
        ...[authors.join(', '), headline, String(page), String(lines), String(characters)],
      ])
      const totals = lineageOf(stories.value).map(({ author, stories: count, lines, characters }) => [
        ...[author || 'без подписи', `Всего материалов: ${count}`, '', String(lines), String(characters)],
      ])
      const name = `strokazh-${issue.replace(/[^0-9]+/g, '-').replace(/^-|-$/g, '')}`
      return writeTableFile(newsroom, name, [head, ...rows, [], ...totals])
    },
  }
}
