import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { IssueSummary } from '../../../shared/issue/api.ts'
import type { PageSignState } from '../../../shared/signoff/api.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Overset } from '../../ui/Overset.tsx'
import { pageStateOf } from '../../ui/PageMark.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import styles from './PlanSheet.module.css'
import type { Plan, PlanPage } from './plan.ts'

interface PlanSheetProps {
  readonly issue: Pick<IssueSummary, 'serial' | 'plannedFor'>
  readonly newspaper: string
  readonly plan: Plan
  readonly signs: readonly PageSignState[] | null
  readonly titleOf: (page: PlanPage) => string
  /** The dialog of printing is closed. */
  readonly onPrinted: () => void
}

/** Pages beside each other: what a sheet lying on its side has room for. */
const acrossFor = (pages: number): number => (pages <= 4 ? 3 : pages <= 8 ? 5 : pages <= 16 ? 7 : 9)

const Page = ({ page, title, state }: { readonly page: PlanPage; readonly title: string; readonly state: string }) => {
  const text = useText()
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <b>{page.page}</b>
        <span className={styles.title}>{title}</span>
        <span>{state}</span>
      </div>
      <ul>
        {page.stories.map(({ id, article, lines, overset }) => (
          <li key={id}>
            <span className={styles.headline}>{article.headline || text.issue.untitled}</span>
            <span className={styles.foot}>
              <StatusMark status={article.status} small />
              {text.vocabulary.articleStatus[article.status]}
              {lines !== null && <span>{text.issue.print.lines(lines)}</span>}
              {overset !== null && <Overset overset={overset} />}
            </span>
          </li>
        ))}
        {page.continuations.map(({ id, article }) => (
          <li key={id} className={styles.continuation}>
            {text.issue.continuation(article.headline)}
          </li>
        ))}
        {page.awaited.map((rubric) => (
          <li key={rubric} className={styles.continuation}>
            {text.issue.awaited(rubric)}
          </li>
        ))}
        {page.stories.length + page.continuations.length === 0 && <li className={styles.continuation}>{text.issue.free}</li>}
      </ul>
    </div>
  )
}

/** The plan as a sheet for the wall, A4 or A3 as the printer has it; only print shows it. */
export const PlanSheet = ({ issue, newspaper, plan, signs, titleOf, onPrinted }: PlanSheetProps) => {
  const text = useText()
  const words = text.issue.print
  const format = useFormat()
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted)
    window.print()
    return () => window.removeEventListener('afterprint', onPrinted)
  }, [onPrinted])
  const across: Readonly<Record<string, number>> = { '--across': acrossFor(plan.pages.length) }
  return createPortal(
    <div className={styles.sheet} data-theme="light" data-print="">
      <header className={styles.top}>
        <h1>{words.title(issue.serial)}</h1>
        <span>{[newspaper, format.day(issue.plannedFor)].filter((part) => part !== '').join(' · ')}</span>
        <span className={styles.made}>{words.made(format.typedMoment(Date.now()))}</span>
      </header>
      <div className={styles.spreads} style={across}>
        {plan.spreads.map((spread) => (
          <div key={spread[0]?.page} className={styles.spread}>
            {spread.map((page) => (
              <Page
                key={page.page}
                page={page}
                title={titleOf(page)}
                state={text.vocabulary.page[pageStateOf(signs?.[page.page - 1], page.stories.length + page.continuations.length)]}
              />
            ))}
          </div>
        ))}
      </div>
    </div>,
    document.body,
  )
}
