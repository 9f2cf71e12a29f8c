import * as Y from 'yjs'
import { articleApi } from '../../src/shared/article/api.ts'
import { openSuggestions } from '../../src/shared/article/article-document.ts'
import { plainText } from '../../src/shared/article/content.ts'
import { lostApi } from '../../src/shared/article/lost/api.ts'
import type { Suggestion } from '../../src/shared/article/suggestion/list-suggestions.ts'
import { commentApi } from '../../src/shared/comment/api.ts'
import type { TestNewsroom } from './newsroom.ts'

/** Where the words of an article are. */
export interface WordAccount {
  /** The text as it stands. */
  readonly text: string
  readonly suggestions: readonly Suggestion[]
  /** What is said in comments, message by message. */
  readonly said: readonly string[]
  /** Words that wait in «Потерянный текст». */
  readonly lost: readonly string[]
}

/** Asks a newsroom for every place that words of an article may be in. */
export const accountOf = async ({ must }: Pick<TestNewsroom, 'must'>, article: string): Promise<WordAccount> => {
  const { content } = await must(articleApi.read, { id: article })
  const { state } = await must(articleApi.open, { id: article })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  const threads = await must(commentApi.list, { article })
  const lost = await must(lostApi.list, { article })
  return {
    text: plainText(content),
    suggestions: openSuggestions(doc),
    said: threads.flatMap(({ messages }) => messages.map(({ text }) => text)),
    lost: lost.filter(({ settled }) => settled === null).map(({ text }) => text),
  }
}

/** The words of texts in the order of the alphabet, each as often as it is written. */
export const wordsOf = (...texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []).sort()

/** All words of an account, wherever they are. */
export const allWords = ({ text, suggestions, said, lost }: WordAccount): readonly string[] =>
  wordsOf(text, ...suggestions.map(({ inserted }) => inserted), ...said, ...lost)

/** Words in the order of the alphabet without those that somebody struck, each as often as it was struck. */
export const without = (words: readonly string[], struck: readonly string[]): readonly string[] => {
  const left = [...words].sort()
  for (const word of struck) left.splice(left.indexOf(word), 1)
  return left
}
