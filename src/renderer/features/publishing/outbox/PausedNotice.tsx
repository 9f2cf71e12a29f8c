import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import styles from './PausedNotice.module.css'

interface PausedNoticeProps {
  /** Why nothing is sent from here. */
  readonly reason: string
  /** Deliveries a take-over would make unknown. */
  readonly doubtful: number
  readonly readOnly: boolean
}

/** Nothing is sent from this folder here; a person can take sending over and is told what becomes unknown. */
export const PausedNotice = ({ reason, doubtful, readOnly }: PausedNoticeProps) => {
  const text = useText()
  const words = text.publishing.paused
  const client = useClient()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const takeOver = async () => {
    setAsking(false)
    const taken = await client.call(publishingApi.takeOver, {})
    setFailure(taken.ok ? null : taken.failure)
    if (taken.ok) toast({ text: words.done(taken.value.unknown) })
  }
  return (
    <section className={styles.notice} aria-label={words.label}>
      <p>{reason}</p>
      {!readOnly && <Button onPress={() => setAsking(true)}>{words.takeOver}…</Button>}
      {failure && <FailureMessage failure={failure} />}
      <ConfirmDialog
        title={words.title}
        isOpen={asking}
        verb={words.confirm}
        onConfirm={() => void takeOver()}
        onClose={() => setAsking(false)}
      >
        <p>{words.explain}</p>
        <p>{words.unknown(doubtful)}</p>
      </ConfirmDialog>
    </section>
  )
}
