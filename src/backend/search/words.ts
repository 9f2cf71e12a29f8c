import { stemmer } from '@orama/stemmers/russian'

/** A word of a text as the index knows it. */
export interface Word {
  /** Lower case, «е» for «ё», without accents and soft hyphens. */
  readonly form: string
  /** Where it stands in the text, UTF-16 units: `[from, to)`. */
  readonly from: number
  readonly to: number
  /** Where the «№» before a number stands; null for every other word. */
  readonly sign: number | null
}

/** Longer words are cut here, in texts and in questions alike, so that a stem's length fits into a byte. */
const longestWord = 100

const wordPattern = /№|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D\u2060]*/gu
const plainWord = /^[а-яa-z0-9]+$/
const invisible = /[\p{M}\u00AD\u200B-\u200D\u2060]/gu

const formOf = (word: string): string => {
  const form = plainWord.test(word)
    ? word
    : word.normalize('NFC').toLowerCase().normalize('NFC').replaceAll('ё', 'е').replace(invisible, '')
  return form.length > longestWord ? form.slice(0, longestWord) : form
}

const startsWithDigit = /^\p{N}/u

/** The words of a text in order (rule F1). */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = []
  let sign: number | null = null
  let signEnd = 0
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (word === '№') {
      sign = index
      signEnd = index + 1
      continue
    }
    const numbered = sign !== null && startsWithDigit.test(word) && text.slice(signEnd, index).trim() === ''
    words.push({ form: formOf(word), from: index, to: index + word.length, sign: numbered ? sign : null })
    sign = null
  }
  return words
}

/** A number with the sign before it, «№ 47», as a form of its own. */
export const numbered = (form: string): string => `№${form}`

const cyrillic = /^[а-я]+$/

/**
 * How many letters at the beginning of a form are its stem (rule F2). The Russian stemmer only ever cuts off the end of
 * a word, so a stem is told by its length.
 */
export const stemLength = (form: string): number => {
  if (!cyrillic.test(form)) return form.length
  const stem = stemmer(form)
  return stem.length > 0 && form.startsWith(stem) ? stem.length : form.length
}
