const nbsp = '\u00a0'

/** Turns the characters of a pattern's matches into others, never their number: runs keep their borders. */
type Rule = (text: string) => string

/**
 * Makes a text ready for print by the Russian rules: dashes, quotes, no-break spaces. Letters and digits stay as they
 * are and where they are; quotes other than straight ones stay as the author wrote them.
 */
export function typograph(text: string): string {
  return typographRuns([{ text }])[0]?.text ?? ''
}

/** The same for a paragraph of several runs, which is one text to the rules: a quote may open in one and close in another. */
export function typographRuns<Run extends { readonly text: string }>(runs: readonly Run[]): readonly Run[] {
  const cleaned = clean(runs.map((run) => run.text))
  const whole = rules.reduce((text, rule) => rule(text), cleaned.join(''))
  let start = 0
  return runs.map((run, index) => {
    const end = start + (cleaned[index] ?? '').length
    const text = whole.slice(start, end)
    start = end
    return { ...run, text }
  })
}

/** What changes the number of characters: composed letters, ellipses, doubled spaces, also across the borders of runs. */
function clean(texts: readonly string[]): readonly string[] {
  let afterSpace = false
  return texts.map((text) => {
    const single = text
      .normalize('NFC')
      .replace(/\.{3,}/g, '…')
      .replace(/[\t\n\r\v\f]/g, ' ')
      .replace(doubledSpaces, (spaces) => (spaces.includes(nbsp) ? nbsp : ' '))
    const result = afterSpace && isSpace(single.at(0)) ? single.slice(1) : single
    if (result !== '') afterSpace = isSpace(result.at(-1))
    return result
  })
}

const space = `[ ${nbsp}]`
const doubledSpaces = new RegExp(`${space}{2,}`, 'g')
const isSpace = (character: string | undefined): boolean => character === ' ' || character === nbsp
/** Beginnings of units, in whatever form they stand, and whole ones that words begin with which are none. */
const units =
  '(?:%|‰|°|₽|руб|коп|год|лет|век(?!т)|тыс|млн|млрд|трлн|км|кв|куб|час|чел|балл|процент|минут|секунд|сут[ок.]|экземпляр|штук|раза?(?!\\p{L})|' +
  'метр|тонн|литр|грамм|гектар|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|' +
  '(?:р\\.|гг?\\.|вв?\\.|мм|см|м|кг|г|т|га|л|мл|ч|мин|сек|с|экз|шт)(?!\\p{L}))'
const beforeNumbers = 'ст|стр|с|пп?|ч|гл|рис|табл|д|кв|корп|оф|тел|разд|абз'
const beforeNames = 'г|ул|пр|пл|пер|пос|дер|обл|им|св|гр|тов|проф|акад|доц'

/** What stands before and after a space where no line may end. */
const joins: readonly (readonly [before: string, after: string])[] = [
  // A dash belongs to what is before it, and one that opens a paragraph to its first word.
  ['\\S', `—(?=${space}|$)`],
  ['^—', ''],
  // Words of one or two letters lean on the next word, particles on the one before.
  [`(?:^|[\\s(«„“"—])\\p{L}{1,2}`, '\\S'],
  ['', '(?:бы|б|ли|ль|же|ж)(?![\\p{L}\\d])'],
  // Initials and surname, either way round.
  ['(?<!\\p{L})\\p{Lu}\\.', '(?:\\p{Lu}\\.|\\p{Lu}\\p{L})'],
  ['\\p{Lu}\\p{Ll}+', `\\p{Lu}\\.${space}?\\p{Lu}\\.`],
  // Signs and abbreviations before a number or a name.
  ['[№§]', '[\\d\\p{Lu}]'],
  [`(?<!\\p{L})(?:${beforeNumbers})\\.`, '\\d'],
  [`(?<!\\p{L})(?:${beforeNames})\\.`, '[А-ЯЁA-Z\\d«]'],
  // Groups of figures, number and unit, century and congress.
  ['\\d', '\\d{3}(?!\\d)'],
  ['\\d[)»]?', units],
  ['(?<![\\p{L}\\d])[IVXLC]+', '(?:в\\.|вв\\.|век|съезд|созыв|пленум)'],
  ['\\d[\\s]?(?:тыс\\.|млн|млрд|трлн)', '\\p{L}'],
  // «и т. д.» and the like.
  ['(?<!\\p{L})и', '(?:т\\.|др\\.|пр\\.)'],
  ['(?<!\\p{L})т\\.', '[дпекн]\\.'],
  ['(?<!\\p{L})до', `н\\.${space}?э\\.`],
  ['(?<!\\p{L})н\\.', 'э\\.'],
  ['(?<!\\p{L})кв\\.', 'м(?!\\p{L})'],
]

/** Abbreviations may open a sentence; capitals matter only where initials and names are meant. */
const matters = (before: string, after: string): boolean => /\\p\{Lu\}|IVX|А-Я/.test(before + after)

const rules: readonly Rule[] = [
  straightQuotes,
  (text) => text.replace(/(?<=^|[ \u00a0])[-–](?=[ \u00a0])/g, '—'),
  ...joins.map(([before, after]): Rule => {
    // The space comes first, so that the rest is looked at only where there is one.
    const pattern = new RegExp(` (?<=(?:${before}) )(?=${after})`, matters(before, after) ? 'gu' : 'giu')
    return (text) => text.replace(pattern, nbsp)
  }),
]

const openers = /[\s([{«„—–-]/

/** Straight quotes become «ёлочки», and „лапки“ within them. */
function straightQuotes(text: string): string {
  if (!text.includes('"')) return text
  let depth = 0
  let result = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '«' || character === '„') depth += 1
    if (character === '»' || character === '“') depth = Math.max(0, depth - 1)
    if (character !== '"') {
      result += character
      continue
    }
    const before = result.at(-1)
    const next = text.charAt(at + 1)
    const opens = (before === undefined || openers.test(before)) && next !== '' && !/\s/.test(next)
    if (opens) {
      result += depth === 0 ? '«' : '„'
      depth += 1
    } else if (depth > 0) {
      depth -= 1
      result += depth === 0 ? '»' : '“'
    } else result += '"'
  }
  return result
}
