import { type InkColour, screenOf, usualColours } from '../../../../shared/layout/ink.ts'
import { type PageStyle, styleLimits, usualStyle } from '../../../../shared/settings/page-style.ts'

export const styleGroups = ['format', 'fonts', 'sizes', 'colours'] as const
export type StyleGroup = (typeof styleGroups)[number]

/** A measure of a style as a field of the form shows it: its limits, and how it is read and written. */
export interface StyleField<Id extends string = string> {
  readonly id: Id
  readonly limits: readonly [number, number]
  readonly isWhole: boolean
  readonly read: (style: PageStyle) => number
  readonly write: (style: PageStyle, value: number) => PageStyle
}

const field = <Id extends string>(
  id: Id,
  limits: readonly [number, number],
  read: StyleField['read'],
  write: StyleField['write'],
  isWhole = false,
): StyleField<Id> => ({ id, limits, isWhole, read, write })

const formatField = (name: keyof PageStyle['format'], limits: readonly [number, number]): StyleField<keyof PageStyle['format']> =>
  field(
    name,
    limits,
    ({ format }) => format[name],
    (style, value) => ({ ...style, format: { ...style.format, [name]: value } }),
  )

type GridMeasure = Exclude<keyof PageStyle['grid'], 'columns'>
const gridField = (name: GridMeasure): StyleField<GridMeasure> =>
  field(
    name,
    styleLimits[name],
    ({ grid }) => grid[name],
    (style, value) => ({ ...style, grid: { ...style.grid, [name]: value } }),
  )

const sizeField = (name: keyof PageStyle['sizes']): StyleField<keyof PageStyle['sizes']> =>
  field(
    name,
    styleLimits[name],
    ({ sizes }) => sizes[name],
    (style, value) => ({ ...style, sizes: { ...style.sizes, [name]: value } }),
  )

type HeadlineBound = 'largestSecond' | 'smallest'
const headlineBound = (name: HeadlineBound): StyleField<HeadlineBound> =>
  field(
    name,
    styleLimits[name === 'smallest' ? 'smallestHeadline' : 'largestSecond'],
    ({ headlines }) => headlines[name],
    (style, value) => ({ ...style, headlines: { ...style.headlines, [name]: value } }),
  )

export const formatFields = [
  formatField('width', styleLimits.width),
  formatField('height', styleLimits.height),
  formatField('top', styleLimits.margin),
  formatField('bottom', styleLimits.margin),
  formatField('inner', styleLimits.margin),
  formatField('outer', styleLimits.margin),
] as const
export const gridFields = [gridField('gutter'), gridField('body'), gridField('leading'), gridField('indent')] as const
export const sizeFields = [
  ...(['lead', 'subhead', 'quote', 'sidebar', 'table', 'kicker', 'deck', 'leadDeck', 'byline', 'caption'] as const).map(
    sizeField,
  ),
  headlineBound('largestSecond'),
  headlineBound('smallest'),
] as const

export const headlineRanks = ['lead', 'second'] as const

/** The share of its size that a headline of a rank takes over so many columns, in per cent. */
export const headlineField = (rank: (typeof headlineRanks)[number], span: number): StyleField =>
  field(
    `${rank}-${span}`,
    styleLimits.headlinePercent,
    ({ headlines }) => headlines[rank][span - 1] ?? 100,
    (style, value) => ({
      ...style,
      headlines: { ...style.headlines, [rank]: style.headlines[rank].map((old, at) => (at === span - 1 ? value : old)) },
    }),
    true,
  )

export const colourNames = ['accent', 'tint'] as const
export type ColourName = (typeof colourNames)[number]
export const processInkNames = ['cyan', 'magenta', 'yellow', 'black'] as const

const withInk = ([c, m, y, k]: InkColour['print'], at: number, value: number): InkColour['print'] => [
  at === 0 ? value : c,
  at === 1 ? value : m,
  at === 2 ? value : y,
  at === 3 ? value : k,
]

/** A process ink of one of the publication's colours, in per cent; what a screen shows follows from them. */
export const inkField = (name: ColourName, at: 0 | 1 | 2 | 3): StyleField =>
  field(
    `${name}-${at}`,
    [0, 100],
    ({ colours }) => colours[name].print[at],
    (style, value) => {
      const print = withInk(style.colours[name].print, at, value)
      const usual = usualColours[name]
      const screen = print.join() === usual.print.join() ? usual.screen : screenOf(print)
      return { ...style, colours: { ...style.colours, [name]: { print, screen } } }
    },
    true,
  )

/** Every field that is typed. */
export const allFields: readonly StyleField[] = [
  ...formatFields,
  ...gridFields,
  ...sizeFields,
  ...headlineRanks.flatMap((rank) => [1, 2, 3, 4, 5, 6].map((span) => headlineField(rank, span))),
  ...colourNames.flatMap((name) => ([0, 1, 2, 3] as const).map((at) => inkField(name, at))),
]

/** What of a style belongs to a group, as it usually is. */
export const withUsual = (style: PageStyle, group: StyleGroup): PageStyle => {
  const { format, grid, typography, fonts, sizes, headlines, colours } = usualStyle
  if (group === 'format') return { ...style, format, grid, typography }
  if (group === 'fonts') return { ...style, fonts }
  return group === 'sizes' ? { ...style, sizes, headlines } : { ...style, colours }
}

export const shownNumber = (value: number): string => String(value).replace('.', ',')

/** The number that was typed into a field; null where it can't be taken. */
export const typedNumber = ({ limits, isWhole }: StyleField, typed: string): number | null => {
  const value = Number(typed.trim().replace(',', '.') || Number.NaN)
  const [least, most] = limits
  return value >= least && value <= most && (!isWhole || Number.isInteger(value)) ? value : null
}

/** A style with what was typed into its fields, and the fields that can't be taken. */
export const typedStyle = (
  style: PageStyle,
  typed: ReadonlyMap<string, string>,
): { readonly style: PageStyle; readonly wrong: ReadonlySet<string> } => {
  const wrong = new Set<string>()
  const wanted = allFields.reduce((before, each) => {
    const words = typed.get(each.id)
    if (words === undefined) return before
    const value = typedNumber(each, words)
    if (value === null) wrong.add(each.id)
    return value === null ? before : each.write(before, value)
  }, style)
  return { style: wanted, wrong }
}
