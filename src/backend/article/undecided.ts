import { failure, type Result } from '../../shared/api/result.ts'
import { counted } from '../../shared/language/plural.ts'
import type { ArticleStore } from './article-store.ts'

/**
 * Why an article must not be approved or published: suggestions that nobody has decided about (rule G7). Null when there
 * are none.
 */
export const undecided = async (articles: ArticleStore, id: string): Promise<Result<never> | null> => {
  const count = await articles.openSuggestions(id)
  if (count === 0) return null
  const headline = articles.entry(id)?.headline || id
  return failure('openSuggestions', `«${headline}»: не решено: ${counted(count, 'правка', 'правки', 'правок')}.`, {
    safe: 'Ничего не изменено: правки видны в тексте.',
    todo: 'Откройте материал, примите или отклоните каждую и повторите.',
  })
}
