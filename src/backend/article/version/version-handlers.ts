import type { Handlers } from '../../../shared/api/operation.ts'
import { failure, success } from '../../../shared/api/result.ts'
import type { versionApi } from '../../../shared/article/version/api.ts'
import { compareTexts } from '../../../shared/article/version/compare.ts'
import { thaw } from '../../../shared/article/version/freeze.ts'
import type { Newsroom } from '../../newsroom.ts'
import { writingComplaint } from '../../staff/writer.ts'
import { noteChange, rolesOf } from '../../workflow/act.ts'

const untouched = 'Текст материала не тронут.'

const noArticle = (id: string) =>
  failure('notFound', `Материала ${id} нет в этой редакции.`, {
    safe: untouched,
    todo: 'Обновите список: возможно, он открыт из другой папки.',
  })

const noVersion = () =>
  failure('notFound', 'Этой версии у материала нет, или её файл повреждён.', {
    safe: untouched,
    todo: 'Выберите другую версию. Проверить папку можно в «Настройки → Папка».',
  })

export const versionHandlers = (newsroom: Newsroom): Handlers<typeof versionApi> => {
  const { articles, versions } = newsroom

  /** Who changed what after one version and up to another; with null up to now. */
  const personsBetween = async (
    article: string,
    before: string,
    after: string | null,
  ): Promise<ReadonlyMap<string, string[]>> => {
    const facts = await versions.list(article)
    const from = facts.findIndex(({ id }) => id === before)
    const to = after === null ? 0 : facts.findIndex(({ id }) => id === after)
    const persons = new Map<string, string[]>()
    const add = (touched: Iterable<readonly [string, readonly string[]]>) => {
      for (const [key, more] of touched) persons.set(key, [...new Set([...(persons.get(key) ?? []), ...more])])
    }
    for (const { id } of facts.slice(Math.max(0, to), Math.max(0, from))) {
      const version = await versions.read(article, id)
      if (version) add(Object.entries(version.touched))
    }
    if (after === null) add((await versions.now(article)).touched)
    return persons
  }

  return {
    list: async ({ article }) => (articles.has(article) ? success([...(await versions.list(article))]) : noArticle(article)),
    compare: async ({ article, before, after }) => {
      if (!articles.has(article)) return noArticle(article)
      const earlier = await versions.read(article, before)
      const later = after === null ? (await versions.now(article)).text : await versions.read(article, after)
      if (!earlier || !later) return noVersion()
      return success(compareTexts(earlier, later, await personsBetween(article, before, after)))
    },
    keep: async ({ article, name }, { person }) => {
      const held = rolesOf(newsroom, person)
      if (!held.ok) return held
      if (!articles.has(article)) return noArticle(article)
      const facts = await versions.keep(article, { reason: 'named', name, person })
      newsroom.emit({ type: 'changed', feature: 'article', id: article })
      return success(facts)
    },
    restore: async ({ article, version }, { person }) => {
      const held = rolesOf(newsroom, person)
      if (!held.ok) return held
      if (!articles.has(article)) return noArticle(article)
      const refused = await writingComplaint(newsroom, article, person)
      if (refused) return refused
      const wanted = await versions.read(article, version)
      if (!wanted) return noVersion()
      const before = await versions.keep(article, { reason: 'beforeRestore', person })
      let touched: readonly string[] = []
      const update = await articles.edit(
        article,
        (doc) => thaw(doc, wanted),
        (keys) => {
          touched = keys
        },
      )
      versions.note(article, touched, person)
      newsroom.emit({ type: 'documentUpdated', id: article, update: Buffer.from(update).toString('base64'), origin: '' })
      await versions.keep(article, { reason: 'restored', name: wanted.name, person })
      await noteChange(newsroom, article)
      newsroom.emit({ type: 'changed', feature: 'article', id: article })
      return success({ before: before.id })
    },
  }
}
