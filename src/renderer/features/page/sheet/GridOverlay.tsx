import { columnLeft, publicationSpec, rowBaseline, rowTop } from '../../../../layout/page/publication-spec.ts'
import type { PageDisplay } from '../../../../shared/layout/display.ts'

interface GridOverlayProps {
  readonly page: PageDisplay
  readonly columns: 4 | 5 | 6
  readonly grid: boolean
  readonly baseline: boolean
}

/** Columns and baselines of the publication over a page, in the colour that is never printed. */
export const GridOverlay = ({ page, columns, grid, baseline }: GridOverlayProps) => {
  const spec = publicationSpec(columns)
  const left = columnLeft(spec, page.page, 0)
  const right = columnLeft(spec, page.page, columns - 1) + spec.columnWidth
  const bottom = rowTop(spec, spec.rows)
  return (
    <svg viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden stroke="var(--grid)" fill="none" strokeWidth={0.5}>
      {grid &&
        Array.from({ length: columns }, (_, column) => (
          <rect
            key={`column ${columnLeft(spec, page.page, column)}`}
            x={columnLeft(spec, page.page, column)}
            y={spec.top}
            width={spec.columnWidth}
            height={bottom - spec.top}
            fill="var(--grid-t)"
            fillOpacity={0.35}
          />
        ))}
      {baseline &&
        Array.from({ length: spec.rows }, (_, row) => (
          <path key={`row ${rowBaseline(spec, row)}`} d={`M${left} ${rowBaseline(spec, row)}H${right}`} strokeWidth={0.35} />
        ))}
    </svg>
  )
}
