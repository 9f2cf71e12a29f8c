import { boundedCache } from './bounded-cache.ts'
import { hyphenationExceptions } from './hyphenation-exceptions.ts'
import { patternPoints } from './word-patterns.ts'

const vowels = 'аеёиоуыэюя'
/** No part of a word begins with them. */
const leaning = 'ьъй'
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

/** Divides a word in small letters. */
function divide(word: string): readonly number[] {
  let first = word.length
  let last = -1
  for (let at = 0; at < word.length; at += 1) {
    if (!vowels.includes(word.charAt(at))) continue
    first = Math.min(first, at)
    last = at
  }
  const leftAndRight = (at: number): boolean =>
    at >= 2 && word.length - at >= 2 && first < at && last >= at && !leaning.includes(word.charAt(at))
  const byPatterns = patternPoints(word).filter(leftAndRight)
  const exception = exceptions.find(({ beginning }) => word.startsWith(beginning))
  if (exception === undefined) return byPatterns
  const end = exception.points.at(-1) ?? 0
  return [...exception.points, ...byPatterns.filter((at) => at > end + 1)]
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
