import { useState } from 'react'
import { vkVideoAddress } from '../../../../shared/article/vk-video.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'

interface VideoDialogProps {
  readonly onClose: () => void
  readonly onVideo: (address: string) => void
}

/** Asks for the address of a film at VK Видео. */
export const VideoDialog = ({ onClose, onVideo }: VideoDialogProps) => {
  const text = useText()
  const words = text.article.video
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = () => {
    const address = vkVideoAddress(typed)
    setWrong(address === null)
    if (address === null) return
    onVideo(address)
    onClose()
  }
  return (
    <Dialog
      title={words.add}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" onPress={submit}>
            {words.set}
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
      </form>
    </Dialog>
  )
}
