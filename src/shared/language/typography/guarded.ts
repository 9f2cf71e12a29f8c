/**
 * What typography never touches: addresses, mail, names of files and accounts, hashtags, dates and times of machines,
 * telephone numbers, and words in which letters, digits and signs stand together (numbers of documents, codes).
 */
const guarded = new RegExp(
  [
    '(?:https?:\\/\\/|www\\.)[^\\s«»"“”„]*[^\\s.,;:!?…)»"“”«„]',
    '[\\w.+-]+@[\\p{L}\\w-]+(?:\\.[\\p{L}\\w-]+)+',
    '(?<![\\p{L}\\w.])[\\p{L}\\w-]+(?:\\.[\\p{L}\\w-]+)*\\.(?:ru|рф|su|com|org|net|info|tv|pdf|docx?|xlsx?|jpe?g|png)(?![\\p{L}\\d])(?:\\/[^\\s«»"“”„]*[^\\s.,;:!?…)»"“”«„])?',
    '[@#][\\p{L}\\d_]+',
    '\\+\\d[\\d ()\\u00a0-]{8,}\\d',
    '(?<!\\d)8[ \\u00a0-]?\\(?\\d{3}\\)?[ \\u00a0-]?\\d{3}[ \\u00a0-]?\\d{2}[ \\u00a0-]?\\d{2}(?!\\d)',
    '(?<![\\d-])\\d+(?:-\\d+){2,}(?!\\d)',
    '(?<![\\p{L}\\d])(?=[\\p{L}\\d/_-]*\\d)(?=[\\p{L}\\d/_-]*[/_-])(?=[\\p{L}\\d/_-]*[\\p{L}_])[\\p{L}\\d]+(?:[/_-][\\p{L}\\d]+)+(?![\\p{L}\\d])',
    '(?:ИНН|КПП|БИК|ОГРН|ОГРНИП|ОКПО|СНИЛС|ISSN|ISBN)[ \\u00a0:№]*[\\d][\\d -]*\\d',
  ].join('|'),
  'gu',
)

interface Range {
  readonly from: number
  readonly to: number
}

/** The parts of a text that are to stay as they are. */
export const guardedRanges = (text: string): readonly Range[] =>
  [...text.matchAll(guarded)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))

/** Does a part of the text lie in one of these, or reach into it? */
export const touches = (ranges: readonly Range[], from: number, to: number): boolean =>
  ranges.some((range) => from < range.to && to > range.from)
