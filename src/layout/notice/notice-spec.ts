import { mm, type PublicationSpec, textStyle } from '../page/publication-spec.ts'

/**
 * A sheet for a notice board: A4 with two columns, type to be read from a step away. Everything stands in the same
 * proportions as on the newspaper's page.
 */
export const noticeSpec = (): PublicationSpec => {
  const width = 210 * mm
  const height = 297 * mm
  const side = 15 * mm
  const columns = 2
  const gutter = 7 * mm
  const grid = 15
  return {
    width,
    height,
    margin: { top: side, bottom: side, inner: side, outer: side },
    columns,
    gutter,
    columnWidth: (width - 2 * side - gutter) / columns,
    grid,
    top: side,
    rows: Math.floor((height - 2 * side) / grid),
    baseline: 11.6,
    capHeight: 8.4,
    indent: 12,
    body: textStyle('serif', 12, grid),
    lead: textStyle('serifBold', 12.6, grid),
    question: textStyle('serifBold', 12, grid),
    subhead: textStyle('sansBold', 13.5, grid),
    quote: textStyle('serifItalic', 16.5, 22.5),
    longQuote: textStyle('serifItalic', 12, grid),
    sidebar: textStyle('sans', 12, grid),
    sidebarHead: textStyle('sansBold', 12.5, grid),
    table: textStyle('narrow', 12, 14),
    tableHead: textStyle('narrowBold', 12, 14),
    kicker: textStyle('narrowBold', 14, 17, 'accent'),
    deck: textStyle('sans', 15, 18.5),
    leadDeck: textStyle('sans', 17, 21),
    byline: textStyle('sansBold', 12, grid),
    caption: textStyle('sans', 12, 14),
    credit: textStyle('narrow', 12, 14, 'grey'),
    jumpLine: textStyle('sansBold', 12, grid, 'accent'),
    runningHead: textStyle('narrow', 12, grid),
    folio: textStyle('sansBold', 14, grid),
    imprint: textStyle('narrow', 12, 14),
    typography: 'strict',
    headline: { font: 'narrowBold', leading: 1.04, smallest: 28 },
    gapRows: 2,
    hairline: 0.5,
    heavyRule: 2,
    goodResolution: 150,
    leastResolution: 100,
    flattest: 0.74,
    tallest: 1.25,
  }
}
