import type { ReactNode } from 'react'
import { useText } from '../i18n/text.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

interface FormDialogProps {
  readonly title: string
  readonly isOpen?: boolean
  readonly wide?: boolean
  /** A click beside it does not close it: what was typed would be lost. */
  readonly alert?: boolean
  /** What the button does, by name: never «ОК». */
  readonly verb: string
  /** False while something is missing, or under way. */
  readonly isReady?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
  /** Buttons beside the way back: what can be done instead. */
  readonly others?: ReactNode
  readonly children: ReactNode
}

/** One thing to fill in: Enter means the verb, Esc and «Отмена» leave everything as it was. */
export const FormDialog = ({
  title,
  isOpen = true,
  wide = false,
  alert = false,
  verb,
  isReady = true,
  onSubmit,
  onClose,
  others,
  children,
}: FormDialogProps) => {
  const text = useText()
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      wide={wide}
      alert={alert}
      onClose={onClose}
      onSubmit={onSubmit}
      actions={
        <>
          {others}
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={!isReady}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
