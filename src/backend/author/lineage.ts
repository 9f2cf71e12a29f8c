import { failure, type Result, success } from '../../shared/api/result.ts'
import { authorsOf } from '../../shared/author/author.ts'
import type { SetStory } from '../../shared/author/lineage.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'

/** The stories of an issue with the lines that stand on its pages, in the order of the pages (rule Q16). */
export const setStories = async (newsroom: Newsroom, serial: string): Promise<Result<readonly SetStory[]>> => {
  if (!newsroom.issues.entry(serial))
    return failure('notFound', `Номера ${serial} нет в этой редакции.`, { todo: 'Выберите номер из списка.' })
  const { fits } = await layoutOf(newsroom, serial, 'current')
  const { cell } = newsroom.articles
  const cards = newsroom.authors.get().authors
  const stories = fits.map(({ article, page, lines, overset }): SetStory => {
    const card = cards.find(({ id }) => id === cell(article, 'author'))
    const named = authorsOf(cell(article, 'byline'), cards)
    return {
      ...{ article, page, headline: cell(article, 'headline'), characters: cell(article, 'characters') },
      authors: named.length > 0 || !card ? named : [card.name],
      lines: lines - Math.max(0, overset),
    }
  })
  return success([...stories].sort((a, b) => a.page - b.page))
}
