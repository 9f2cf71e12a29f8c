import { boundedCache } from './bounded-cache.ts'
import { hyphenationExceptions } from './hyphenation-exceptions.ts'
import { patternPoints } from './word-patterns.ts'

const vowels = 'аеёиоуыэюя'
/** No part of a word begins with them. */
const leaning = 'ьъй'
const signs = 'ьъ'
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

const latinVowels = 'aeiouyàáâäåæèéêëìíîïòóôöøùúûü'
const latinWord = /^[a-z\u00df-\u00ff]+$/
/** Consonants that stay together before a vowel. */
const latinPairs = /(?:[bcdfgkptv][lr]|[cpst]h|qu)$/
const shortWord = 4
const foreignWord = 6
/** A word with a capital or two at its beginning and none within. */
const lowered = /^[A-ZА-ЯЁ]{0,2}[a-zß-ÿа-яё]+$/

/**
 * All places where a word may be divided, those included that the patterns leave alone and a grammar allows: a vowel on each
 * side, no single letter, no consonant parted from its vowel, no `ь`, `ъ`, `й` at a beginning. Foreign words keep three
 * letters together.
 */
export function lastResortPoints(word: string): readonly number[] {
  if (!lowered.test(word)) return []
  const lower = word.toLowerCase()
  if (cyrillicWord.test(lower)) {
    const known = hyphenationPoints(lower)
    return word.length < shortWord
      ? []
      : betweenVowels(lower).flatMap((points) => {
          const byPatterns = points.filter((at) => known.includes(at))
          return byPatterns.length > 0 ? byPatterns : points
        })
  }
  return word.length < foreignWord || !latinWord.test(lower) ? [] : latinPoints(lower)
}

/** For every two vowels that follow one another, the places between them where a Russian word may be divided. */
function betweenVowels(word: string): readonly (readonly number[])[] {
  const places = [...word].flatMap((character, at) => (vowels.includes(character) ? [at] : []))
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? 0
    // The consonant before a vowel goes with it, and a soft or hard sign with what is before it.
    const apart = to - from === 1 || signs.includes(word.charAt(to - 1))
    const points = apart ? [to] : Array.from({ length: to - from - 1 }, (_, step) => from + 1 + step)
    return points.filter((at) => at >= 2 && word.length - at >= 2 && !leaning.includes(word.charAt(at)))
  })
}

/** Before the last consonant, or pair of them, between two vowels of a foreign word. */
function latinPoints(word: string): readonly number[] {
  const found: number[] = []
  let vowel = -1
  for (let to = 0; to < word.length; to += 1) {
    if (!latinVowels.includes(word.charAt(to))) continue
    const between = vowel < 0 ? '' : word.slice(vowel + 1, to)
    const at = to - (latinPairs.exec(between)?.[0].length ?? 1)
    if (between !== '' && at >= 3 && word.length - at >= 3) found.push(at)
    vowel = to
  }
  return found
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
