import { contrastOnPaper } from '../layout/ink.ts'
import type { PageStyle } from './page-style.ts'

/**
 * What of a style does not fit together: `columnsNarrow` and `pageLow` with what there is and what is needed (mm, rows),
 * `leadingTight` and `tooTall` with the size and the leading it must stand in (pt), the others about colours.
 */
export type StyleFault =
  | { readonly kind: 'columnsNarrow'; readonly columns: number; readonly width: number; readonly least: number }
  | { readonly kind: 'pageLow'; readonly rows: number; readonly least: number }
  | { readonly kind: 'leadingTight'; readonly size: number; readonly leading: number }
  | { readonly kind: 'tooTall'; readonly of: 'lead' | 'subhead' | 'sidebar'; readonly size: number; readonly leading: number }
  | { readonly kind: 'headlinesCrossed'; readonly smallest: number; readonly largest: number }
  | { readonly kind: 'accentPale'; readonly contrast: number; readonly least: number }
  | { readonly kind: 'tintDark' }
  | { readonly kind: 'inkHeavy'; readonly of: 'accent' | 'tint'; readonly sum: number; readonly most: number }

/** Ems of body text that a column holds at least: under about 24 characters no lines come out even. */
const leastEms = 12
/** Rows of the type area: nameplate and imprint take about twenty of them. */
const leastRows = 44
/** Of text on paper (WCAG 2.2, 1.4.3), and of black text on the tint (1.4.6, by far: newsprint is grey). */
const leastContrast = 4.5
const mostTintContrast = 1.6
/** Below the ink limits of newsprint. */
const mostInk = 220

const tenths = (value: number): number => Math.round(value * 10) / 10

/** Height of the running head with the space below it, in points. */
const runningHead = 21

/** Height of what the margins and the running head leave of a page, in points. */
export const typeAreaHeight = ({ format }: PageStyle): number =>
  ((format.height - format.top - format.bottom) / 25.4) * 72 - runningHead

/** Width of a text column in millimetres. */
export const columnMillimetres = ({ format, grid }: PageStyle, columns: number = grid.columns): number =>
  (format.width - format.inner - format.outer - (columns - 1) * grid.gutter) / columns

/** Are columns so many of a page wide enough for its body text? */
export const narrowColumns = (style: PageStyle, columns: number = style.grid.columns): readonly StyleFault[] => {
  const width = columnMillimetres(style, columns)
  const least = (leastEms * style.grid.body * 25.4) / 72
  return width >= least - 0.05 ? [] : [{ kind: 'columnsNarrow', columns, width: tenths(width), least: tenths(least) }]
}

/** What of a style does not fit together, the gravest first; with none a page can be laid out in it. */
export const styleFaults = (style: PageStyle): readonly StyleFault[] => {
  const { grid, sizes, headlines, colours } = style
  const faults: StyleFault[] = [...narrowColumns(style)]
  const rows = Math.floor(typeAreaHeight(style) / grid.leading)
  if (rows < leastRows) faults.push({ kind: 'pageLow', rows, least: leastRows })
  if (grid.leading < grid.body) faults.push({ kind: 'leadingTight', size: grid.body, leading: grid.leading })
  for (const text of ['lead', 'subhead', 'sidebar'] as const)
    if (sizes[text] > grid.leading) faults.push({ kind: 'tooTall', of: text, size: sizes[text], leading: grid.leading })
  if (headlines.smallest > headlines.largestSecond)
    faults.push({ kind: 'headlinesCrossed', smallest: headlines.smallest, largest: headlines.largestSecond })
  const contrast = contrastOnPaper(colours.accent.screen)
  if (contrast < leastContrast) faults.push({ kind: 'accentPale', contrast: tenths(contrast), least: leastContrast })
  if (contrastOnPaper(colours.tint.screen) > mostTintContrast) faults.push({ kind: 'tintDark' })
  for (const ink of ['accent', 'tint'] as const) {
    const sum = colours[ink].print.reduce((all, amount) => all + amount, 0)
    if (sum > mostInk) faults.push({ kind: 'inkHeavy', of: ink, sum, most: mostInk })
  }
  return faults
}
