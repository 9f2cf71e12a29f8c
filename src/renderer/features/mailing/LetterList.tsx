import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import type { Letter } from '../../../shared/mailing/mailing.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { DeliveryMark } from '../../ui/DeliveryMark.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import styles from './MailingScreen.module.css'
import { sortLetters } from './mailing-model.ts'

interface LetterListProps {
  readonly letters: readonly Letter[]
  readonly readOnly: boolean
}

/** To whom the letter went and what became of it; what a person must decide stands first. */
export const LetterList = ({ letters, readOnly }: LetterListProps) => {
  const { mailing, ...text } = useText()
  const words = mailing.letter
  const format = useFormat()
  const client = useClient()
  const [failure, setFailure] = useState<Failure | null>(null)
  const decide = async (delivery: string, outcome: 'published' | 'sendAgain' | 'cancel') => {
    const done = await client.call(publishingApi.resolve, { delivery, outcome, url: null })
    setFailure(done.ok ? null : done.failure)
  }
  return (
    <section aria-label={words.letters}>
      <h2>
        {words.letters} <span className={styles.note}>{words.all(format.number(letters.length))}</span>
      </h2>
      {failure && <FailureMessage failure={failure} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.recipient}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.note}</th>
            <th scope="col">{words.decision}</th>
          </tr>
        </thead>
        <tbody>
          {sortLetters(letters).map(({ delivery, recipient, organisation, status, reason, sentAt }) => (
            <tr key={delivery}>
              <td>
                <div>{organisation || recipient}</div>
                {organisation !== '' && <div className={styles.note}>{recipient}</div>}
              </td>
              <td className={styles.status}>
                {status === 'published' ? (
                  <span className={styles.sent}>
                    <DeliveryMark status={status} />
                    {words.sent}
                  </span>
                ) : (
                  <DeliveryMark status={status} word />
                )}
                {sentAt !== null && <div className={styles.note}>{format.moment(sentAt, Date.now())}</div>}
              </td>
              <td className={styles.reason}>{reason ?? (status === 'unknown' ? text.publishing.unknown.explain : '')}</td>
              <td>
                {!readOnly && (
                  <div className={styles.actions}>
                    {status === 'unknown' && (
                      <>
                        <Button onPress={() => void decide(delivery, 'published')}>{words.reached}</Button>
                        <Button onPress={() => void decide(delivery, 'sendAgain')}>{words.sendAgain}</Button>
                      </>
                    )}
                    {status === 'failed' && <Button onPress={() => void decide(delivery, 'sendAgain')}>{words.again}</Button>}
                    {(status === 'queued' || status === 'failed' || status === 'unknown') && (
                      <Button kind="flat" onPress={() => void decide(delivery, 'cancel')}>
                        {words.giveUp}
                      </Button>
                    )}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
