import { guardedRanges, touches } from '../typography/guarded.ts'
import type { Speller } from './speller.ts'

/** A word of a text that no dictionary knows. */
export interface UnknownWord {
  readonly from: number
  readonly to: number
  readonly word: string
}

const words = /(?<![\p{L}\p{N}\p{M}_])[а-яёА-ЯЁ]+(?:-[а-яёА-ЯЁ]+)*(?![\p{L}\p{N}_])/gu
const accents = /[\u0301\u0300]/

/** Does a sentence begin here? */
const begins = (text: string, at: number): boolean =>
  /(?:^|[.!?…\n\t][»“”")]*[ \u00a0]*|[—–] ?|[«„"(])$/.test(text.slice(Math.max(0, at - 6), at))

/** An abbreviation: a point behind it that ends no sentence. */
const isShortened = (text: string, word: string, to: number): boolean =>
  word.length <= 5 && /^\.(?:[ \u00a0]?[\p{Ll}\p{N}]|[,;)])/u.test(text.slice(to, to + 3))

/**
 * The unknown Russian words of a text. Names are not judged: a word with a capital within a sentence, initials and
 * abbreviations of capitals; nor are addresses and codes.
 */
export const findUnknown = (text: string, speller: Speller): readonly UnknownWord[] => {
  const kept = guardedRanges(text)
  return [...text.matchAll(words)].flatMap(({ 0: word, index }): UnknownWord[] => {
    const to = index + word.length
    if (word.length < 2 || word === word.toUpperCase() || accents.test(text.charAt(to))) return []
    const isName = word.charAt(0) !== word.charAt(0).toLowerCase() && !begins(text, index)
    if (isName || isShortened(text, word, to)) return []
    return touches(kept, index, to) || speller.isKnown(word) ? [] : [{ from: index, to, word }]
  })
}
