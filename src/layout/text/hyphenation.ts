import { boundedCache } from './bounded-cache.ts'
import { hyphenationExceptions } from './hyphenation-exceptions.ts'
import { patternPoints } from './word-patterns.ts'

const vowel = /[аеёиоуыэюя]/i
const cyrillicWord = /^[а-яё]+$/i
const leastWord = 5
const points = boundedCache<readonly number[]>(40_000)
const exceptions = hyphenationExceptions.map((divided) => ({
  beginning: divided.replaceAll('-', ''),
  points: hyphens(divided),
}))

/**
 * Where a Russian word may be divided: numbers of letters before the hyphen, ascending. At least two letters and a vowel
 * stay on each side; abbreviations and words with capitals inside are never divided.
 */
export function hyphenationPoints(word: string): readonly number[] {
  if (word.length < leastWord || !cyrillicWord.test(word) || /[А-ЯЁ]/.test(word.slice(1))) return []
  const lower = word.toLowerCase()
  return points.remember(lower, () => divide(lower))
}

function divide(word: string): readonly number[] {
  const byPatterns = patternPoints(word).filter((at) => mayDivide(word.slice(0, at), word.slice(at)))
  const exception = exceptions.find(({ beginning }) => word.startsWith(beginning))
  if (exception === undefined) return byPatterns
  const last = exception.points.at(-1) ?? 0
  return [...exception.points, ...byPatterns.filter((at) => at > last + 1)]
}

function mayDivide(left: string, right: string): boolean {
  return left.length >= 2 && right.length >= 2 && vowel.test(left) && vowel.test(right) && !/^[ьъй]/.test(right)
}

function hyphens(divided: string): readonly number[] {
  const found: number[] = []
  let letters = 0
  for (const character of divided) {
    if (character === '-') found.push(letters)
    else letters += 1
  }
  return found
}
