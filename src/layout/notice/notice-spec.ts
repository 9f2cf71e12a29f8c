import type { FontId, Ink } from '../../shared/layout/display.ts'
import type { PublicationSpec, TextStyle } from '../page/publication-spec.ts'

const mm = 72 / 25.4

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
  const style = (font: FontId, size: number, leading: number, ink: Ink = 'black'): TextStyle => ({ font, size, leading, ink })
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
    body: style('serif', 12, grid),
    lead: style('serifBold', 12.6, grid),
    question: style('serifBold', 12, grid),
    subhead: style('sansBold', 13.5, grid),
    quote: style('serifItalic', 16.5, 22.5),
    longQuote: style('serifItalic', 12, grid),
    sidebar: style('sans', 12, grid),
    sidebarHead: style('sansBold', 12.5, grid),
    table: style('narrow', 12, 14),
    tableHead: style('narrowBold', 12, 14),
    kicker: style('narrowBold', 14, 17, 'accent'),
    deck: style('sans', 15, 18.5),
    leadDeck: style('sans', 17, 21),
    byline: style('sansBold', 12, grid),
    caption: style('sans', 12, 14),
    credit: style('narrow', 12, 14, 'grey'),
    jumpLine: style('sansBold', 12, grid, 'accent'),
    runningHead: style('narrow', 12, grid),
    folio: style('sansBold', 14, grid),
    imprint: style('narrow', 12, 14),
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
