import { useState } from 'react'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { Delivery } from '../../../../shared/publishing/delivery.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import { decisionsFor } from '../publishing-model.ts'
import styles from './DeliveryActions.module.css'
import { HandDialog } from './HandDialog.tsx'
import { OutDialog } from './OutDialog.tsx'
import { useDecisions } from './use-decisions.ts'

interface DeliveryActionsProps {
  readonly delivery: Delivery
  /** Where people can look whether it came out. */
  readonly address: string | null
  readonly paused: boolean
  readonly readOnly: boolean
}

/** What a person can decide about a delivery. Nothing here may post twice without a person having looked. */
export const DeliveryActions = ({ delivery, address, paused, readOnly }: DeliveryActionsProps) => {
  const text = useText()
  const words = text.publishing
  const { check, resolve, failure, busy } = useDecisions()
  const toast = useToast()
  const [unanswered, setUnanswered] = useState<string | null>(null)
  const [asking, setAsking] = useState<'out' | 'again' | 'hand' | null>(null)
  const preview = useQuery(
    publishingApi.preview,
    asking === 'out' ? { article: delivery.article, channel: delivery.channel } : null,
  )
  const can = decisionsFor(delivery.status, paused)
  if (readOnly || !(can.doubtful || can.sendAgain || can.cancel)) return failure && <FailureMessage failure={failure} />
  const look = async () => {
    const checked = await check(delivery.id)
    setUnanswered(checked?.reason ?? null)
    if (checked && checked.outcome !== 'noAnswer') toast({ text: words.unknown[checked.outcome] })
  }
  return (
    <div className={styles.actions}>
      {can.doubtful && (
        <>
          {address !== null && (
            <a href={address} target="_blank" rel="noreferrer" className={styles.link}>
              {words.unknown.open}
            </a>
          )}
          {delivery.checkable && (
            <Button isDisabled={busy} onPress={() => void look()}>
              {words.unknown.check}
            </Button>
          )}
          <Button isDisabled={busy} onPress={() => setAsking('out')}>
            {words.unknown.out}
          </Button>
          <Button isDisabled={busy} onPress={() => setAsking('again')}>
            {words.unknown.notOut}
          </Button>
        </>
      )}
      {can.sendAgain && delivery.byHand && (
        <Button isDisabled={busy} onPress={() => setAsking('hand')}>
          {words.hand.action}
        </Button>
      )}
      {can.sendAgain && !delivery.byHand && (
        <Button isDisabled={busy} onPress={() => void resolve(delivery.id, 'sendAgain', null)}>
          {delivery.status === 'held' ? words.sendAnyway : words.sendAgain}
        </Button>
      )}
      {can.cancel && (
        <span className={styles.cancel}>
          <Button kind="flat" isDisabled={busy} onPress={() => void resolve(delivery.id, 'cancel', null)}>
            {words.cancel}
          </Button>
        </span>
      )}
      {unanswered !== null && <p role="status">{unanswered}</p>}
      {failure && <FailureMessage failure={failure} />}
      {asking === 'hand' && (
        <HandDialog
          delivery={delivery.id}
          onClose={() => setAsking(null)}
          onOut={(url) => {
            setAsking(null)
            void resolve(delivery.id, 'published', url)
          }}
        />
      )}
      {asking === 'out' && (
        <OutDialog
          onClose={() => setAsking(null)}
          severalPosts={(preview.value?.parts.length ?? 1) > 1}
          onOut={(url, rest) => {
            setAsking(null)
            void resolve(delivery.id, rest ? 'sendAgain' : 'published', url)
          }}
        />
      )}
      <ConfirmDialog
        title={words.againDialog.title}
        isOpen={asking === 'again'}
        verb={words.againDialog.confirm}
        onConfirm={() => {
          setAsking(null)
          void resolve(delivery.id, 'sendAgain', null)
        }}
        onClose={() => setAsking(null)}
      >
        <p>{words.againDialog.explain}</p>
      </ConfirmDialog>
    </div>
  )
}
