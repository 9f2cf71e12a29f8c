import { boundedCache } from './bounded-cache.ts'
import { hyphenationPoints } from './hyphenation.ts'

/** A place within a token (letters without a space between) where it may be divided, `at` characters from its start. */
export interface TokenBreak {
  readonly at: number
  readonly penalty: number
  /** A hyphen must be drawn there. */
  readonly hyphen: boolean
}

const capacity = 40_000
const plainWord = /^([«„(]*)([а-яё]+)[.,:;!?…)»“]*$/i
const whole: readonly TokenBreak[] = []
const divided = boundedCache<readonly TokenBreak[]>(capacity)
const undivided = boundedCache<readonly TokenBreak[]>(capacity)

/** Where a token may be divided, ascending: after hyphens and the like the author wrote, and between syllables. */
export function tokenBreaks(token: string, hyphenate: boolean): readonly TokenBreak[] {
  if (token.length < 4) return whole
  const cache = hyphenate ? divided : undivided
  return cache.remember(token, () => {
    // Most are words with a comma at most; looking for everything else in them takes longer than dividing them.
    const plain = plainWord.exec(token)
    if (plain !== null) return hyphenate ? syllableBreaks(plain[2] ?? '', plain[1]?.length ?? 0) : whole
    const found = [...explicitBreaks(token), ...addressBreaks(token), ...(hyphenate ? wordBreaks(token) : [])]
    found.sort((left, right) => left.at - right.at || left.penalty - right.penalty)
    return found.filter(({ at }, index) => found[index - 1]?.at !== at)
  })
}

/** After a hyphen between parts of at least two letters, a slash between words, a dash between words. */
function explicitBreaks(token: string): TokenBreak[] {
  const found: TokenBreak[] = []
  for (const { index } of token.matchAll(/(?<=\p{L}{2})[-\u2010](?=\p{L}{2})/gu)) {
    const rest = /^\p{L}+/u.exec(token.slice(index + 1))?.[0].length ?? 0
    found.push({ at: index + 1, penalty: rest < 4 ? 45 : 10, hyphen: false })
  }
  for (const { index } of token.matchAll(/(?<=[\p{L}\d]{3})\/(?=[\p{L}\d]{3})/gu))
    found.push({ at: index + 1, penalty: 60, hyphen: false })
  for (const { index } of token.matchAll(/(?<=[\p{L}\d]{2})—(?=[\p{L}\d])/gu))
    found.push({ at: index + 1, penalty: 30, hyphen: false })
  return found
}

/** Within addresses and long codes of figures, where a hyphen would be misread as part of them: never one is drawn. */
function addressBreaks(token: string): TokenBreak[] {
  const found: TokenBreak[] = []
  const add = (pattern: RegExp, penalty: number) => {
    for (const { index } of token.matchAll(pattern)) found.push({ at: index + 1, penalty, hyphen: false })
  }
  if (/:\/\/|www\.|@|[a-z\d]\.[a-z]{2}/i.test(token)) {
    add(/(?<=[^/:]{3})\/(?=[^/]{2})|\/(?<=:\/\/)/g, 250)
    add(/[^/.:](?=[.@][\p{L}\d]{2})/gu, 500)
    add(/(?<=[\p{L}\d]{2})[-_?&=](?=[\p{L}\d]{2})/gu, 500)
  } else if (token.length >= 12) add(/(?<=\d)[-/](?=\d)/g, 1500)
  return found
}

/** The words of a token, divided. Addresses are not words. */
function wordBreaks(token: string): readonly TokenBreak[] {
  const words = token.matchAll(/(?<![\p{L}\d@./])[а-яё]+(?![\p{L}\d@/]|\.\p{L})/giu)
  return [...words].flatMap(({ 0: word, index }) => syllableBreaks(word, index))
}

/** Between the syllables of a word at a place of its token; dearer where only two letters are cut off or a name is divided. */
function syllableBreaks(word: string, place: number): readonly TokenBreak[] {
  const points = hyphenationPoints(word)
  if (points.length === 0) return whole
  const name = /^[А-ЯЁ]/.test(word) ? 35 : 0
  return points.map((at) => {
    const short = (at < 3 ? 18 : 0) + (word.length - at < 3 ? 28 : 0)
    return { at: place + at, penalty: short + name, hyphen: true }
  })
}
