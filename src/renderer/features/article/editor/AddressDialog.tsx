import { useState } from 'react'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'

interface AddressDialogProps {
  readonly title: string
  readonly words: { readonly address: string; readonly hint: string; readonly wrong: string; readonly set: string }
  /** The address meant by what was typed; null when it is none of those asked for. */
  readonly read: (typed: string) => string | null
  readonly onAddress: (address: string) => void
  readonly onClose: () => void
}

/** Asks for an address: where words lead to, or where a film is. */
export const AddressDialog = ({ title, words, read, onAddress, onClose }: AddressDialogProps) => {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = () => {
    const address = read(typed)
    setWrong(address === null)
    if (address === null) return
    onAddress(address)
    onClose()
  }
  return (
    <FormDialog title={title} verb={words.set} onSubmit={submit} onClose={onClose}>
      <Field
        label={words.address}
        hint={words.hint}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setWrong(false)
        }}
        error={wrong ? words.wrong : null}
        autoFocus
      />
    </FormDialog>
  )
}
