import { type IssueSummary, issueApi } from '../../../shared/issue/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { IssuePages } from './IssuePages.tsx'
import styles from './PageScreen.module.css'
import { RevisionDesk } from './revision/RevisionDesk.tsx'

interface PagesOfProps {
  readonly issue: IssueSummary
  readonly page: number
  readonly isCheck: boolean
}

const PagesOf = ({ issue, page, isCheck }: PagesOfProps) => {
  const text = useText().page
  const { value, failure, refresh } = useQuery(issueApi.read, { issue: issue.serial }, ['issue'])
  if (failure) return <FailureMessage failure={failure} onAction={refresh} />
  if (!value) return <p className={styles.loading}>{text.loading}</p>
  return isCheck ? <RevisionDesk key={page} issue={value} page={page} /> : <IssuePages issue={value} page={page} />
}

/** «Полосы»: the pages of the issue in hand as they will be printed, and the desk on which they are laid out. */
export const PageScreen = ({ page, isCheck }: { readonly page: number | null; readonly isCheck: boolean }) => {
  const text = useText()
  const { issue, startNewIssue, may } = useSession()
  if (!issue)
    return (
      <EmptyState action={may('planIssue') && <Button onPress={startNewIssue}>{text.page.newIssue}</Button>}>
        {text.page.noIssue}
      </EmptyState>
    )
  return <PagesOf key={issue.serial} issue={issue} page={Math.min(page ?? 1, issue.pages)} isCheck={isCheck} />
}
