/** Words of a shingle: three tell a borrowed phrase from a common one. */
export const usualShingle = 3

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? []

const shinglesOf = (words: readonly string[], size: number): readonly string[] =>
  words.length === 0
    ? []
    : Array.from({ length: Math.max(1, words.length - size + 1) }, (_, at) => words.slice(at, at + size).join(' '))

/** The sentences of a text, without those of a word or two. */
const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/\n+|(?<=[.!?…]["»)]*)\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length >= usualShingle)

/** How much of one text stands in another. */
export interface Similarity {
  /** Part of the first text's shingles that stand in the second too, 0 to 100. */
  readonly percent: number
  /** The sentences of the first that the second repeats for the most part, in their order. */
  readonly repeated: readonly string[]
}

const shareIn = (text: string, present: ReadonlySet<string>, size: number): number => {
  const own = shinglesOf(wordsOf(text), size)
  return own.length === 0 ? 0 : own.filter((shingle) => present.has(shingle)).length / own.length
}

/** What one post repeats of another, by runs of `size` words, whatever their punctuation and case. */
export const similarityOf = (text: string, other: string, size: number = usualShingle): Similarity => {
  const present = new Set(shinglesOf(wordsOf(other), size))
  return {
    percent: Math.round(shareIn(text, present, size) * 100),
    repeated: sentencesOf(text).filter((sentence) => shareIn(sentence, present, size) >= 0.6),
  }
}
