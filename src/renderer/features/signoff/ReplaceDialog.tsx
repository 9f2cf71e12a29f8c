import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'

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
    <Dialog
      title={text.signoff.replaceTitle(page)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" isDisabled={!isEnough} onPress={() => onReplace(reason.trim())}>
            {text.signoff.replaceAction}
          </Button>
        </>
      }
    >
      <p>{text.signoff.replaceText}</p>
      <Field label={text.signoff.replaceReason} value={reason} onChange={setReason} lines={3} isRequired autoFocus />
    </Dialog>
  )
}
