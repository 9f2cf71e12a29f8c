import { useState } from 'react'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'

interface ReturnDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onReturn: (remark: string) => void
}

/** Sends an article back with what is to be mended. */
export const ReturnDialog = ({ isOpen, onClose, onReturn }: ReturnDialogProps) => {
  const text = useText()
  const [remark, setRemark] = useState('')
  return (
    <Dialog
      title={text.article.panel.returnTitle}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button
            kind="primary"
            onPress={() => {
              onReturn(remark.trim())
              setRemark('')
            }}
          >
            {text.article.panel.returnVerb}
          </Button>
        </>
      }
    >
      <Field
        label={text.article.panel.remark}
        hint={text.article.panel.remarkHint}
        value={remark}
        onChange={setRemark}
        lines={4}
        autoFocus
      />
    </Dialog>
  )
}
