import { useText } from '../../../i18n/text.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import type { AskedChange } from '../use-zone-actions.ts'

interface SignedDialogProps {
  readonly asked: AskedChange
  readonly onClose: () => void
}

/** Asks before a change that voids signatures: taking the step back does not revive them. */
export const SignedDialog = ({ asked, onClose }: SignedDialogProps) => {
  const text = useText().page.desk.signed
  return (
    <ConfirmDialog title={text.title(asked.pages)} verb={text.action} onConfirm={asked.make} onClose={onClose}>
      <p>{text.text}</p>
    </ConfirmDialog>
  )
}
