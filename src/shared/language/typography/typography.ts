import {
  changesOf,
  type Draft,
  draftOf,
  type Replacement,
  replaced,
  type TypographyChange,
  type TypographyRule,
  typographyRules,
} from './draft.ts'
import { guardedRanges, touches } from './guarded.ts'
import { quoteReplacements, typedQuote } from './quotes.ts'
import { withYo } from './yo-words.ts'

const nbsp = '\u00a0'
const space = '[ \\u00a0]'

interface Pattern {
  readonly rule: TypographyRule
  readonly find: RegExp
  /** What the found text becomes; null leaves it. */
  readonly by: (groups: readonly string[]) => string | null
}

const short =
  'а|без|бы|в|во|вы|где|да|для|до|за|и|из|или|как|к|ко|мы|на|над|не|ни|но|о|об|обо|он|от|по|под|при|про|с|со|то|ты|у|что|я'
const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const units =
  'руб|рублей|рубля|рубль|коп|тыс|тысяч|тысячи|млн|млрд|миллионов?|миллиардов?|км|м|см|мм|кг|г|т|л|га|ч|мин|с|лет|года?|году|годов|годы|годах|годам|человек|чел|с\\.|стр|полос|процентов|кв'
const letter = '[\\p{L}\\p{N}]'

const groupThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, nbsp)

const patterns: readonly Pattern[] = [
  { rule: 'ellipsis', find: /(?<![.?!])\.{3,}/gu, by: () => '…' },
  { rule: 'ellipsis', find: /(?<=[?!])\.{3,}/gu, by: () => '..' },
  // Spaces: never two, none at the ends, none before a comma.
  { rule: 'spaces', find: /[ \u00a0]{2,}/gu, by: ([all = '']) => (all.includes(nbsp) ? nbsp : ' ') },
  { rule: 'spaces', find: /^[ \u00a0]+|[ \u00a0]+$/gu, by: () => '' },
  { rule: 'spaces', find: /(?<=[\p{L}\p{N}»“)])[ \u00a0]+(?=[,;:!?.](?:[ \u00a0]|$))/gu, by: () => '' },
  // Dashes between words, in speech and in ranges; the minus before a figure.
  { rule: 'dashes', find: /^(?:-{1,2}|–)[ \u00a0]+(?=\S)/gu, by: () => `—${nbsp}` },
  { rule: 'dashes', find: /(?<=\S)[ \u00a0](?:-{1,3}|–)(?=[ \u00a0]|$)/gu, by: () => `${nbsp}—` },
  { rule: 'dashes', find: /(?<=\S) (?=—)/gu, by: () => nbsp },
  { rule: 'dashes', find: /(?<=[\p{L},.»“!?…)])--(?=\p{L})/gu, by: () => `${nbsp}— ` },
  // Written without the space before it, as agencies do: «…»,- сказал он.
  { rule: 'dashes', find: /(?<=[,»“!?…])(?:-{1,2}|–|—)(?=[ \u00a0])/gu, by: () => `${nbsp}—` },
  { rule: 'dashes', find: /(?<=[,!?…])-(?=\p{Ll})/gu, by: () => `${nbsp}— ` },
  {
    rule: 'dashes',
    find: /(?<![\p{L}\p{N}.,:/–-])(?<!\)[ \u00a0]?)(?<!№[ \u00a0]?)(\d{1,4})-(\d{1,4})(?![\p{L}\d–-]|[.,:/]\d)/gu,
    by: ([, from = '', to = '']) => `${from}–${to}`,
  },
  { rule: 'dashes', find: /(?<=(?:^|[ \u00a0(]))-(?=\d)/gu, by: () => '−' },
  // Words and figures that must not part.
  {
    rule: 'noBreaks',
    find: new RegExp(`(?<=(?:^|[ \\u00a0(«„—])(?:${short})) (?=[\\p{L}\\p{N}«„№§])`, 'giu'),
    by: () => nbsp,
  },
  { rule: 'noBreaks', find: new RegExp(`(?<=${letter}) (?=(?:бы?|же?|ли|ль)(?!${letter}|-))`, 'gu'), by: () => nbsp },
  { rule: 'noBreaks', find: /(?<=[№§]) ?(?=\d)/gu, by: () => nbsp },
  {
    rule: 'noBreaks',
    find: /(?<![\p{L}\p{N}.])(\p{Lu})\.[ \u00a0]?(\p{Lu})\.[ \u00a0]?(?=\p{Lu}\p{Ll})/gu,
    by: ([, first = '', second = '']) => `${first}.${nbsp}${second}.${nbsp}`,
  },
  { rule: 'noBreaks', find: /(?<=(?<![\p{L}\p{N}.])\p{Lu}\.) (?=\p{Lu}\p{Ll})/gu, by: () => nbsp },
  {
    rule: 'noBreaks',
    find: /(?<=\p{Lu}\p{Ll}+)[ \u00a0](\p{Lu})\.[ \u00a0]?(\p{Lu})\.(?![\p{L}]|[ \u00a0]?\p{Lu}\p{Ll})/gu,
    by: ([, first = '', second = '']) => `${nbsp}${first}.${nbsp}${second}.`,
  },
  { rule: 'noBreaks', find: /(?<=(?<!\p{L})т\.) ?(?=[едпкн]\.)/gu, by: () => nbsp },
  { rule: 'noBreaks', find: /(?<=(?<!\p{L})(?:г|ул|пр|д|с|стр|ст|п|см|им|проф|акад)\.) (?=[\p{Lu}\d])/gu, by: () => nbsp },
  { rule: 'numbers', find: new RegExp(`(?<=\\d) (?=(?:${months}|${units})(?!${letter}))`, 'gu'), by: () => nbsp },
  { rule: 'numbers', find: /(?<=\d) (?=[%‰₽°])/gu, by: () => nbsp },
  { rule: 'numbers', find: new RegExp(`(?<=(?<!${letter})[IVX]{1,5}) (?=(?:век|вв?\\.|квартал))`, 'gu'), by: () => nbsp },
  { rule: 'numbers', find: /(?<=(?<![\d,.])\d{1,3}(?:[ \u00a0]\d{3})*) (?=\d{3}(?!\d))/gu, by: () => nbsp },
  {
    rule: 'numbers',
    find: /(?<![\p{L}\p{N}№+,./:–-])(?<!№[ \u00a0])\d{5,9}(?![\p{L}\p{N}–-]|[.:/]\d)/gu,
    by: ([digits = '']) => groupThousands(digits),
  },
  { rule: 'yo', find: /(?<![\p{L}\p{N}])\p{L}{2,}(?![\p{L}\p{N}])/gu, by: ([word = '']) => withYo(word) },
]

/** Six figures before a comma and a town are the index of a letter. */
const isPostal = (text: string, at: number, found: string): boolean =>
  /^\d{6}$/.test(found) && /^,[ \u00a0]*\p{Lu}/u.test(text.slice(at + found.length))

const replacementsOf = (text: string, { find, by }: Pattern): readonly Replacement[] => {
  const kept = guardedRanges(text)
  return [...text.matchAll(find)].flatMap((found) => {
    const { index, 0: old } = found
    if (touches(kept, index, index + Math.max(1, old.length)) || isPostal(text, index, old)) return []
    const next = by([...found].map((group) => group ?? ''))
    return next === null || next === old ? [] : [{ at: index, length: old.length, by: next }]
  })
}

const once = (draft: Draft, wanted: ReadonlySet<TypographyRule>): Draft => {
  let now = draft
  if (wanted.has('quotes')) {
    const kept = guardedRanges(now.text)
    const quotes = quoteReplacements(now.text).filter(({ at, by }) => !touches(kept, at, at + 1) && now.text[at] !== by)
    now = replaced(now, 'quotes', quotes)
  }
  for (const pattern of patterns)
    if (wanted.has(pattern.rule)) now = replaced(now, pattern.rule, replacementsOf(now.text, pattern))
  return now
}

/** One rule may make work for another; texts of people rest after two rounds. */
const rounds = 8

/**
 * What Russian typography changes in the text of one block. What it makes of a text is left alone when it is asked again.
 * Tabs are the cells of a table, line breaks ends of paragraphs: neither is touched.
 */
export const typographyChanges = (
  text: string,
  rules: readonly TypographyRule[] = typographyRules,
): readonly TypographyChange[] => {
  const wanted = new Set(rules)
  let draft = draftOf(text)
  for (let round = 0; round < rounds; round += 1) {
    const next = once(draft, wanted)
    if (next.text === draft.text) break
    draft = next
  }
  return changesOf(draft, text.length)
}

/** The text with its changes made. */
export const withChanges = (text: string, changes: readonly TypographyChange[]): string =>
  [...changes].reverse().reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text)

/** What a typed letter sets right: so many units before the caret, itself among them, become `insert`. */
export interface TypedChange {
  readonly remove: number
  readonly insert: string
}

/** What typing `typed` behind `before` in a block means; null where it means itself. */
export const asTyped = (before: string, typed: string): TypedChange | null => {
  if (typed === '"') {
    const quote = typedQuote(before)
    return quote === null ? null : { remove: 1, insert: quote }
  }
  if (typed === '.' && /(?<![.?!])\.\.$/.test(before)) {
    const inAddress = touches(guardedRanges(`${before}x`), before.length, before.length + 1)
    return inAddress ? null : { remove: 3, insert: '…' }
  }
  if (typed === ' ') {
    const dash = new RegExp(`(^|${space})(-{1,2}|–)$`).exec(before)
    if (!dash) return null
    const [found, lead = ''] = dash
    return lead === '' ? { remove: found.length + 1, insert: `—${nbsp}` } : { remove: found.length + 1, insert: `${nbsp}— ` }
  }
  return null
}
