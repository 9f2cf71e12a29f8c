import { type ArticleContent, plainText } from '../../../../shared/article/content.ts'

/** Length of what a reader sees: characters with spaces, and words (a number is a word, a dash is none). */
export const measureText = (content: ArticleContent): { readonly characters: number; readonly words: number } => {
  const text = plainText(content)
  return { characters: text.length, words: text.match(/[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*/gu)?.length ?? 0 }
}
