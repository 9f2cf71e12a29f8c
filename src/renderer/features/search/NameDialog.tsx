import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'

interface NameDialogProps {
  readonly title: string
  readonly name: string
  readonly onSave: (name: string) => void
  readonly onClose: () => void
}

/** Asks for the name of a search. */
export const NameDialog = ({ title, name: before, onSave, onClose }: NameDialogProps) => {
  const text = useText()
  const words = text.search.saved
  const [name, setName] = useState(before)
  const trimmed = name.trim()
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      onSubmit={() => {
        if (trimmed !== '') onSave(trimmed.slice(0, 80))
      }}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={trimmed === ''}>
            {words.action}
          </Button>
        </>
      }
    >
      <Field label={words.name} value={name} onChange={setName} autoFocus isRequired />
    </Dialog>
  )
}
