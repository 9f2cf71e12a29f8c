import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { ideaApi, type ListedIdea } from '../../../shared/idea/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import styles from './IdeaScreen.module.css'

interface DeclineDialogProps {
  readonly idea: ListedIdea
  readonly onClose: () => void
}

/** Declines a pitch, with the reason its author will be told. */
export const DeclineDialog = ({ idea, onClose }: DeclineDialogProps) => {
  const text = useText()
  const words = text.idea.form
  const client = useClient()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const decline = async () => {
    setTried(true)
    if (reason.trim() === '') return
    const declined = await client.call(ideaApi.decline, { idea: idea.id, reason })
    setFailure(declined.ok ? null : declined.failure)
    if (declined.ok) onClose()
  }
  return (
    <FormDialog title={words.declineTitle} alert onClose={onClose} onSubmit={() => void decline()} verb={words.decline}>
      <div className={styles.form}>
        <p>{idea.subject}</p>
        <Field
          label={words.reason}
          value={reason}
          onChange={setReason}
          lines={3}
          hint={words.reasonHint}
          error={tried && reason.trim() === '' ? words.reasonError : null}
          autoFocus
        />
        {failure && <FailureMessage failure={failure} />}
      </div>
    </FormDialog>
  )
}
