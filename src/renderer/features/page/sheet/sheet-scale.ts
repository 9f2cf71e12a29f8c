import { columnLeft, type PublicationSpec, rowTop, spanWidth } from '../../../../layout/page/publication-spec.ts'
import type { GridBox } from '../../../../shared/issue/page-dummy.ts'

/** A rectangle on a page, in points from its top left corner. */
export interface PageRectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a box of the grid lies on its page. */
export const rectangleOf = (box: GridBox, page: number, spec: PublicationSpec): PageRectangle => ({
  left: columnLeft(spec, page, box.column),
  top: rowTop(spec, box.row),
  width: spanWidth(spec, box.span),
  height: box.rows * spec.grid,
})

/** A place on a page in columns and rows with their fractions: 1.5 is the middle of the second column. */
export interface SheetPoint {
  readonly page: number
  readonly column: number
  readonly row: number
}

/** The place of the grid at a point of a page; gutters count to the column left of them. */
export const sheetPoint = (page: number, spec: PublicationSpec, x: number, y: number): SheetPoint => ({
  page,
  column: (x - columnLeft(spec, page, 0)) / (spec.columnWidth + spec.gutter),
  row: (y - spec.top) / spec.grid,
})
