import type { PageStyle } from './page-style.ts'
import { columnMillimetres, typeAreaHeight } from './style-faults.ts'

/**
 * What a layout editor would frown at in a style, though pages can be laid out in it: small type with its size and the
 * least that reads well on newsprint (pt); `gridRest` with the rows of the type area and what is left below them (mm);
 * `lineLength` with the letters of a line; `leadingLoose` as parts of the size; `manyInks` with the inks of a colour that
 * small type is printed in.
 */
export type StyleRemark =
  | {
      readonly kind: 'smallType'
      readonly of: 'body' | 'sidebar' | 'table' | 'caption'
      readonly size: number
      readonly least: number
    }
  | { readonly kind: 'gridRest'; readonly rows: number; readonly rest: number }
  | { readonly kind: 'lineLength'; readonly letters: number; readonly least: number; readonly most: number }
  | { readonly kind: 'leadingLoose'; readonly ratio: number }
  | { readonly kind: 'manyInks'; readonly inks: number }

/** Points of type on newsprint that a reader without glasses makes out. */
const leastSizes = { body: 8, sidebar: 7.5, table: 7, caption: 7 } as const
/** Letters of a line that is neither full of holes nor tiring. */
const fewestLetters = 27
const mostLetters = 60
/** Width of a Russian letter in a text face, in ems, with its part of the spaces. */
const letter = 0.53
const loosest = 1.5
/** The rest of a row below the last one from which on a margin looks uneven. */
const uneven = 0.3

/** What in a style is worth a second look, in the order of the form. */
export const styleRemarks = (style: PageStyle): readonly StyleRemark[] => {
  const { grid, sizes, colours } = style
  const remarks: StyleRemark[] = []
  const height = typeAreaHeight(style)
  const rows = Math.floor(height / grid.leading + 1e-9)
  const rest = height - rows * grid.leading
  // Rounded down: with this more of a margin the last row still has its room.
  if (rest > uneven * grid.leading) remarks.push({ kind: 'gridRest', rows, rest: Math.floor((rest / 72) * 254) / 10 })
  const letters = Math.round(((columnMillimetres(style) / 25.4) * 72) / (grid.body * letter))
  if (letters < fewestLetters || letters > mostLetters)
    remarks.push({ kind: 'lineLength', letters, least: fewestLetters, most: mostLetters })
  const ratio = grid.leading / grid.body
  if (ratio > loosest) remarks.push({ kind: 'leadingLoose', ratio: Math.round(ratio * 100) / 100 })
  const all = { ...sizes, body: grid.body }
  for (const of of ['body', 'sidebar', 'table', 'caption'] as const)
    if (all[of] < leastSizes[of]) remarks.push({ kind: 'smallType', of, size: all[of], least: leastSizes[of] })
  const inks = colours.accent.print.filter((amount) => amount > 0).length
  if (inks > 2) remarks.push({ kind: 'manyInks', inks })
  return remarks
}
