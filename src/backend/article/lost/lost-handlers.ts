import type { Handlers } from '../../../shared/api/operation.ts'
import { failure, success } from '../../../shared/api/result.ts'
import type { lostApi } from '../../../shared/article/lost/api.ts'
import { lostTextsOf, settleLost } from '../../../shared/article/lost/lost-text.ts'
import type { Newsroom } from '../../newsroom.ts'
import { rolesOf } from '../../workflow/act.ts'

const noArticle = (id: string) =>
  failure('notFound', `Материала ${id} нет в этой редакции.`, {
    safe: 'Ничего не изменено.',
    todo: 'Обновите список: возможно, он открыт из другой папки.',
  })

export const lostHandlers = (newsroom: Newsroom): Handlers<typeof lostApi> => {
  const { articles, environment } = newsroom
  return {
    list: async ({ article }) =>
      articles.has(article) ? success([...(await articles.view(article, lostTextsOf))]) : noArticle(article),
    settle: async ({ article, lost, how }, { person }) => {
      const held = rolesOf(newsroom, person)
      if (!held.ok) return held
      if (!articles.has(article)) return noArticle(article)
      let isSettled = false
      const update = await articles.edit(article, (doc) => {
        isSettled = settleLost(doc, lost, { how, person, at: environment.now() })
      })
      if (!isSettled)
        return failure('conflict', 'Об этих словах уже решено.', {
          safe: 'Они остались в истории материала.',
          todo: 'Обновите список.',
        })
      newsroom.emit({ type: 'documentUpdated', id: article, update: Buffer.from(update).toString('base64'), origin: '' })
      newsroom.emit({ type: 'changed', feature: 'article', id: article })
      return success({})
    },
  }
}
