import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

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
    <FormDialog title={words.title} onClose={onClose} onSubmit={say} verb={words.verb} isReady={isEnough}>
      <Field label={words.label} value={said} onChange={setSaid} lines={4} isRequired autoFocus />
    </FormDialog>
  )
}
