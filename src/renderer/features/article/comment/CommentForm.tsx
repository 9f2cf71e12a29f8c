import { AtSign } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Failure, Result } from '../../../../shared/api/result.ts'
import { commentLimit } from '../../../../shared/comment/comment.ts'
import { useSession } from '../../../app/session.tsx'
import { ownKeys } from '../../../app/use-keys.ts'
import { useText } from '../../../i18n/text.tsx'
import buttonStyles from '../../../ui/Button.module.css'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import styles from './CommentPanel.module.css'

interface CommentFormProps {
  readonly label: string
  readonly send: (text: string, mentions: readonly string[]) => Promise<Result<unknown>>
  readonly onSent: () => void
  readonly onCancel: () => void
}

/** What a person says; it stays in the field until it is on disk. «@» calls people by name. */
export const CommentForm = ({ label, send, onSent, onCancel }: CommentFormProps) => {
  const text = useText()
  const words = text.comment
  const { staff } = useSession()
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sending, setSending] = useState(false)
  const isTooLong = said.trim().length > commentLimit
  const canSend = said.trim() !== '' && !isTooLong && !sending

  const submit = async () => {
    if (!canSend) return
    setSending(true)
    const mentions = staff.filter(({ name }) => said.includes(`@${name}`)).map(({ id }) => id)
    const sent = await send(said.trim(), mentions)
    setSending(false)
    setFailure(sent.ok ? null : sent.failure)
    if (sent.ok) onSent()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      void submit()
    }
    if (event.code === 'Escape') {
      event.stopPropagation()
      onCancel()
    }
  }

  return (
    <div {...ownKeys} className={styles.form} onKeyDownCapture={onKeyDown}>
      {failure && <FailureMessage failure={failure} onAction={() => void submit()} />}
      <Field
        label={label}
        value={said}
        onChange={setSaid}
        lines={3}
        autoFocus
        error={isTooLong ? words.tooLong(commentLimit) : null}
      />
      <div className={styles.actions}>
        <Menu
          label={words.call}
          trigger={
            <AriaButton aria-label={words.call} className={classes(buttonStyles.button, buttonStyles.square, buttonStyles.flat)}>
              <AtSign size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
            </AriaButton>
          }
          groups={[
            {
              id: 'staff',
              entries: staff.map(({ id, name }) => ({
                ...{ id, label: name },
                onAction: () => setSaid((before) => `${before}${before === '' || before.endsWith(' ') ? '' : ' '}@${name} `),
              })),
            },
          ]}
        />
        <span className={styles.space} />
        <Button onPress={onCancel}>{text.ui.cancel}</Button>
        <Button kind="primary" isDisabled={!canSend} onPress={() => void submit()}>
          {words.send}
        </Button>
      </div>
    </div>
  )
}
