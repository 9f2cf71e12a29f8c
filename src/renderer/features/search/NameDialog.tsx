import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

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
    <FormDialog
      title={title}
      onClose={onClose}
      onSubmit={() => {
        if (trimmed !== '') onSave(trimmed.slice(0, 80))
      }}
      verb={words.action}
      isReady={trimmed !== ''}
    >
      <Field label={words.name} value={name} onChange={setName} autoFocus isRequired />
    </FormDialog>
  )
}
