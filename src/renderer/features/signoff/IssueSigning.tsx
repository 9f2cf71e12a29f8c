import { useState } from 'react'
import type { SignOffOverview } from '../../../shared/signoff/api.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import styles from './SignoffDesk.module.css'
import type { Signing } from './use-signing.ts'

/** Where the signature «в печать» is, and the way to give it. */
export const IssueSigning = ({ overview, signing }: { readonly overview: SignOffOverview; readonly signing: Signing }) => {
  const text = useText()
  const words = text.signoff
  const format = useFormat()
  const now = useMinute()
  const { workspace } = useSession()
  const [asking, setAsking] = useState(false)
  const { issue, pages, maySign, maySend } = overview
  const ready = pages.filter(({ state }) => state === 'signed' || state === 'sent')
  const unsent = ready.filter(({ state, hasPressTime }) => state === 'signed' && (!hasPressTime || issue.state === 'signed'))
  const { seen } = issue
  const mayStart = seen !== null && issue.state !== 'signed' && maySign && !workspace.readOnly
  return (
    <section className={styles.issue} aria-label={words.issue}>
      <h2>{words.issue}</h2>
      <p className={styles.note}>{words.planned(format.comingMoment(issue.plannedAt, now))}</p>
      {issue.state === 'signed' && issue.signed ? (
        <p className={styles.green}>{words.issueSigned(issue.signed.name, format.moment(issue.signed.at, now))}</p>
      ) : (
        <p className={styles.note}>
          {ready.length < pages.length ? words.issueWaits(ready.length, pages.length) : words.issueReady}
        </p>
      )}
      {issue.why.map((why) => (
        <p key={why} className={styles.amber}>
          {words.issueVoid(why)}
        </p>
      ))}
      {mayStart && (
        <Button kind="primary" onPress={() => setAsking(true)} isDisabled={signing.busy !== null}>
          {words.signIssue}
        </Button>
      )}
      {unsent.length > 0 && maySend && !workspace.readOnly && (
        <Button onPress={() => void signing.send(unsent.map(({ page }) => page))} isDisabled={signing.busy !== null}>
          {words.sendAll(unsent.length)}
        </Button>
      )}
      {signing.busy === 'send' && <p role="status">{words.sending}</p>}
      <Dialog
        title={words.signIssueTitle}
        isOpen={asking}
        onClose={() => setAsking(false)}
        alert
        actions={
          <>
            <Button onPress={() => setAsking(false)} autoFocus>
              {text.ui.cancel}
            </Button>
            <Button
              kind="primary"
              onPress={() => {
                setAsking(false)
                if (seen !== null) void signing.signIssue(seen)
              }}
            >
              {words.signIssue}
            </Button>
          </>
        }
      >
        <p>{words.signIssueText}</p>
      </Dialog>
    </section>
  )
}
