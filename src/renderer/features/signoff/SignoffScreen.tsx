import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SignoffDesk } from './SignoffDesk.tsx'

/** «На подпись»: the pages of the issue in hand on their way to the printer. */
export const SignoffScreen = ({ page }: { readonly page: number | null }) => {
  const text = useText().signoff
  const { issue, startNewIssue, workspace } = useSession()
  if (!issue)
    return (
      <EmptyState action={!workspace.readOnly && <Button onPress={startNewIssue}>{text.toIssue}</Button>}>{text.none}</EmptyState>
    )
  return <SignoffDesk key={issue.serial} issue={issue.serial} pages={issue.pages} page={page} />
}
