/** What is looked for, and how exactly it must be met. */
export interface FindQuery {
  readonly text: string
  readonly wholeWords: boolean
  readonly matchCase: boolean
  /** «ё» and «е» are one letter. */
  readonly yoIsYe: boolean
  /** `text` is a regular expression of JavaScript. */
  readonly regexp: boolean
}

/** A place in a text, in UTF-16 units, and what a replacement may take from it: the whole, then the groups. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly groups: string[]
  readonly named: Record<string, string>
}

/** No more places are told of than anybody will look at. */
export const matchLimit = 10_000

/** No-break spaces are spaces to those who look for words. Lengths stay, so that places are those of the text itself. */
const fold = (text: string, yoIsYe: boolean): string => {
  const spaced = text.replace(/[\u00a0\u202f\u2009]/g, ' ')
  return yoIsYe ? spaced.replaceAll('ё', 'е').replaceAll('Ё', 'Е') : spaced
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const letter = '[\\p{L}\\p{N}_]'

/** The pattern a query means; null when its regular expression is none, or nothing is looked for. */
export const toPattern = ({ text, wholeWords, matchCase, yoIsYe, regexp }: FindQuery): RegExp | null => {
  if (text === '') return null
  const wanted = fold(text, yoIsYe)
  const source = regexp ? wanted : literal(wanted)
  const whole = wholeWords ? `(?<!${letter})(?:${source})(?!${letter})` : source
  try {
    return new RegExp(whole, matchCase ? 'dgu' : 'dgiu')
  } catch {
    return null
  }
}

/** Everything in a text that a query finds, in order, without overlaps; never an empty place. At most `limit` of them. */
export const findText = (text: string, query: FindQuery, limit = matchLimit): readonly Match[] => {
  const pattern = toPattern(query)
  if (!pattern) return []
  const original = (place: readonly number[] | undefined) => (place ? text.slice(place[0], place[1]) : '')
  const matches: Match[] = []
  for (const found of fold(text, query.yoIsYe).matchAll(pattern)) {
    if (matches.length >= limit) break
    const [whole] = found
    if (whole === '') continue
    const places: (readonly number[] | undefined)[] = found.indices ? [...found.indices] : []
    matches.push({
      from: found.index,
      to: found.index + whole.length,
      groups: places.map(original),
      named: Object.fromEntries(Object.entries(found.indices?.groups ?? {}).map(([name, place]) => [name, original(place)])),
    })
  }
  return matches
}

/**
 * What a match becomes. Of a regular expression `$1`, `$<name>`, `$&` stand for what was found and `$$` for the sign
 * itself; otherwise the words are taken as they are.
 */
export const replacementFor = ({ groups, named }: Match, by: string, regexp: boolean): string =>
  regexp
    ? by.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]+)>)/g, (sign, dollar, whole, number, name) => {
        if (dollar) return '$'
        if (whole) return groups[0] ?? ''
        if (name !== undefined) return named[name] ?? ''
        return groups[Number(number)] ?? sign
      })
    : by
