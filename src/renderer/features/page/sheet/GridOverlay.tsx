import { columnLeft, type PublicationSpec, rowBaseline, rowTop } from '../../../../layout/page/publication-spec.ts'
import { modulePitch, moduleRows } from '../../../../shared/issue/page-dummy.ts'
import type { PageDisplay } from '../../../../shared/layout/display.ts'

interface GridOverlayProps {
  readonly page: PageDisplay
  readonly spec: PublicationSpec
  readonly grid: boolean
  readonly baseline: boolean
}

/** The rows of each module of a page, those that nameplate and imprint cut short included. */
const modulesOf = ({ first, last }: PageDisplay['free']) =>
  Array.from({ length: Math.ceil(last / modulePitch) }, (_, at) => ({
    from: Math.max(first, at * modulePitch),
    to: Math.min(last, at * modulePitch + moduleRows(1)),
  })).filter(({ from, to }) => to > from)

/** Modules and baselines of the publication over a page, in the colour that is never printed. */
export const GridOverlay = ({ page, spec, grid, baseline }: GridOverlayProps) => {
  const left = columnLeft(spec, page.page, 0)
  const right = columnLeft(spec, page.page, spec.columns - 1) + spec.columnWidth
  return (
    <svg viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden stroke="var(--grid)" fill="none" strokeWidth={0.5}>
      {grid &&
        Array.from({ length: spec.columns }, (_, column) =>
          modulesOf(page.free).map(({ from, to }) => (
            <rect
              key={`module ${columnLeft(spec, page.page, column)} ${from}`}
              x={columnLeft(spec, page.page, column)}
              y={rowTop(spec, from)}
              width={spec.columnWidth}
              height={(to - from) * spec.grid}
              fill="var(--grid-t)"
              fillOpacity={0.35}
            />
          )),
        )}
      {baseline &&
        Array.from({ length: spec.rows }, (_, row) => (
          <path key={`row ${rowBaseline(spec, row)}`} d={`M${left} ${rowBaseline(spec, row)}H${right}`} strokeWidth={0.35} />
        ))}
    </svg>
  )
}
