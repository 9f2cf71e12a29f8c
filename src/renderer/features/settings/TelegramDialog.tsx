import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import type { ChannelState } from '../../../shared/publishing/channel.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import styles from './PublicationForm.module.css'

interface TelegramDialogProps {
  /** The channel to change; null connects a new one. */
  readonly channel: ChannelState | null
  readonly taken: readonly string[]
  readonly onClose: () => void
}

const usualRoot = 'https://api.telegram.org'

/** Connects a Telegram channel or changes it; what the network answers is shown, the token never is. */
export const TelegramDialog = ({ channel, taken, onClose }: TelegramDialogProps) => {
  const text = useText()
  const client = useClient()
  const words = text.settings.channels
  const [id, setId] = useState(channel?.id ?? 'telegram')
  const [chat, setChat] = useState(channel?.settings.chat ?? '')
  const [apiRoot, setApiRoot] = useState(channel?.settings.apiRoot ?? usualRoot)
  const [token, setToken] = useState('')
  const [tried, setTried] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [outcome, setOutcome] = useState<{ readonly problem: string | null } | null>(null)

  const errors = {
    id: !/^[a-zA-Z0-9_-]{1,40}$/.test(id) ? words.idError : channel === null && taken.includes(id) ? words.idTaken : null,
    chat: /^(@[A-Za-z0-9_]{3,}|-?\d{1,15})$/.test(chat.trim()) ? null : words.chatError,
    apiRoot: URL.canParse(apiRoot) && /^https?:/.test(apiRoot) ? null : words.apiRootError,
    token: channel === null && token.trim() === '' ? words.tokenError : null,
  }
  const shown = (error: string | null) => (tried ? error : null)

  const save = async () => {
    setTried(true)
    if (working || Object.values(errors).some((error) => error !== null)) return
    setWorking(true)
    const result = await client.call(publishingApi.addChannel, {
      id,
      kind: 'telegram',
      settings: { ...channel?.settings, chat: chat.trim(), apiRoot: apiRoot.trim() },
      secret: token.trim() || null,
    })
    setWorking(false)
    setFailure(result.ok ? null : result.failure)
    if (result.ok) setOutcome(result.value)
  }

  if (outcome)
    return (
      <Dialog
        title={words.addTitle}
        isOpen
        onClose={onClose}
        actions={
          <Button kind="primary" onPress={onClose}>
            {text.ui.done}
          </Button>
        }
      >
        <p role="status">{outcome.problem === null ? words.added(id) : words.withProblem(outcome.problem)}</p>
      </Dialog>
    )

  return (
    <Dialog
      title={words.addTitle}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" type="submit" isDisabled={working}>
            {working ? words.saving : channel === null ? words.save : words.saveChanges}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field
          label={words.chatLabel}
          value={chat}
          onChange={setChat}
          hint={words.chatHint}
          error={shown(errors.chat)}
          autoFocus
        />
        <Field
          label={words.token}
          value={token}
          onChange={setToken}
          type="password"
          hint={channel === null ? words.tokenHint : words.tokenKeep}
          error={shown(errors.token)}
        />
        <Field
          label={words.id}
          value={id}
          onChange={setId}
          hint={words.idHint}
          error={shown(errors.id)}
          isReadOnly={channel !== null}
        />
        <Field
          label={words.apiRoot}
          value={apiRoot}
          onChange={setApiRoot}
          hint={words.apiRootHint}
          error={shown(errors.apiRoot)}
        />
        {failure && <FailureMessage failure={failure} />}
      </div>
    </Dialog>
  )
}
