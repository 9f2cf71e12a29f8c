import { type IssueSummary, issueApi } from '../../../shared/issue/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { IssuePages } from './IssuePages.tsx'
import styles from './PageScreen.module.css'

const PagesOf = ({ issue, page }: { readonly issue: IssueSummary; readonly page: number }) => {
  const text = useText().page
  const { value, failure, refresh } = useQuery(issueApi.read, { issue: issue.serial }, ['issue'])
  if (failure) return <FailureMessage failure={failure} onAction={refresh} />
  return value ? <IssuePages issue={value} page={page} /> : <p className={styles.loading}>{text.loading}</p>
}

/** «Полосы»: the pages of the issue in hand as they will be printed, and the desk on which they are laid out. */
export const PageScreen = ({ page }: { readonly page: number | null }) => {
  const text = useText()
  const { issue, startNewIssue, workspace } = useSession()
  if (!issue)
    return (
      <EmptyState action={!workspace.readOnly && <Button onPress={startNewIssue}>{text.page.newIssue}</Button>}>
        {text.page.noIssue}
      </EmptyState>
    )
  return <PagesOf key={issue.serial} issue={issue} page={Math.min(page ?? 1, issue.pages)} />
}
