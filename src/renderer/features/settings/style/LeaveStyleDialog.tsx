import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

interface LeaveStyleDialogProps {
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** The way out of a form that is not saved. */
export const LeaveStyleDialog = ({ onStay, onLeave }: LeaveStyleDialogProps) => {
  const words = useText().style.leave
  return (
    <Dialog
      title={words.title}
      isOpen
      alert
      onClose={onStay}
      actions={
        <>
          <Button onPress={onLeave}>{words.leave}</Button>
          <Button kind="primary" autoFocus onPress={onStay}>
            {words.stay}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
    </Dialog>
  )
}
