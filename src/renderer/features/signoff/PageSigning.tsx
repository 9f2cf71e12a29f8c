import { Signature } from 'lucide-react'
import { useState } from 'react'
import type { SignOffOverview, SignPageDetail } from '../../../shared/signoff/api.ts'
import { describeBinding } from '../../app/keys.ts'
import { useSession } from '../../app/session.tsx'
import { onMac } from '../../app/use-keys.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import styles from './SignoffDesk.module.css'
import type { Signing } from './use-signing.ts'

interface PageSigningProps {
  readonly detail: SignPageDetail | null
  readonly overview: SignOffOverview
  readonly signing: Signing
  readonly canSign: boolean
}

/** As many characters of a hash as people compare, in fours. */
const shownHash = (hash: string): string => `${hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ')} … ${hash.slice(-4)}`

/** What a signature under the page stands for, and what may be done with the page. */
export const PageSigning = ({ detail, overview, signing, canSign }: PageSigningProps) => {
  const text = useText().signoff
  const format = useFormat()
  const now = useMinute()
  const { workspace } = useSession()
  const [replacing, setReplacing] = useState(false)
  if (!detail) return null
  const { row, seen, adverts, blockers, maySign, maySend } = detail
  const deed = ({ name, at }: { readonly name: string; readonly at: number }) => text.signedBy(name, format.moment(at, now))
  const isDone = row.state === 'signed' || row.state === 'sent'
  const waitsForIssue = row.hasPressTime && overview.issue.state !== 'signed'
  return (
    <div className={styles.side}>
      <div className={styles.facts}>
        <h2>{text.what}</h2>
        <dl>
          <dt>{text.subject}</dt>
          <dd>{text.subjectOf(row.page, row.stories)}</dd>
          {adverts.length > 0 && (
            <>
              <dt>{text.adverts}</dt>
              <dd>{adverts.map(({ name }) => name).join(', ')}</dd>
            </>
          )}
          <dt>{text.hash}</dt>
          <dd className={styles.code}>{shownHash(row.sent?.fileHash ?? seen)}</dd>
          {row.signed && (
            <>
              <dt>{text.signed}</dt>
              <dd>{deed(row.signed)}</dd>
            </>
          )}
          {row.sent && (
            <>
              <dt>{text.sent}</dt>
              <dd>{deed(row.sent)}</dd>
              <dt>{text.file}</dt>
              <dd className={styles.code}>{row.sent.file}</dd>
            </>
          )}
          {row.sent && row.sent.reason !== '' && (
            <>
              <dt>{text.reason}</dt>
              <dd>{row.sent.reason}</dd>
            </>
          )}
        </dl>
        {row.replacing && (
          <p className={styles.amber}>
            {text.replacing(row.replacing.name, format.moment(row.replacing.at, now), row.replacing.reason)}
          </p>
        )}
        {blockers.length > 0 && (
          <>
            <h3 className={styles.heading}>{text.blockers}</h3>
            <ul className={styles.blockers}>
              {blockers.map(({ hash, message, todo }) => (
                <li key={hash}>
                  {message} {todo}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {!workspace.readOnly && (
        <div className={styles.act}>
          {!overview.keys && <p className={styles.note}>{text.unsignedNewsroom}</p>}
          {!isDone && row.waiting > 0 && <p className={styles.note}>{text.signWith(row.waiting)}</p>}
          {!isDone && !maySign && <p className={styles.note}>{text.noRight}</p>}
          {!isDone && maySign && (
            <Button
              kind="primary"
              large
              icon={<Signature size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
              keys={describeBinding({ code: 'Enter', ctrl: true }, onMac())}
              isDisabled={!canSign || signing.busy !== null}
              onPress={() => void signing.signPage(detail)}
            >
              {row.signed ? text.signAgain : text.sign}
            </Button>
          )}
          {row.state === 'sent' && <p className={styles.note}>{text.frozen}</p>}
          {row.state === 'signed' && waitsForIssue && <p className={styles.note}>{text.afterIssue}</p>}
          {row.state === 'signed' && maySend && !waitsForIssue && (
            <Button onPress={() => void signing.send([row.page])} isDisabled={signing.busy !== null}>
              {text.send}
            </Button>
          )}
          {row.state === 'sent' && maySend && <Button onPress={() => setReplacing(true)}>{text.replace}</Button>}
        </div>
      )}
      {replacing && (
        <ReplaceDialog
          page={row.page}
          onReplace={(reason) => {
            setReplacing(false)
            void signing.replace(row.page, reason)
          }}
          onClose={() => setReplacing(false)}
        />
      )}
    </div>
  )
}
