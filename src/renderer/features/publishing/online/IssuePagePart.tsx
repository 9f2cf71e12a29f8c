import { useState } from 'react'
import type { Failure, Result } from '../../../../shared/api/result.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import type { Delivery, DeliveryStatus } from '../../../../shared/publishing/delivery.ts'
import type { IssuePageState } from '../../../../shared/publishing/issue-page.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useSession } from '../../../app/session.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { DeliveryMark } from '../../../ui/DeliveryMark.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { DeliveryActions } from '../outbox/DeliveryActions.tsx'
import { momentOf } from '../outbox/moment.ts'
import { channelAddress, channelName } from '../publishing-model.ts'
import styles from './IssuePagePart.module.css'
import part from './OnlineScreen.module.css'

/** One that stopped before anything left: it is made up anew, not sent as it was. */
const stopped: ReadonlySet<DeliveryStatus> = new Set(['held', 'failed', 'needsPerson', 'cancelled'])
/** A person has to say what became of it. */
const open: ReadonlySet<DeliveryStatus> = new Set(['unknown', 'failed', 'needsPerson'])

interface PartOfSite {
  readonly state: IssuePageState
  readonly channel: ChannelState
  readonly paused: boolean
  readonly readOnly: boolean
  readonly busy: boolean
  readonly onOrder: () => void
  readonly onRemove: () => void
}

/** How one errand of the page stands, and what a person has to decide about it. */
const Errand = ({ delivery, site }: { readonly delivery: Delivery; readonly site: PartOfSite }) => {
  const words = useText()
  const format = useFormat()
  const { channel, paused, readOnly } = site
  return (
    <>
      <div className={styles.row}>
        <DeliveryMark status={delivery.status} purpose={delivery.purpose} word />
        <span>{momentOf(delivery, words.publishing, format, Date.now())}</span>
        {delivery.url !== null && delivery.purpose !== 'remove' && (
          <a href={delivery.url} target="_blank" rel="noreferrer">
            {delivery.url}
          </a>
        )}
      </div>
      {delivery.reason !== null && <p>{delivery.reason}</p>}
      {open.has(delivery.status) && (
        <DeliveryActions delivery={delivery} address={channelAddress(channel)} paused={paused} readOnly={readOnly} />
      )}
    </>
  )
}

const SitePart = ({ site }: { readonly site: PartOfSite }) => {
  const text = useText()
  const words = text.online.issuePage
  const { state, channel, readOnly, busy, onOrder, onRemove } = site
  const { post, change, removed, differs } = state
  const isOut = post?.status === 'published'
  const waits = change !== null && (change.status === 'queued' || change.status === 'sending')
  const mayOrder = post === null || stopped.has(post.status)
  return (
    <section className={styles.site} aria-label={channelName(channel, text.channel.kinds)}>
      <div className={styles.head}>
        <h3>{channelName(channel, text.channel.kinds)}</h3>
      </div>
      {post === null ? <p>{words.notThere}</p> : <Errand delivery={post} site={site} />}
      {change !== null && <Errand delivery={change} site={site} />}
      {differs !== null && isOut && !removed && <p className={styles.amber}>{words.differs(differs)}</p>}
      {removed && <p>{words.removed}</p>}
      {!readOnly && (
        <div className={styles.row}>
          {mayOrder && (
            <Button kind="primary" onPress={onOrder} isDisabled={busy}>
              {post === null ? words.publish : words.again}
            </Button>
          )}
          {isOut && !removed && differs !== null && !waits && (
            <Button kind="primary" onPress={onOrder} isDisabled={busy}>
              {words.update}
            </Button>
          )}
          {isOut && !removed && (
            <Button kind="flat" onPress={onRemove} isDisabled={busy}>
              {words.remove}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** The page of the issue on the newspaper's sites: its PDF, its cover and every story with its link. */
export const IssuePagePart = ({ issue }: { readonly issue: string }) => {
  const text = useText()
  const words = text.online.issuePage
  const client = useClient()
  const { may } = useSession()
  const [busy, setBusy] = useState(false)
  const [removing, setRemoving] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const pages = useQuery(publishingApi.issuePages, { issue }, ['publishing', 'issue', 'article', 'workflow', 'signoff'])
  const channels = useQuery(publishingApi.channels, {}, ['publishing'])
  const outbox = useQuery(publishingApi.outbox, {}, ['publishing'])
  const run = async (asked: Promise<Result<unknown>>) => {
    setBusy(true)
    const done = await asked
    setBusy(false)
    setFailure(done.ok ? null : done.failure)
  }
  const order = (channel: string) =>
    void run(client.call(publishingApi.publishIssue, { issue, channel, job: crypto.randomUUID() }))
  const remove = (channel: string) => {
    setRemoving(null)
    void run(client.call(publishingApi.removeIssuePage, { issue, channel }))
  }
  const known = channels.value ?? []
  return (
    <section className={part.part} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.explained}</p>
      {pages.value?.length === 0 && (
        <p>
          {words.noSite} <a href={hrefOf({ section: 'settings', part: 'channels' })}>{words.toChannels}</a>
        </p>
      )}
      {(pages.value ?? []).map((state) => {
        const channel = known.find(({ id }) => id === state.channel)
        if (!channel) return null
        const site: PartOfSite = {
          ...{ state, channel, busy, readOnly: !may('publish'), paused: outbox.value?.paused != null },
          onOrder: () => order(state.channel),
          onRemove: () => setRemoving(state.channel),
        }
        return <SitePart key={state.channel} site={site} />
      })}
      {busy && <p role="status">{words.making}</p>}
      {[pages.failure, failure].map((each) => each && <FailureMessage key={each.what} failure={each} />)}
      <ConfirmDialog
        title={words.removeTitle}
        isOpen={removing !== null}
        verb={words.remove}
        onConfirm={() => removing !== null && remove(removing)}
        onClose={() => setRemoving(null)}
      >
        <p>{words.removeExplained}</p>
      </ConfirmDialog>
    </section>
  )
}
