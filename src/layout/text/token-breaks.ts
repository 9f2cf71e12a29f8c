import { boundedCache } from './bounded-cache.ts'
import { hyphenationPoints, lastResortPoints } from './hyphenation.ts'

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
const dividedAnyhow = boundedCache<readonly TokenBreak[]>(capacity)
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

const isAddress = /:\/\/|www\.|@|[a-z\d]\.[a-z]{2}/i

/** Within addresses and long codes of figures, where a hyphen would be misread as part of them: never one is drawn. */
function addressBreaks(token: string): TokenBreak[] {
  const found: TokenBreak[] = []
  const add = (pattern: RegExp, penalty: number) => {
    for (const { index } of token.matchAll(pattern)) found.push({ at: index + 1, penalty, hyphen: false })
  }
  if (isAddress.test(token)) {
    add(/(?<=[^/:]{3})\/(?=[^/]{2})|\/(?<=:\/\/)/g, 250)
    add(/[^/.:](?=[.@][\p{L}\d]{2})/gu, 500)
    add(/(?<=[\p{L}\d]{2})[-_?&=](?=[\p{L}\d]{2})/gu, 500)
    add(/%(?=[\dA-F]{2})/gi, 900)
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

/** What a place costs that is looked for only where a line would have gaps: less than the gaps, more than anything else. */
const lastResort = { syllable: 500, name: 600, afterFigures: 900, sentence: 900, address: 900 } as const

/**
 * Where else a token may be divided rather than that a line has gaps: short words, clusters of consonants the patterns leave
 * alone, words with capitals inside or initials before them, foreign words, after the hyphen of «52-летний» and «Сочи-2014»,
 * between sentences without a space, at every sign of an address.
 */
export function lastResortBreaks(token: string): readonly TokenBreak[] {
  if (token.length < 4) return whole
  return dividedAnyhow.remember(token, () => {
    const plain = plainWord.exec(token)
    const found = plain === null ? signBreaks(token) : anySyllables(plain[2] ?? '', plain[1]?.length ?? 0)
    if (found.length === 0) return tokenBreaks(token, true)
    const all = [...tokenBreaks(token, true), ...found].sort((left, right) => left.at - right.at || left.penalty - right.penalty)
    return all.filter(({ at }, index) => all[index - 1]?.at !== at)
  })
}

// Ranges, not classes of Unicode: those take longer to compile than all the words of a page to divide.
const inAddress = /[/?&=_#-](?=[a-zа-яё\d])|[a-zа-яё\d](?=[.@][a-zа-яё\d])/gi
const afterFigures = /(?<=\d)[-\u2010](?=[a-zа-яё]{4})|(?<=[a-zа-яё]{2})[-\u2010](?=\d)/gi
const afterSentence = /(?<=[a-zа-яё]{3})[.,;:!?](?=[A-ZА-ЯЁ«])/g
const wordsWithin = /(?<![a-zß-ÿа-яё\d])[a-zß-ÿа-яё]{4,}(?![a-zß-ÿа-яё\d])/gi
const capital = /^[A-ZА-ЯЁ]/

function signBreaks(token: string): readonly TokenBreak[] {
  const found: TokenBreak[] = []
  const bare = (pattern: RegExp, penalty: number) => {
    for (const { index } of token.matchAll(pattern)) found.push({ at: index + 1, penalty, hyphen: false })
  }
  if (isAddress.test(token)) {
    bare(inAddress, lastResort.address)
    return found
  }
  bare(afterFigures, lastResort.afterFigures)
  bare(afterSentence, lastResort.sentence)
  for (const { 0: word, index } of token.matchAll(wordsWithin)) found.push(...anySyllables(word, index))
  return found
}

/** Wherever the word at a place of its token may be divided at all. */
function anySyllables(word: string, place: number): readonly TokenBreak[] {
  const points = lastResortPoints(word)
  if (points.length === 0) return whole
  const penalty = capital.test(word) ? lastResort.name : lastResort.syllable
  return points.map((at) => ({ at: place + at, penalty, hyphen: true }))
}
