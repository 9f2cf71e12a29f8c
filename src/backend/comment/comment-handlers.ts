import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { commentApi } from '../../shared/comment/api.ts'
import type { CommentMessage } from '../../shared/comment/comment.ts'
import { addMessage, beginThread, setResolved } from '../../shared/comment/comment-document.ts'
import type { Newsroom } from '../newsroom.ts'
import { noteMentions } from '../notification/mentions.ts'
import { rolesOf } from '../workflow/act.ts'

const kept = 'Ваш комментарий остался в поле, текст материала не тронут.'

const noArticle = (id: string) =>
  failure('notFound', `Материала ${id} нет в этой редакции.`, {
    safe: kept,
    todo: 'Обновите список: возможно, он открыт из другой папки.',
  })

export const commentHandlers = (newsroom: Newsroom): Handlers<typeof commentApi> => {
  const { articles, environment } = newsroom

  /** What the person at the program says, signed; or why they can't. */
  const signed = (
    person: string | null,
    { article, text, mentions }: { readonly article: string; readonly text: string; readonly mentions: readonly string[] },
  ): Result<CommentMessage> => {
    const held = rolesOf(newsroom, person)
    if (!held.ok) return held
    if (!articles.has(article)) return noArticle(article)
    const stranger = mentions.find((id) => !newsroom.staff().some((member) => member.id === id))
    if (stranger !== undefined)
      return failure('notFound', `Сотрудника «${stranger}» в редакции нет.`, {
        safe: kept,
        todo: 'Выберите сотрудника из списка.',
      })
    return success({
      id: environment.newId(),
      person: person ?? '',
      at: environment.now(),
      text,
      mentions: [...new Set(mentions)],
    })
  }

  const write = async (article: string, change: Parameters<typeof articles.edit>[1]): Promise<void> => {
    const update = await articles.edit(article, change)
    newsroom.emit({ type: 'documentUpdated', id: article, update: Buffer.from(update).toString('base64'), origin: '' })
    newsroom.emit({ type: 'changed', feature: 'article', id: article })
  }

  const knows = async (article: string, thread: string): Promise<boolean> =>
    (await articles.comments(article)).some(({ id }) => id === thread)

  const noThread = () =>
    failure('notFound', 'Этого обсуждения у материала нет.', { safe: kept, todo: 'Начните новый комментарий.' })

  return {
    list: async ({ article }) => (articles.has(article) ? success([...(await articles.comments(article))]) : noArticle(article)),
    begin: async ({ anchor, ...said }, { person }) => {
      const message = signed(person, said)
      if (!message.ok) return message
      const thread = environment.newId()
      await write(said.article, (doc) => beginThread(doc, thread, anchor, message.value))
      await noteMentions(newsroom, said.article, message.value)
      return success({ thread })
    },
    reply: async ({ thread, ...said }, { person }) => {
      const message = signed(person, said)
      if (!message.ok) return message
      if (!(await knows(said.article, thread))) return noThread()
      await write(said.article, (doc) => addMessage(doc, thread, message.value))
      await noteMentions(newsroom, said.article, message.value)
      return success({})
    },
    resolve: async ({ article, thread, resolved }, { person }) => {
      const held = rolesOf(newsroom, person)
      if (!held.ok) return held
      if (!articles.has(article)) return noArticle(article)
      if (!(await knows(article, thread))) return noThread()
      const by = resolved ? { person: person ?? '', at: environment.now() } : null
      await write(article, (doc) => setResolved(doc, thread, by))
      return success({})
    },
  }
}
