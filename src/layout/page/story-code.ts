import { encode } from 'uqr'
import type { DisplayItem } from '../../shared/layout/display.ts'
import type { Faces } from '../text/faces.ts'
import type { SetLine } from '../text/line.ts'
import { breakRagged } from '../text/ragged.ts'
import { typograph } from '../text/typograph.ts'
import { mm, type PublicationSpec, rowBaseline, type TextStyle } from './publication-spec.ts'
import { longestAddress, qrCode, quietZone } from './qr-code.ts'

/** The code at the end of a story, with what is printed beside it: lengths in points. */
export interface StoryCode {
  readonly address: string
  /** How far the dark square stands from the left edge of the column, and its side. */
  readonly left: number
  readonly side: number
  /** Rows of the grid it takes: from the height of the capitals in the first to the baseline of the last. */
  readonly rows: number
  readonly style: TextStyle
  /** The lines beside it and how far they stand in. */
  readonly lines: readonly SetLine[]
  readonly inset: number
}

/** Smaller squares, and finer modules of them, can't be read off newsprint. */
const leastSide = 15 * mm
const leastModule = 1.25
/** Between the white border of the code and the lines beside it. */
const gap = 3
/** The first of them that stands whole beside the code. */
const captions = ['Читать и обсудить на сайте', 'Читать на сайте', 'На сайте']

const shownAddress = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '')

/** Can an address stand as a code that is read off newsprint? */
export const isPrintable = (address: string): boolean => address.length <= longestAddress

/** The code of a story in a column of the publication; null for an address that no code can hold. */
export const setStoryCode = (address: string, spec: PublicationSpec, faces: Faces): StoryCode | null => {
  if (!isPrintable(address)) return null
  const modules = encode(address, { ecc: 'M', border: 0 }).data.length
  const wanted = Math.max(leastSide, modules * leastModule)
  const rows = Math.ceil((wanted - spec.capHeight) / spec.grid - 1e-9) + 1
  const side = (rows - 1) * spec.grid + spec.capHeight
  const border = (quietZone * side) / modules
  // Half of the gutter belongs to the border: only a rule may stand in its middle.
  const left = Math.max(0, border - spec.gutter / 2)
  const inset = left + side + border + gap
  const size = Math.min(spec.body.size, 9)
  const { regular, bold } = spec.families.label
  const room = spec.columnWidth - inset
  const set = (text: string, font: TextStyle['font'], href: string | null) =>
    breakRagged([{ text: typograph(text), font, href }], { faces, size, width: room, hyphenate: false })
  const words =
    captions.map((caption) => set(caption, bold, address)).find((lines) => lines.every(({ x, width }) => x + width <= room)) ?? []
  const whole = set(shownAddress(address), regular, address)
  const host = set(shownAddress(address).replace(/[/?#].*$/, ''), regular, address)
  const free = rows - words.length
  const below = whole.length <= free ? whole : host.length <= free ? host : []
  const style: TextStyle = { font: bold, size, leading: spec.grid, ink: 'black' }
  return { address, left, side, rows, style, lines: [...words, ...below].slice(0, rows), inset }
}

/** Draws the code in a column whose left edge is given, its first row being `row` of the page. */
export const storyCodeItems = (
  { address, left, side, rows }: StoryCode,
  column: number,
  row: number,
  article: string,
  spec: PublicationSpec,
): readonly DisplayItem[] => {
  const modules = encode(address, { ecc: 'M', border: 0 }).data.length
  const border = (quietZone * side) / modules
  const top = rowBaseline(spec, row + rows - 1) - side
  return qrCode(address, column + left - border, top - border, side + 2 * border, article)
}
