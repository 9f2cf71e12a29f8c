import type { DisplayItem } from '../../shared/layout/display.ts'
import type { Faces } from '../text/faces.ts'
import { label, rectangle, textItems } from './display-text.ts'
import { type DropCap, dropCapLines } from './drop-cap.ts'
import type { PlacedLines } from './fit-columns.ts'
import type { GalleyBlock } from './galley.ts'
import { photoHeight } from './photo.ts'
import type { Piece } from './piece.ts'
import { type PublicationSpec, rowBaseline, rowTop } from './publication-spec.ts'
import { storyCodeItems } from './story-code.ts'

interface Setting {
  readonly spec: PublicationSpec
  readonly faces: Faces
}

/** How far the tint of a sidebar reaches beyond its rows. */
const tintOverhang = 4

/** The tint behind lines of a sidebar; the pieces of one sidebar in one column join. */
const tintOf = (piece: Piece, placed: PlacedLines, left: number, row: number, spec: PublicationSpec): DisplayItem => {
  const { blocks, id } = piece.galley
  const block = blocks[placed.block]
  const opens = placed.from > 0 || (block?.before ?? 0) > 0 || placed.row === 0
  const next = blocks[placed.block + 1]
  const ends = next?.ornament !== 'tint' || next.before > 0 || placed.to < (block?.variants[placed.variant]?.length ?? 0)
  const top = rowTop(spec, row) - (opens ? tintOverhang : 0)
  const bottom = rowTop(spec, row + placed.to - placed.from) + (ends ? tintOverhang - 1 : 0)
  return rectangle(left, top, spec.columnWidth, bottom - top, 'tint', id)
}

/** The capital stands on the baseline of the last line beside it. */
export const dropCapItems = (
  { role, number }: GalleyBlock,
  cap: DropCap,
  left: number,
  row: number,
  article: string,
  spec: PublicationSpec,
): readonly DisplayItem[] =>
  textItems(cap.line, left, rowBaseline(spec, row + dropCapLines - 1), cap.style.ink, { role, article, block: number })

/** Least space between the last baseline of a box and its foot. */
const boxFoot = 8.5
/** How far the rules of a box stand within its rows. */
const frameInset = 3

/**
 * Space above the lines of a box: they stand in its middle, or at its foot where columns should end alike. A frame goes
 * down with them, so that its rules are as near above as below.
 */
export const boxTop = ({ boxRows, variants, style }: GalleyBlock, endsColumn: boolean, { grid }: PublicationSpec): number => {
  const spare = (boxRows ?? 0) * grid - (variants[0]?.length ?? 0) * style.leading
  return endsColumn ? Math.max(spare / 2, spare + style.leading - style.size - boxFoot) : spare / 2
}

/** What is drawn beside the lines of a block: rules, a bar, a tint, a bullet, a code. */
export const ornamentItems = (
  block: GalleyBlock,
  placed: PlacedLines,
  left: number,
  row: number,
  endsColumn: boolean,
  piece: Piece,
  { spec, faces }: Setting,
): readonly DisplayItem[] => {
  const article = piece.galley.id
  if (block.ornament === 'frame') {
    const height = (block.boxRows ?? 0) * spec.grid
    const top = boxTop(block, endsColumn, spec) - boxTop(block, false, spec) + frameInset
    return [
      rectangle(left, rowTop(spec, row) + top, spec.columnWidth, spec.heavyRule, 'accent', article),
      rectangle(left, rowTop(spec, row) + height - frameInset, spec.columnWidth, spec.hairline, 'accent', article),
    ]
  }
  if (block.ornament === 'bar') {
    const top = rowBaseline(spec, row) - spec.capHeight
    return [rectangle(left + 1, top, spec.heavyRule, photoHeight(spec, placed.to - placed.from), 'accent', article)]
  }
  if (block.code !== null) return storyCodeItems(block.code, left, row, article, spec)
  if (block.ornament === 'tint') return [tintOf(piece, placed, left, row, spec)]
  if (placed.from > 0) return []
  const place = { baseline: rowBaseline(spec, row), tag: { role: block.role, article, block: block.number } }
  const style = { ...block.style, ink: 'accent' } as const
  if (block.ornament === 'bullet') return label('•', style, faces, { ...place, x: left, align: 'left' }).items
  if (block.hanging)
    return label(block.hanging.text, style, faces, { ...place, x: left + block.hanging.end, align: 'right' }).items
  return []
}
