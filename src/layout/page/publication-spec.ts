import type { FontId } from '../../shared/layout/display.ts'
import type { Ink, PageColours } from '../../shared/layout/ink.ts'
import { type FontFamily, fontFamilies } from '../../shared/settings/font-family.ts'
import type { FontRole, PageStyle, Typography } from '../../shared/settings/page-style.ts'

/** How a kind of line is set: lengths in points. */
export interface TextStyle {
  readonly font: FontId
  readonly size: number
  readonly leading: number
  readonly ink: Ink
}

/** How headlines are set; `parts` are shares of the size that suits a width, over one column first. */
export interface HeadlineSpec {
  readonly font: FontId
  /** Parts of the size. */
  readonly leading: number
  readonly smallest: number
  /** Headlines of stories that do not open the page stay below this, however wide they are. */
  readonly largestSecond: number
  readonly parts: Readonly<Record<'lead' | 'second', readonly number[]>>
}

/**
 * Every measure of the publication: lengths in points, heights of the type area in rows of the baseline grid.
 * Row `r` reaches from `top + r * grid` down to the next row; its baseline lies `baseline` below its top.
 */
export interface PublicationSpec {
  readonly width: number
  readonly height: number
  readonly margin: { readonly top: number; readonly bottom: number; readonly inner: number; readonly outer: number }
  readonly columns: number
  readonly gutter: number
  readonly columnWidth: number
  readonly grid: number
  /** Top of row 0. */
  readonly top: number
  readonly rows: number
  readonly baseline: number
  /** Cap height of the body above its baseline: tops of pictures stand level with it. */
  readonly capHeight: number
  /** First-line indent of a paragraph. */
  readonly indent: number
  readonly typography: Typography
  readonly colours: PageColours
  readonly families: Readonly<Record<FontRole, FontFamily>>
  readonly body: TextStyle
  readonly lead: TextStyle
  readonly question: TextStyle
  readonly subhead: TextStyle
  readonly quote: TextStyle
  readonly longQuote: TextStyle
  readonly sidebar: TextStyle
  readonly sidebarHead: TextStyle
  readonly table: TextStyle
  readonly tableHead: TextStyle
  readonly kicker: TextStyle
  readonly deck: TextStyle
  readonly leadDeck: TextStyle
  readonly byline: TextStyle
  readonly caption: TextStyle
  readonly credit: TextStyle
  readonly jumpLine: TextStyle
  readonly runningHead: TextStyle
  /** What a page is called in the lines that lead from one part of a story to the other: «на с. 7», «на листе 2». */
  readonly pageWord: string
  readonly folio: TextStyle
  readonly imprint: TextStyle
  readonly headline: HeadlineSpec
  /** Rows between one story and the next below it, with a rule in them. */
  readonly gapRows: number
  /** Rules: hairlines between stories, the heavier line of the furniture. */
  readonly hairline: number
  readonly heavyRule: number
  /** Effective resolutions of photos, pixels per inch: sought, and the least the printer accepts. */
  readonly goodResolution: number
  readonly leastResolution: number
  /** How far a photo's height may differ from its natural one, as a factor. */
  readonly flattest: number
  readonly tallest: number
}

/** Points of a millimetre. */
export const mm = 72 / 25.4

export const textStyle = (font: FontId, size: number, leading: number, ink: Ink = 'black'): TextStyle => ({
  font,
  size,
  leading,
  ink,
})

/** The families of a style by what is set in them. */
export const familiesOf = ({ fonts }: PageStyle): PublicationSpec['families'] => ({
  body: fontFamilies[fonts.body],
  headline: fontFamilies[fonts.headline],
  service: fontFamilies[fonts.service],
  label: fontFamilies[fonts.label],
  nameplate: fontFamilies[fonts.nameplate],
})

/** Shares of percentages. */
const shares = (percents: readonly number[]): readonly number[] => percents.map((percent) => percent / 100)

export const headlineParts = ({ headlines }: PageStyle): HeadlineSpec['parts'] => ({
  lead: shares(headlines.lead),
  second: shares(headlines.second),
})

/** To a tenth of a point, which is as fine as type is measured. */
const tenths = (points: number): number => Math.round(points * 10) / 10

/** Height of the running head with the space below it. */
const runningHeadHeight = 21

/** From the top of a row to its baseline: the type stands in the middle of its leading, its descenders above the next row. */
const baselineOf = (size: number, leading: number): number => tenths((leading - size) / 2 + 0.8444 * size)

/** A page of so many columns in the style of a publication. */
export const publicationSpec = (style: PageStyle, columns: number): PublicationSpec => {
  const { format, grid: gridStyle, sizes } = style
  const width = format.width * mm
  const height = format.height * mm
  const margin = {
    top: format.top * mm,
    bottom: format.bottom * mm,
    inner: format.inner * mm,
    outer: format.outer * mm,
  }
  const gutter = gridStyle.gutter * mm
  const grid = gridStyle.leading
  const size = gridStyle.body
  const top = margin.top + runningHeadHeight
  const families = familiesOf(style)
  const { body, headline, service, label } = families
  const smallSidebarHead = tenths(sizes.sidebar + 1.2)
  const credit = tenths(sizes.caption - 0.4)
  const table = tenths(sizes.table * 1.18)
  return {
    width,
    height,
    margin,
    columns,
    gutter,
    columnWidth: (width - (margin.inner + margin.outer) - (columns - 1) * gutter) / columns,
    grid,
    top,
    rows: Math.floor((height - margin.bottom - top) / grid),
    baseline: baselineOf(size, grid),
    capHeight: size * body.capHeight,
    indent: gridStyle.indent,
    typography: style.typography,
    colours: style.colours,
    families,
    body: textStyle(body.regular, size, grid),
    lead: textStyle(body.bold, sizes.lead, grid),
    question: textStyle(body.bold, size, grid),
    subhead: textStyle(service.bold, sizes.subhead, grid),
    quote: textStyle(body.italic, sizes.quote, tenths(sizes.quote * 1.32)),
    longQuote: textStyle(body.italic, size, grid),
    sidebar: textStyle(service.regular, sizes.sidebar, grid),
    sidebarHead: textStyle(service.bold, smallSidebarHead, grid),
    table: textStyle(label.regular, sizes.table, table),
    tableHead: textStyle(label.bold, sizes.table, table),
    kicker: textStyle(label.bold, sizes.kicker, tenths(sizes.kicker * 1.24), 'accent'),
    deck: textStyle(service.regular, sizes.deck, tenths(sizes.deck * 1.22)),
    leadDeck: textStyle(service.regular, sizes.leadDeck, tenths(sizes.leadDeck * 1.25)),
    byline: textStyle(service.bold, sizes.byline, tenths(sizes.byline * 1.29)),
    caption: textStyle(service.regular, sizes.caption, tenths(sizes.caption * 1.205)),
    credit: textStyle(label.regular, credit, tenths(credit * 1.22), 'grey'),
    jumpLine: textStyle(service.bold, tenths(size - 1), grid, 'accent'),
    runningHead: textStyle(label.regular, 9, 11),
    pageWord: 'с.',
    folio: textStyle(service.bold, 13, 13),
    imprint: textStyle(label.regular, 7.6, 9.2),
    headline: {
      font: headline.bold,
      leading: 1.03,
      smallest: style.headlines.smallest,
      largestSecond: style.headlines.largestSecond,
      parts: headlineParts(style),
    },
    gapRows: 2,
    hairline: 0.4,
    heavyRule: 1.5,
    goodResolution: 200,
    leastResolution: 150,
    flattest: 0.74,
    tallest: 1.25,
  }
}

/** Width of so many columns with the gutters between them. */
export const spanWidth = (spec: PublicationSpec, span: number): number => span * spec.columnWidth + (span - 1) * spec.gutter

/** Left edge of a column of a page; inner and outer margins change sides with the parity of the page. */
export const columnLeft = (spec: PublicationSpec, page: number, column: number): number =>
  (page % 2 === 1 ? spec.margin.inner : spec.margin.outer) + column * (spec.columnWidth + spec.gutter)

export const rowTop = (spec: PublicationSpec, row: number): number => spec.top + row * spec.grid
export const rowBaseline = (spec: PublicationSpec, row: number): number => rowTop(spec, row) + spec.baseline
