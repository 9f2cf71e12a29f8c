import type { WorkflowStep } from '../../../../shared/workflow/approval.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import styles from './StepList.module.css'

interface StepListProps {
  readonly steps: readonly WorkflowStep[]
  readonly nameOf: (person: string | null) => string
}

/** What was done with the article, by whom and when; the newest first. */
export const StepList = ({ steps, nameOf }: StepListProps) => {
  const text = useText().article.panel
  const format = useFormat()
  return (
    <ol className={styles.steps}>
      {steps.toReversed().map((step) => (
        <li key={`${step.at} ${step.action}`} className={styles.step}>
          <StatusMark status={step.to} returned={step.action === 'return'} small />
          <div className={styles.words}>
            <div className={styles.line}>
              <span>{text.step[step.action]}</span>
              <time dateTime={new Date(step.at).toISOString()}>{format.moment(step.at, Date.now())}</time>
            </div>
            <div className={styles.person}>{nameOf(step.person)}</div>
            {step.remark !== '' && <p className={step.action === 'return' ? styles.remark : styles.person}>{step.remark}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
