import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { ideaApi } from '../../../shared/idea/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import styles from './IdeaScreen.module.css'

/** A pitch that somebody told. */
export const IdeaDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText()
  const words = text.idea.form
  const client = useClient()
  const [draft, setDraft] = useState({ sender: '', mail: '', subject: '', text: '' })
  const [left, setLeft] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const line = (field: keyof typeof draft) => ({
    value: draft[field],
    onChange: (value: string) => setDraft((now) => ({ ...now, [field]: value })),
  })
  const save = async () => {
    setLeft(true)
    if (draft.subject.trim() === '') return
    const saved = await client.call(ideaApi.add, draft)
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) onClose()
  }
  return (
    <FormDialog title={words.title} onClose={onClose} onSubmit={() => void save()} verb={words.save}>
      <div className={styles.form}>
        <Field
          label={words.subject}
          {...line('subject')}
          onLeave={() => setLeft(true)}
          error={left && draft.subject.trim() === '' ? words.subjectError : null}
          autoFocus
        />
        <Field label={words.sender} {...line('sender')} />
        <Field label={words.mail} {...line('mail')} />
        <Field label={words.text} {...line('text')} lines={4} />
        {failure && <FailureMessage failure={failure} />}
      </div>
    </FormDialog>
  )
}
