import { type ReactNode, useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import type { Delivery } from '../../../../shared/publishing/delivery.ts'
import { workflowApi } from '../../../../shared/workflow/api.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DeliveryMark } from '../../../ui/DeliveryMark.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { DeliveryActions } from '../outbox/DeliveryActions.tsx'
import { momentOf } from '../outbox/moment.ts'
import { channelAddress, channelName, nextFullHour, readMoment, shortPlace, type sinceOf } from '../publishing-model.ts'
import styles from './ChannelColumn.module.css'
import { PartPreview } from './PartPreview.tsx'

interface PublishFormProps {
  readonly article: string
  readonly channel: string
  readonly label: string
  readonly primary: boolean
}

const PublishForm = ({ article, channel, label, primary }: PublishFormProps) => {
  const text = useText().publishing
  const client = useClient()
  const [when, setWhen] = useState<'now' | 'later'>('now')
  const [written, setWritten] = useState(() => nextFullHour(Date.now()))
  const [complaint, setComplaint] = useState<'badTime' | 'pastTime' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const publish = async () => {
    const moment = when === 'now' ? { at: null } : readMoment(written, Date.now())
    if ('complaint' in moment) {
      setComplaint(moment.complaint)
      return
    }
    setComplaint(null)
    setBusy(true)
    const queued = await client.call(publishingApi.publish, { article, channel, at: moment.at })
    setBusy(false)
    setFailure(queued.ok ? null : queued.failure)
    // What is due now need not wait for the sender's next look; what comes of it is told by the outbox.
    if (queued.ok && moment.at === null) void client.call(publishingApi.drain, {})
  }
  return (
    <div className={styles.form}>
      <div className={styles.when}>
        <Select
          label={text.when}
          options={[
            { id: 'now', label: text.now },
            { id: 'later', label: text.later },
          ]}
          value={when}
          onChange={setWhen}
        />
        {when === 'later' && (
          <Field
            label={text.time}
            value={written}
            onChange={(value) => {
              setWritten(value)
              setComplaint(null)
            }}
            error={complaint === null ? null : text[complaint]}
          />
        )}
      </div>
      <Button kind={primary ? 'primary' : 'plain'} isDisabled={busy} onPress={() => void publish()}>
        {label}
      </Button>
      {failure && <FailureMessage failure={failure} />}
    </div>
  )
}

/** Says that a channel's key was refused, and when it last was not. */
const NeedsKey = ({
  channel: { problem, lastSuccess },
  told,
}: {
  readonly channel: ChannelState
  /** What its delivery says anyway. */
  readonly told: string | null
}) => {
  const text = useText()
  const format = useFormat()
  return (
    <p className={styles.warning}>
      {text.publishing.needsKey(problem === told ? null : problem)}{' '}
      {lastSuccess !== null && `${text.publishing.lastSuccess(format.comingMoment(lastSuccess, Date.now()))} `}
      <a href={hrefOf({ section: 'settings', part: 'channels' })}>{text.publishing.connect}</a>
    </p>
  )
}

interface ChannelColumnProps {
  readonly article: string
  /** Approved, and not changed since. */
  readonly mayPublish: boolean
  readonly channel: ChannelState
  readonly delivery: Delivery | null
  readonly since: ReturnType<typeof sinceOf> | null
  readonly paused: boolean
  readonly readOnly: boolean
  readonly primary: boolean
  /** Where its variant stands, and what can be done about it. */
  readonly variant: ReactNode
}

/** An article in one channel: how it will look, how long it is, what became of it, what to do. */
export const ChannelColumn = ({
  article,
  mayPublish,
  channel,
  delivery,
  since,
  paused,
  readOnly,
  primary,
  variant,
}: ChannelColumnProps) => {
  const {
    publishing: text,
    channel: { kinds },
  } = useText()
  const format = useFormat()
  const preview = useQuery(publishingApi.preview, { article, channel: channel.id }, ['article', 'workflow', 'publishing'])
  const history = useQuery(workflowApi.history, delivery?.publishedAt ? { article } : null, ['workflow'])
  const approvedAt = history.value?.approvals.at(-1)?.at ?? 0
  const again = delivery?.status === 'published' && approvedAt > (since?.correctedAt ?? delivery.publishedAt ?? approvedAt)
  const over = delivery === null || delivery.status === 'cancelled' || again
  const previewName = `${text.preview}: ${kinds[channel.kind]}, ${shortPlace(channel)}`
  return (
    <article className={styles.column} data-status={delivery?.status} aria-label={channelName(channel, kinds)}>
      <header className={styles.head}>
        <h2>{kinds[channel.kind]}</h2>
        <p>{shortPlace(channel)}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles.preview} tabIndex={0} aria-label={previewName}>
        {preview.failure && <FailureMessage failure={preview.failure} onAction={preview.refresh} />}
        {!preview.value && !preview.failure && <p className={styles.dim}>{text.previewLoading}</p>}
        {preview.value?.warnings.map((warning) => (
          <p key={warning} className={styles.warning}>
            {warning}
          </p>
        ))}
        {preview.value && <PartPreview parts={preview.value.parts} kind={channel.kind} />}
      </section>
      {variant}
      <footer className={styles.foot}>
        {!channel.connected && (
          <p className={styles.warning}>
            {channel.problem ?? text.notConnected} <a href={hrefOf({ section: 'settings', part: 'channels' })}>{text.connect}</a>
          </p>
        )}
        {channel.connected && channel.needsKey && <NeedsKey channel={channel} told={delivery?.reason ?? null} />}
        {delivery && (
          <div className={styles.state} role="status">
            <DeliveryMark status={delivery.status} purpose={since?.removed ? 'remove' : 'post'} word />
            <span className={styles.dim}>{momentOf(delivery, text, format, Date.now())}</span>
            {delivery.url !== null && !since?.removed && (
              <a href={delivery.url} target="_blank" rel="noreferrer">
                {text.link}
              </a>
            )}
          </div>
        )}
        {delivery?.status === 'unknown' && !delivery.reason && <p>{text.unknown.explain}</p>}
        {delivery?.reason && <p>{delivery.reason}</p>}
        {delivery && (
          <DeliveryActions delivery={delivery} address={channelAddress(channel)} paused={paused} readOnly={readOnly} />
        )}
        {over && mayPublish && channel.connected && !readOnly && (
          <PublishForm
            article={article}
            channel={channel.id}
            label={again ? text.publishAgain : text.publish}
            primary={primary}
          />
        )}
      </footer>
    </article>
  )
}
