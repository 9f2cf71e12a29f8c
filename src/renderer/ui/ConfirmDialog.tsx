import type { ReactNode } from 'react'
import { useText } from '../i18n/text.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly isOpen?: boolean
  /** What the button does, by name: never «ОК». */
  readonly verb: string
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question before what can't simply be undone; the way back has the focus. */
export const ConfirmDialog = ({ title, isOpen = true, verb, onConfirm, onClose, children }: ConfirmDialogProps) => {
  const text = useText()
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      alert
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {text.ui.cancel}
          </Button>
          <Button kind="primary" onPress={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
