import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'

/** Asks what is to be corrected before a story goes back. */
export const ReturnDialog = ({
  onReturn,
  onClose,
}: {
  readonly onReturn: (remark: string) => void
  readonly onClose: () => void
}) => {
  const text = useText()
  const [remark, setRemark] = useState('')
  return (
    <Dialog
      title={text.issue.returnTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" onPress={() => onReturn(remark.trim())}>
            {text.issue.returnAction}
          </Button>
        </>
      }
    >
      <Field label={text.issue.returnRemark} value={remark} onChange={setRemark} lines={4} autoFocus />
    </Dialog>
  )
}
