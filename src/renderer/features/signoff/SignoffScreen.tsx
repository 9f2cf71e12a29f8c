import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IssueBoard } from './IssueBoard.tsx'
import { QueueDesk } from './QueueDesk.tsx'
import { SignoffDesk } from './SignoffDesk.tsx'

/** «На подпись»: the pages of the issue in hand on their way to the printer. */
export const SignoffScreen = ({ page, view }: { readonly page: number | null; readonly view: 'queue' | 'board' | null }) => {
  const text = useText().signoff
  const { issue, startNewIssue, may } = useSession()
  if (view === 'queue') return <QueueDesk />
  if (!issue)
    return (
      <EmptyState action={may('planIssue') && <Button onPress={startNewIssue}>{text.toIssue}</Button>}>{text.none}</EmptyState>
    )
  if (view === 'board') return <IssueBoard key={issue.serial} issue={issue.serial} />
  return <SignoffDesk key={issue.serial} issue={issue.serial} pages={issue.pages} page={page} />
}
