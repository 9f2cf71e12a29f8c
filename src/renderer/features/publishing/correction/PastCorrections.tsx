import { Fragment } from 'react'
import type { CorrectionState } from '../../../../shared/correction/api.ts'
import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import { hrefOf } from '../../../app/router.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DeliveryMark } from '../../../ui/DeliveryMark.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { useDecisions } from '../outbox/use-decisions.ts'
import { nameIn } from '../publishing-model.ts'
import styles from './CorrectionLine.module.css'

interface PastCorrectionsProps {
  readonly corrections: readonly CorrectionState[]
  readonly channels: readonly ChannelState[]
  readonly readOnly: boolean
}

/** What was put right or taken back, with what became of it in every place. */
export const PastCorrections = ({ corrections, channels, readOnly }: PastCorrectionsProps) => {
  const text = useText()
  const words = text.correction
  const format = useFormat()
  const { resolve, failure, busy } = useDecisions()
  if (corrections.length === 0) return null
  return (
    <ul className={styles.past}>
      {corrections.map(({ id, kind, at, wrong, places, notice }) => (
        <li key={id}>
          <strong>{text.report.log.purposes[kind === 'correction' ? 'edit' : 'remove']}</strong>, {format.moment(at, Date.now())}{' '}
          <span className={styles.what}>{wrong}</span>
          {notice && (
            <p>
              {words.notice(notice.issue, notice.page)}.{' '}
              <a href={hrefOf({ section: 'article', article: notice.article })}>{words.openNotice}</a>
            </p>
          )}
          <div className={styles.places}>
            {places.map(({ delivery, channel, errand, status, reason }) => (
              <Fragment key={delivery}>
                <span>{nameIn(channels, channel, text.channel.kinds)}</span>
                <span>
                  {status ? <DeliveryMark status={status} purpose={kind === 'correction' ? 'edit' : 'remove'} word /> : ''}
                </span>
                <span className={styles.reason}>{reason}</span>
                {errand !== null && status === 'needsPerson' && !readOnly ? (
                  <Button isDisabled={busy} onPress={() => void resolve(errand, 'published', null)}>
                    {words.byHand}
                  </Button>
                ) : (
                  <span />
                )}
              </Fragment>
            ))}
          </div>
        </li>
      ))}
      {failure && <FailureMessage failure={failure} />}
    </ul>
  )
}
