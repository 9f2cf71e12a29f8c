import { type CSSProperties, useRef } from 'react'
import type { PageSignState } from '../../../shared/signoff/api.ts'
import { useText } from '../../i18n/text.tsx'
import { PageMark } from '../../ui/PageMark.tsx'
import styles from './Flatplan.module.css'
import { PageThumbnail } from './PageThumbnail.tsx'
import type { Plan, PlanPage, PlanTotals } from './plan.ts'
import { useMovedFocus } from './use-moved-focus.ts'

interface FlatplanProps {
  readonly plan: Plan
  /** Where each page is with its signature; null until that is known. */
  readonly signs: readonly PageSignState[] | null
  readonly totals: PlanTotals
  readonly columns: number
  readonly nameplate: string
  readonly titleOf: (page: PlanPage) => string
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onPlace: (article: string, page: number, before: string | null) => void
  readonly isReadOnly: boolean
}

const Legend = ({ totals }: { totals: PlanTotals }) => {
  const text = useText()
  return (
    <div className={styles.legend}>
      <p>{text.issue.legend}</p>
      <ul>
        <li>
          <PageMark state="planned" word />
          <b>{totals.pages - totals.taken}</b>
        </li>
        <li>
          <PageMark state="inLayout" word />
          <b>{totals.taken}</b>
        </li>
      </ul>
    </div>
  )
}

/** How many spreads share the width of the desk, and how many rows of them its height. */
const sharing = (across: number, rows: number): CSSProperties & { '--across': number; '--rows': number } => ({
  '--across': across,
  '--rows': rows,
})

/** The issue as spreads in reading order. */
export const Flatplan = ({ plan, signs, totals, columns, nameplate, titleOf, onPlace, ...rest }: FlatplanProps) => {
  const desk = useRef<HTMLDivElement>(null)
  const follow = useMovedFocus(plan, desk)
  const across = plan.spreads.length > 4 ? 3 : 2
  const rows = Math.ceil(plan.spreads.length / across)
  const scale = across === 2 ? { height: 230, line: 15 } : { height: rows > 2 ? 152 : 172, line: 11.5 }
  return (
    <div className={styles.desk} ref={desk}>
      <div className={styles.plan} style={sharing(across, rows)}>
        {plan.spreads.map((spread, at) => (
          <div key={spread[0]?.page} className={styles.spread}>
            {at === 0 && <Legend totals={totals} />}
            {spread.map((page) => (
              <PageThumbnail
                key={page.page}
                page={page}
                sign={signs?.[page.page - 1]}
                columns={Math.min(3, columns - 2)}
                nameplate={page.page === 1 ? nameplate : null}
                title={titleOf(page)}
                scale={scale}
                onPlace={(article, to, before) => {
                  follow(article)
                  onPlace(article, to, before)
                }}
                {...rest}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
