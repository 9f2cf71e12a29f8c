import { useState } from 'react'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { toAddress } from './marks.ts'

interface LinkDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onLink: (href: string) => void
}

/** Asks for the address the selected words lead to. */
export const LinkDialog = ({ isOpen, onClose, onLink }: LinkDialogProps) => {
  const text = useText()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const close = () => {
    setTyped('')
    setWrong(false)
    onClose()
  }
  const submit = () => {
    const href = toAddress(typed)
    if (href === null) {
      setWrong(true)
      return
    }
    onLink(href)
    close()
  }
  return (
    <Dialog
      title={text.article.linkDialog.title}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{text.ui.cancel}</Button>
          <Button kind="primary" onPress={submit}>
            {text.article.linkDialog.set}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Field
          label={text.article.linkDialog.address}
          hint={text.article.linkDialog.hint}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setWrong(false)
          }}
          error={wrong ? text.article.linkDialog.wrong : null}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
