import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'

interface SayDialogProps {
  readonly kind: 'return' | 'ask'
  readonly onSay: (text: string) => void
  readonly onClose: () => void
}

/** What is to be mended, or what the person wants to know. */
export const SayDialog = ({ kind, onSay, onClose }: SayDialogProps) => {
  const text = useText()
  const words = text.signoff.queue.say[kind]
  const [said, setSaid] = useState('')
  const isEnough = said.trim() !== ''
  const say = () => {
    if (isEnough) onSay(said.trim())
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      onSubmit={say}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={!isEnough}>
            {words.verb}
          </Button>
        </>
      }
    >
      <Field label={words.label} value={said} onChange={setSaid} lines={4} isRequired autoFocus />
    </Dialog>
  )
}
