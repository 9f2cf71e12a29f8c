import { useState } from 'react'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'

interface OutDialogProps {
  readonly onClose: () => void
  /** Everything came out, or (with `rest`) only the doubtful post, and the posts after it are to be sent. */
  readonly onOut: (url: string | null, rest: boolean) => void
  readonly severalPosts: boolean
}

/** A doubtful post came out: asks where it is. */
export const OutDialog = ({ onClose, onOut, severalPosts }: OutDialogProps) => {
  const words = useText().publishing.outDialog
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = (rest: boolean) => {
    const url = typed.trim()
    const isAddress = /^https?:\/\/\S+$/i.test(url)
    if (url === '' ? rest : !isAddress) setWrong(true)
    else onOut(url === '' ? null : url, rest)
  }
  return (
    <FormDialog
      title={words.title}
      verb={severalPosts ? words.all : words.confirm}
      others={severalPosts && <Button onPress={() => submit(true)}>{words.rest}</Button>}
      onSubmit={() => submit(false)}
      onClose={onClose}
    >
      <p>{words.explain}</p>
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
