const nbsp = '\u00a0'
const gap = `[ ${nbsp}]`

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
      .replace(new RegExp(`${gap}{2,}`, 'g'), (spaces) => (spaces.includes(nbsp) ? nbsp : ' '))
    const result = afterSpace ? single.replace(new RegExp(`^${gap}`), '') : single
    if (result !== '') afterSpace = new RegExp(`${gap}$`).test(result)
    return result
  })
}

const units =
  '(?:%|‰|°C?|₽|руб|коп|р\\.|г\\.|гг\\.|в\\.|вв\\.|год|лет|век|тыс|млн|млрд|трлн|мм|см|км|кв|куб|м|кг|г|т|га|л|мл|ч|час|мин|сек|с|сут|чел|экз|шт|балл|процент|раз|' +
  'январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)'

const rules: readonly Rule[] = [
  straightQuotes,
  // Dashes: a spaced hyphen or en dash is a dash; at the start of a paragraph it opens a spoken line.
  (text) => text.replace(/(^|[ \u00a0])(?:[-–])(?=[ \u00a0])/g, '$1—'),
  (text) => text.replace(/^— /, `—${nbsp}`),
  (text) => text.replace(/(\S) —(?= |\u00a0|$)/g, `$1${nbsp}—`),
  // Words of one or two letters lean on the next word.
  (text) => text.replace(/(?<=^|[\s(«„“"—])(\p{L}{1,2}) (?=\S)/gu, `$1${nbsp}`),
  // Particles lean on the word before.
  (text) => text.replace(/ (?=(?:бы|б|ли|ль|же|ж)(?![\p{L}\d]))/giu, nbsp),
  // Initials and surname, either way round.
  (text) => text.replace(/(?<![\p{L}])(\p{Lu}\.) (?=\p{Lu}\.|\p{Lu}\p{L})/gu, `$1${nbsp}`),
  (text) => text.replace(/(\p{Lu}\p{Ll}+) (?=\p{Lu}\.[ \u00a0]?\p{Lu}\.)/gu, `$1${nbsp}`),
  // Signs and abbreviations before a number or a name.
  (text) => text.replace(/([№§]) (?=[\d\p{Lu}])/gu, `$1${nbsp}`),
  (text) =>
    text.replace(/(?<![\p{L}])((?:ст|стр|с|п|пп|ч|гл|рис|табл|д|кв|корп|стр|оф|тел|разд|абз) ?\.) (?=\d)/giu, `$1${nbsp}`),
  (text) =>
    text.replace(/(?<![\p{L}])((?:г|ул|пр|пл|пер|пос|дер|обл|им|св|гр|тов|проф|акад|доц)\.) (?=[\p{Lu}\d«])/giu, `$1${nbsp}`),
  // Digits in groups, number and unit, century and year.
  (text) => text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, nbsp),
  (text) => text.replace(new RegExp(`(\\d[)»]?) (?=${units})`, 'gu'), `$1${nbsp}`),
  (text) => text.replace(/((?<![\p{L}\d])[IVXLC]+) (?=в\.|вв\.|век|съезд|созыв|пленум)/gu, `$1${nbsp}`),
  (text) => text.replace(/((?:тыс|млн|млрд|трлн)\.?) (?=\p{L})/gu, `$1${nbsp}`),
  // «и т. д.» and the like hold together.
  (text) =>
    text.replace(
      /(?<!\p{L})(?:и[ \u00a0]т\. ?[дп]\.|и[ \u00a0](?:др|пр)\.|т\. ?[екн]\.|до[ \u00a0]н\. ?э\.|н\. э\.|кв\. м)/giu,
      (match) => match.replaceAll(' ', nbsp),
    ),
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
