import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DeliveryMark } from '../../../ui/DeliveryMark.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { nameIn } from '../publishing-model.ts'
import styles from './Report.module.css'
import { useTable } from './use-table.ts'

interface LogDialogProps {
  readonly article: string
  readonly channels: readonly ChannelState[]
  readonly onClose: () => void
}

/** Everything that was sent of an article: where, when, and the texts as they went. */
export const LogDialog = ({ article, channels, onClose }: LogDialogProps) => {
  const text = useText()
  const words = text.report.log
  const format = useFormat()
  const log = useQuery(publishingApi.log, { article }, ['publishing'])
  const table = useTable(publishingApi.exportLog)
  const entries = log.value ?? []
  return (
    <Dialog
      title={words.title}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void table.write({ article })} isDisabled={entries.length === 0}>
            {text.report.export}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {text.ui.close}
          </Button>
        </>
      }
    >
      {log.value && entries.length === 0 && <p>{words.empty}</p>}
      <ul className={styles.log}>
        {entries.map((entry) => (
          <li key={entry.delivery}>
            <div className={styles.entry}>
              <DeliveryMark status={entry.status} purpose={entry.purpose} word />
              <span>
                {words.purposes[entry.purpose]}, {nameIn(channels, entry.channel, text.channel.kinds)}
                {entry.recipient === null ? '' : `, ${entry.recipient}`}
              </span>
              <span className={styles.dim}>{format.moment(entry.publishedAt ?? entry.queuedAt, Date.now())}</span>
              {entry.url !== null && entry.purpose !== 'remove' && (
                <a href={entry.url} target="_blank" rel="noreferrer">
                  {words.link}
                </a>
              )}
            </div>
            <p className={styles.dim}>
              {words.orderedBy(entry.orderedBy)}, {words.attempts(entry.attempts)}
            </p>
            {entry.reason !== null && <p>{entry.reason}</p>}
            {entry.texts.length > 0 && (
              <details>
                <summary>{words.text}</summary>
                {entry.texts.map((sent, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the posts of a delivery never change places.
                  <p key={at} className={styles.sent}>
                    {sent === '' ? words.noText : sent}
                  </p>
                ))}
              </details>
            )}
          </li>
        ))}
      </ul>
      {table.file !== null && <p role="status">{text.report.exported(table.file)}</p>}
      {[log.failure, table.failure].map((failure) => failure && <FailureMessage key={failure.what} failure={failure} />)}
    </Dialog>
  )
}
