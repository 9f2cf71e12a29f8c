import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

interface ReplaceDialogProps {
  readonly page: number
  readonly onReplace: (reason: string) => void
  readonly onClose: () => void
}

/** As short as a reason may be. */
const shortest = 3

/** Asks why a page at the printer is made anew. */
export const ReplaceDialog = ({ page, onReplace, onClose }: ReplaceDialogProps) => {
  const text = useText()
  const [reason, setReason] = useState('')
  const isEnough = reason.trim().length >= shortest
  return (
    <FormDialog
      title={text.signoff.replaceTitle(page)}
      verb={text.signoff.replaceAction}
      isReady={isEnough}
      onSubmit={() => isEnough && onReplace(reason.trim())}
      onClose={onClose}
    >
      <p>{text.signoff.replaceText}</p>
      <Field label={text.signoff.replaceReason} value={reason} onChange={setReason} lines={3} isRequired autoFocus />
    </FormDialog>
  )
}
