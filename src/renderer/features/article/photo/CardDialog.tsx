import { mediaApi } from '../../../../shared/media/api.ts'
import { emptyCard, type MediumCard } from '../../../../shared/media/card.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useSession } from '../../../app/session.tsx'
import { useText } from '../../../i18n/text.tsx'
import { CardForm } from '../../../media/CardForm.tsx'
import { MediumRights } from '../../../media/MediumRights.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import styles from './PhotoView.module.css'

interface CardDialogProps {
  readonly id: string
  /** What the article says, for a card nobody has written on yet. */
  readonly suggested: Pick<MediumCard, 'caption' | 'credit'>
  readonly onClose: () => void
}

/** «Карточка снимка» of a photo in the text. A first card begins with what the article says of the photo (rule U34). */
export const CardDialog = ({ id, suggested, onClose }: CardDialogProps) => {
  const words = useText()
  const { workspace } = useSession()
  const { value: state, failure, refresh } = useQuery(mediaApi.state, { id }, ['media', 'article', 'issue', 'advert'])
  const isTaken = state?.card === null && (suggested.caption !== '' || suggested.credit !== '')
  return (
    <Dialog
      title={words.media.card}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {words.ui.close}
        </Button>
      }
    >
      {failure && <FailureMessage failure={failure} onAction={refresh} />}
      {isTaken && <p className={styles.name}>{words.article.photo.suggested}</p>}
      {state && (
        <>
          <MediumRights state={state} isReadOnly={workspace.readOnly} />
          <CardForm id={id} card={state.card ?? { ...emptyCard, ...suggested }} isReadOnly={workspace.readOnly} />
        </>
      )}
    </Dialog>
  )
}
