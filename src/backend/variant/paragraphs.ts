import { type ArticleContent, contentFor, plainText } from '../../shared/article/content.ts'

/** What the web's readers read of an article, a paragraph each. */
export const paragraphsOf = (content: ArticleContent): readonly string[] => plainText(contentFor(content, 'web')).split('\n\n')

/** The paragraphs of one text that another has not, each as often as it is missing there. */
export const without = (paragraphs: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others]
  return paragraphs.filter((paragraph) => {
    const at = left.indexOf(paragraph)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
