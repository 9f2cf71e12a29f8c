import type { PageStyle } from '../../shared/settings/page-style.ts'
import { familiesOf, headlineParts, mm, type PublicationSpec, textStyle } from '../page/publication-spec.ts'

/**
 * A sheet for a notice board: A4 with two columns, type to be read from a step away. Everything stands in the same
 * proportions as on the newspaper's page, in its families and colours.
 */
export const noticeSpec = (style: PageStyle): PublicationSpec => {
  const families = familiesOf(style)
  const { body, headline, service, label } = families
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
    capHeight: 12 * body.capHeight,
    indent: 12,
    body: textStyle(body.regular, 12, grid),
    lead: textStyle(body.bold, 12.6, grid),
    question: textStyle(body.bold, 12, grid),
    subhead: textStyle(service.bold, 13.5, grid),
    quote: textStyle(body.italic, 16.5, 22.5),
    longQuote: textStyle(body.italic, 12, grid),
    sidebar: textStyle(service.regular, 12, grid),
    sidebarHead: textStyle(service.bold, 12.5, grid),
    table: textStyle(label.regular, 12, 14),
    tableHead: textStyle(label.bold, 12, 14),
    kicker: textStyle(label.bold, 14, 17, 'accent'),
    deck: textStyle(service.regular, 15, 18.5),
    leadDeck: textStyle(service.regular, 17, 21),
    byline: textStyle(service.bold, 12, grid),
    caption: textStyle(service.regular, 12, 14),
    credit: textStyle(label.regular, 12, 14, 'grey'),
    jumpLine: textStyle(service.bold, 12, grid, 'accent'),
    runningHead: textStyle(label.regular, 12, grid),
    pageWord: 'листе',
    folio: textStyle(service.bold, 14, grid),
    imprint: textStyle(label.regular, 12, 14),
    typography: 'strict',
    colours: style.colours,
    families,
    headline: { font: headline.bold, leading: 1.04, smallest: 28, largestSecond: 35, parts: headlineParts(style) },
    gapRows: 2,
    hairline: 0.5,
    heavyRule: 2,
    goodResolution: 150,
    leastResolution: 100,
    flattest: 0.74,
    tallest: 1.25,
  }
}
