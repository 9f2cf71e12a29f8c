import { useState } from 'react'
import type { Failure, Result } from '../../../shared/api/result.ts'
import { mailingApi } from '../../../shared/mailing/api.ts'
import type { Mailing } from '../../../shared/mailing/mailing.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import styles from './MailingScreen.module.css'
import { isOver, progressOf } from './mailing-model.ts'

interface SendStepsProps {
  readonly letter: Mailing
  /** The newsroom's own address. */
  readonly own: string
  readonly readOnly: boolean
}

/** A test to oneself, then the mailing: begun, stopped, gone on with. */
export const SendSteps = ({ letter, own, readOnly }: SendStepsProps) => {
  const text = useText()
  const words = text.mailing.letter
  const format = useFormat()
  const client = useClient()
  const [to, setTo] = useState(letter.testedTo ?? own)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { id, letters, waiting, state } = letter
  const { sent, total } = progressOf(letters)
  const over = isOver(letter)
  const run = async (work: Promise<Result<unknown>>) => {
    setBusy(true)
    const done = await work
    setBusy(false)
    setFailure(done.ok ? null : done.failure)
    return done.ok
  }
  // What is due need not wait for the sender's next look; what comes of it is told by the letters.
  const drain = () => void client.call(publishingApi.drain, {})
  const start = async () => {
    setAsking(false)
    if (await run(client.call(mailingApi.start, { id }))) drain()
  }
  const resume = async () => {
    if (await run(client.call(mailingApi.resume, { id }))) drain()
  }
  return (
    <>
      {total === 0 && (
        <section className={styles.form}>
          <h2>{words.step(2, words.steps.test)}</h2>
          {!readOnly && (
            <>
              <Field label={words.testTo} value={to} onChange={setTo} />
              <div>
                <Button
                  kind={letter.testedAt === null ? 'primary' : 'plain'}
                  isDisabled={busy || to.trim() === ''}
                  onPress={() => void run(client.call(mailingApi.test, { id, to }))}
                >
                  {busy ? words.testing : words.test}
                </Button>
              </div>
            </>
          )}
          <p className={styles.note} role="status">
            {letter.testedAt === null
              ? words.notTested
              : words.tested(letter.testedTo ?? '', format.moment(letter.testedAt, Date.now()))}
          </p>
        </section>
      )}
      <section className={styles.form}>
        <h2>{words.step(3, words.steps.send)}</h2>
        {total > 0 && (
          <ProgressLine label={words.progress(format.number(sent), format.number(total))} done={sent} total={total} />
        )}
        {total > 0 && <p role="status">{over ? words.done : state === 'paused' ? words.paused : words.running}</p>}
        {letter.pauseReason !== null && <p className={styles.warning}>{letter.pauseReason}</p>}
        {(letter.leftOut.bouncing > 0 || letter.leftOut.unsubscribed > 0) && (
          <p>{words.leftOut(letter.leftOut.bouncing, letter.leftOut.unsubscribed)}</p>
        )}
        {total === 0 && waiting === 0 && (
          <p>
            {words.nobody} <a href={hrefOf({ section: 'settings', part: 'addresses' })}>{words.toAddresses}</a>
          </p>
        )}
        {!readOnly && (
          <div className={styles.actions}>
            {state === 'running' && !over && (
              <Button isDisabled={busy} onPress={() => void run(client.call(mailingApi.pause, { id }))}>
                {words.pause}
              </Button>
            )}
            {state === 'paused' && (
              <Button kind="primary" isDisabled={busy} onPress={() => void resume()}>
                {words.resume}
              </Button>
            )}
            {letter.testedAt !== null && waiting > 0 && (
              <Button kind={total === 0 ? 'primary' : 'plain'} isDisabled={busy} onPress={() => setAsking(true)}>
                {total === 0 ? words.start(waiting) : words.startMore(waiting)}
              </Button>
            )}
          </div>
        )}
        {failure && <FailureMessage failure={failure} />}
      </section>
      <Dialog
        title={words.confirmTitle}
        isOpen={asking}
        alert
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button autoFocus onPress={() => setAsking(false)}>
              {text.ui.cancel}
            </Button>
            <Button kind="primary" onPress={() => void start()}>
              {words.confirm}
            </Button>
          </>
        }
      >
        <p>{words.confirmText(waiting)}</p>
      </Dialog>
    </>
  )
}
