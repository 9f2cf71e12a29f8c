import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import { variantApi } from '../../../../shared/variant/api.ts'
import { workflowApi } from '../../../../shared/workflow/api.ts'
import { approvers } from '../../../../shared/workflow/transitions.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useSession } from '../../../app/session.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Select } from '../../../ui/Select.tsx'
import { WorkScreen } from '../../../ui/WorkScreen.tsx'
import { channelName } from '../publishing-model.ts'
import { TeaserLine } from './TeaserLine.tsx'
import styles from './TeaserScreen.module.css'

/** «Анонсы номера»: a teaser for each main story, spread over the week; proposed, approved and ordered as a pack. */
export const TeaserScreen = () => {
  const text = useText()
  const words = text.teaser
  const client = useClient()
  const { may, issue, person } = useSession()
  const channels = useQuery(publishingApi.channels, {}, ['publishing', 'settings'])
  const outbox = useQuery(publishingApi.outbox, {}, ['publishing'])
  const [chosen, setChosen] = useState<string | null>(null)
  const posting = (channels.value ?? []).filter(({ kind }) => kind === 'telegram' || kind === 'vk' || kind === 'ok')
  const channel = posting.find(({ id }) => id === chosen) ?? posting[0] ?? null
  const pack = issue && channel ? { issue: issue.serial, channel: channel.id } : null
  const teasers = useQuery(variantApi.teasers, pack, ['publishing', 'workflow', 'article', 'issue'])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [refused, setRefused] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const all = teasers.value ?? []
  const unapproved = all.filter(
    ({ text: written, state, isApproved }) => written !== null && state === 'unapproved' && isApproved,
  )
  const ready = all.filter(({ state, delivery }) => state === 'approved' && delivery === null)
  const missing = all.filter(({ text: written }) => written === null)
  const mayApprove = person?.roles.some((role) => approvers.includes(role)) ?? false
  const run = async (act: () => Promise<{ ok: true; refused?: readonly string[] } | { ok: false; failure: Failure }>) => {
    if (busy) return
    setBusy(true)
    const done = await act()
    setBusy(false)
    setFailure(done.ok ? null : done.failure)
    setRefused(done.ok ? (done.refused ?? []) : [])
  }
  const order = async () => {
    if (!pack) return { ok: true as const }
    const ordered = await client.call(variantApi.orderTeasers, pack)
    return ordered.ok ? { ok: true as const, refused: ordered.value.refused } : ordered
  }
  return (
    <WorkScreen
      title={words.title}
      beside={
        channel && (
          <Select
            label={text.schedule.channel}
            hideLabel
            options={posting.map((each) => ({ id: each.id, label: channelName(each, text.channel.kinds) }))}
            value={channel.id}
            onChange={setChosen}
          />
        )
      }
      actions={
        <>
          {may('publish') && pack && (
            <>
              {missing.length > 0 && (
                <Button
                  kind={all.length === missing.length ? 'primary' : 'plain'}
                  onPress={() => void run(() => client.call(variantApi.proposeTeasers, pack))}
                  isDisabled={busy}
                >
                  {words.propose}
                </Button>
              )}
              {unapproved.length > 0 && mayApprove && (
                <Button
                  kind="primary"
                  onPress={() =>
                    void run(() =>
                      client.call(workflowApi.act, { action: 'approve', articles: unapproved.map(({ article }) => article) }),
                    )
                  }
                  isDisabled={busy}
                >
                  {words.approve(unapproved.length)}
                </Button>
              )}
              {ready.length > 0 && (
                <Button kind={unapproved.length === 0 ? 'primary' : 'plain'} onPress={() => void run(order)} isDisabled={busy}>
                  {words.order(ready.length)}
                </Button>
              )}
            </>
          )}
          <a href={hrefOf({ section: 'publishing', article: null, view: 'schedule' })}>{text.schedule.open}</a>
        </>
      }
      isDense
      isRuled
    >
      {[failure, teasers.failure].map((each) => each && <FailureMessage key={each.what} failure={each} />)}
      {refused.length > 0 && (
        <div className={styles.refused} role="status">
          <p>{words.refused}</p>
          {refused.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {!issue && <EmptyState action={<a href={hrefOf({ section: 'issue' })}>{text.app.toIssue}</a>}>{words.noIssue}</EmptyState>}
      {issue && channels.value && !channel && (
        <EmptyState action={<a href={hrefOf({ section: 'settings', part: 'channels' })}>{text.publishing.toChannels}</a>}>
          {words.noChannel}
        </EmptyState>
      )}
      {issue && channel && teasers.value && all.length === 0 && (
        <EmptyState action={<a href={hrefOf({ section: 'issue' })}>{text.app.toIssue}</a>}>{words.noStories}</EmptyState>
      )}
      {channel && all.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section className={styles.list} aria-label={words.title} data-region="" tabIndex={0}>
          <ol>
            {all.map((teaser) => (
              <TeaserLine
                key={`${teaser.article} ${teaser.proposedAt}`}
                teaser={teaser}
                channel={channel}
                delivery={outbox.value?.deliveries.find(({ id }) => id === teaser.delivery) ?? null}
                readOnly={!may('publish')}
              />
            ))}
          </ol>
        </section>
      )}
    </WorkScreen>
  )
}
