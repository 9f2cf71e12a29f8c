import { childOf, childrenOf, settingOf, type XmlElement } from './xml.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** «%1.%2)» */
  readonly text: string
}

/** The number of one paragraph. */
export interface ItemNumber {
  /** As it is printed: «2.1)» */
  readonly printed: string
  /** «1.», «2)»: a bare figure, as the items of an article have it by themselves; null where it is another. */
  readonly plain: number | null
}

/** The lists of a document. */
export interface Numbering {
  /**
   * The number of the next paragraph of a list, `bullet` where the list has signs instead of numbers, or null where it is
   * no list. Counts, so it must be asked once for each paragraph, in order.
   */
  readonly next: (list: string, level: number) => ItemNumber | 'bullet' | null
}

const roman = (value: number): string => {
  const digits: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let written = ''
  for (const [worth, sign] of digits)
    while (rest >= worth) {
      written += sign
      rest -= worth
    }
  return written
}

/** а, б … я; without the letters that lists leave out. */
const russian = 'абвгдежзиклмнопрстуфхцчшщэюя'
const latin = 'abcdefghijklmnopqrstuvwxyz'

/** After the last letter a list goes on with it doubled: «яя». */
const letter = (alphabet: string, value: number): string =>
  alphabet.charAt((value - 1) % alphabet.length).repeat(Math.min(9, Math.ceil(value / alphabet.length)))

/** One number as a list writes it. */
export const writeNumber = (value: number, format: string): string => {
  if (value < 1 || value > 99_999) return String(value)
  switch (format) {
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letter(latin, value).toUpperCase()
    case 'lowerLetter':
      return letter(latin, value)
    case 'russianUpper':
      return letter(russian, value).toUpperCase()
    case 'russianLower':
      return letter(russian, value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    default:
      return String(value)
  }
}

const readLevels = (list: XmlElement | undefined): Map<number, Level> =>
  new Map(
    childrenOf(list, 'w:lvl').map((level) => [
      Number(level.attributes.get('w:ilvl') ?? 0),
      {
        start: Number(settingOf(level, 'w:start') ?? 1),
        format: settingOf(level, 'w:numFmt') ?? 'decimal',
        text: settingOf(level, 'w:lvlText') ?? '',
      },
    ]),
  )

/** Reads the numbering part; null where a document has none. */
export const readNumbering = (root: XmlElement | null): Numbering => {
  const abstract = new Map(
    childrenOf(root ?? undefined, 'w:abstractNum').map((list) => [list.attributes.get('w:abstractNumId') ?? '', list]),
  )
  /** A list may name a style that names the list which has the levels. */
  const byStyle = new Map([...abstract.values()].flatMap((list) => [[settingOf(list, 'w:styleLink') ?? '', list] as const]))
  const lists = new Map(
    childrenOf(root ?? undefined, 'w:num').map((list) => {
      const named = abstract.get(settingOf(list, 'w:abstractNumId') ?? '')
      const link = settingOf(named, 'w:numStyleLink')
      const definition = link === undefined ? named : (byStyle.get(link) ?? named)
      const levels = readLevels(definition)
      const starts = new Map<number, number>()
      for (const override of childrenOf(list, 'w:lvlOverride')) {
        const at = Number(override.attributes.get('w:ilvl') ?? 0)
        const own = readLevels(override).get(at)
        if (own) levels.set(at, own)
        const start = settingOf(override, 'w:startOverride')
        if (start !== undefined) starts.set(at, Number(start))
      }
      return [list.attributes.get('w:numId') ?? '', { definition, levels, starts }] as const
    }),
  )
  // Lists of one definition count on together, unless one of them says where it starts.
  const counters = new Map<XmlElement | undefined, number[]>()
  const begun = new Set<string>()
  return {
    next: (id, at) => {
      const list = lists.get(id)
      const level = list?.levels.get(at)
      if (!list || !level || level.format === 'none') return null
      if (level.format === 'bullet') return 'bullet'
      const counts = counters.get(list.definition) ?? []
      counters.set(list.definition, counts)
      const restart = begun.has(`${id} ${at}`) ? undefined : list.starts.get(at)
      begun.add(`${id} ${at}`)
      const before = counts[at]
      counts[at] = restart ?? (before === undefined ? level.start : before + 1)
      counts.length = at + 1
      const printed = level.text.replace(/%([1-9])/g, (_, place: string) => {
        const index = Number(place) - 1
        const value = counts[index] ?? list.levels.get(index)?.start ?? 1
        return writeNumber(value, list.levels.get(index)?.format ?? 'decimal')
      })
      const isPlain = at === 0 && level.format === 'decimal' && /^%1[.)]$/.test(level.text)
      return { printed, plain: isPlain ? (counts[0] ?? null) : null }
    },
  }
}

/** Where a paragraph's own properties put it: list «0» takes it out of the one its style brings. */
export const listOf = (properties: XmlElement | undefined): { readonly list: string; readonly level: number } | null => {
  const numbering = childOf(properties, 'w:numPr')
  const list = settingOf(numbering, 'w:numId')
  return list === undefined ? null : { list, level: Math.min(8, Math.max(0, Number(settingOf(numbering, 'w:ilvl') ?? 0) || 0)) }
}
