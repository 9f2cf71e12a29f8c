import { Plus } from 'lucide-react'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IssuePlan } from './IssuePlan.tsx'
import styles from './IssueScreen.module.css'

/** «Номер»: the plan of the issue in hand, or the way to the first one. */
export const IssueScreen = () => {
  const text = useText()
  const { issue, startNewIssue, may } = useSession()
  if (issue) return <IssuePlan key={issue.serial} serial={issue.serial} />
  return (
    <div className={styles.empty}>
      <h1 className={styles.heading}>{text.issue.title}</h1>
      <EmptyState
        action={
          may('planIssue') && (
            <Button
              kind="primary"
              large
              icon={<Plus size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
              onPress={startNewIssue}
            >
              {text.issue.create}
            </Button>
          )
        }
      >
        {text.issue.empty}
      </EmptyState>
    </div>
  )
}
