import type { ReactNode } from 'react'
import type { PublicationSpec } from '../../../../layout/page/publication-spec.ts'
import type { PageDisplay } from '../../../../shared/layout/display.ts'
import { Paper } from '../../../layout/Paper.tsx'
import { GridOverlay } from './GridOverlay.tsx'
import styles from './PageSheet.module.css'

interface PageSheetProps {
  readonly page: PageDisplay
  /** Of the grid; null where none is ever shown. */
  readonly spec: PublicationSpec | null
  /** Pixels a point. */
  readonly scale: number
  readonly grid: boolean
  readonly baseline: boolean
  /** What lies over the page. */
  readonly children?: ReactNode
}

/** A page as it will be printed, at a scale, with the grid over it where that is wished. */
export const PageSheet = ({ page, spec, scale, grid, baseline, children }: PageSheetProps) => (
  <div className={styles.sheet} data-sheet={page.page} style={{ width: page.width * scale, height: page.height * scale }}>
    <Paper page={page} />
    {spec !== null && (grid || baseline) && (
      <div className={styles.grid}>
        <GridOverlay page={page} spec={spec} grid={grid} baseline={baseline} />
      </div>
    )}
    {children}
  </div>
)
