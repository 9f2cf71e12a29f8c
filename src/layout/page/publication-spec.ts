import type { FontId, Ink } from '../../shared/layout/display.ts'
import type { Typography } from '../../shared/settings/settings.ts'

/** How a kind of line is set: lengths in points. */
export interface TextStyle {
  readonly font: FontId
  readonly size: number
  readonly leading: number
  readonly ink: Ink
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
  readonly folio: TextStyle
  readonly imprint: TextStyle
  readonly headline: { readonly font: FontId; readonly leading: number; readonly smallest: number }
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

/** The newspaper's A3 page with 4, 5 or 6 columns. */
export const publicationSpec = (columns: 4 | 5 | 6, typography: Typography = 'strict'): PublicationSpec => {
  const width = 297 * mm
  const height = 420 * mm
  const side = 14 * mm
  const gutter = 4 * mm
  const grid = 11
  const top = side + 21
  return {
    width,
    height,
    margin: { top: side, bottom: side, inner: side, outer: side },
    columns,
    gutter,
    columnWidth: (width - 2 * side - (columns - 1) * gutter) / columns,
    grid,
    top,
    rows: Math.floor((height - side - top) / grid),
    baseline: 8.6,
    capHeight: 6.3,
    indent: 9,
    typography,
    body: textStyle('serif', 9, grid),
    lead: textStyle('serifBold', 9.4, grid),
    question: textStyle('serifBold', 9, grid),
    subhead: textStyle('sansBold', 10.5, grid),
    quote: textStyle('serifItalic', 12.5, 16.5),
    longQuote: textStyle('serifItalic', 9, grid),
    sidebar: textStyle('sans', 8.3, grid),
    sidebarHead: textStyle('sansBold', 9.5, grid),
    table: textStyle('narrow', 8.8, 10.4),
    tableHead: textStyle('narrowBold', 8.8, 10.4),
    kicker: textStyle('narrowBold', 10.5, 13, 'accent'),
    deck: textStyle('sans', 11.5, 14),
    leadDeck: textStyle('sans', 14, 17.5),
    byline: textStyle('sansBold', 8.5, 11),
    caption: textStyle('sans', 7.8, 9.4),
    credit: textStyle('narrow', 7.4, 9, 'grey'),
    jumpLine: textStyle('sansBold', 8, grid, 'accent'),
    runningHead: textStyle('narrow', 9, grid),
    folio: textStyle('sansBold', 13, grid),
    imprint: textStyle('narrow', 7.6, 9.2),
    headline: { font: 'narrowBold', leading: 1.03, smallest: 13 },
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
