import { articleApi } from '../../../shared/article/api.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import { variantApi } from '../../../shared/variant/api.ts'
import { workflowApi } from '../../../shared/workflow/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { ChannelColumn } from './channel/ChannelColumn.tsx'
import { CorrectionLine } from './correction/CorrectionLine.tsx'
import { EmbargoLine } from './embargo/EmbargoLine.tsx'
import { DeliveryList } from './outbox/DeliveryList.tsx'
import { PausedNotice } from './outbox/PausedNotice.tsx'
import styles from './PublishingScreen.module.css'
import { channelName, latestDelivery, publishable, sinceOf, unproven } from './publishing-model.ts'
import { VariantLine } from './variant/VariantLine.tsx'

/** As many as a person looks through for publishing; an older one is opened from the list of articles. */
const latestApproved = {
  ...({ issue: null, scope: 'approved', sort: { by: 'order', descending: true } } as const),
  count: 100,
}

/** «Публикация»: what is approved, how it looks in every channel, and what became of everything sent. */
export const PublishingScreen = ({ article }: { readonly article: string | null }) => {
  const text = useText()
  const words = text.publishing
  const { may } = useSession()
  const articles = useQuery(articleApi.page, latestApproved, ['article', 'workflow'])
  const channels = useQuery(publishingApi.channels, {}, ['publishing', 'settings'])
  const outbox = useQuery(publishingApi.outbox, {}, ['publishing'])

  const ready = publishable(articles.value?.items ?? [])
  const listed = ready.find(({ id }) => id === (article ?? ready[0]?.id)) ?? null
  // One that is older than those listed, or may not be published any more.
  const other = useQuery(articleApi.read, article !== null && articles.value && !listed ? { id: article } : null, [
    'article',
    'workflow',
  ])
  const chosen = listed ?? other.value?.summary ?? null
  const mayPublish = chosen !== null && publishable([chosen]).length > 0
  const history = useQuery(workflowApi.history, chosen && { article: chosen.id }, ['article', 'workflow', 'publishing'])
  const likeness = useQuery(variantApi.likeness, chosen && { article: chosen.id }, [
    'article',
    'workflow',
    'publishing',
    'settings',
  ])
  const nameOf = (id: string) => {
    const channel = channels.value?.find((each) => each.id === id)
    return channel ? channelName(channel, text.channel.kinds) : id
  }
  const paused = outbox.value?.paused ?? null
  const deliveries = outbox.value?.deliveries ?? []
  const columns = (channels.value ?? []).map((channel) => ({
    channel,
    delivery: chosen && latestDelivery(deliveries, chosen.id, channel.id),
  }))
  const next = columns.find(({ delivery, channel }) => channel.connected && (!delivery || delivery.status === 'cancelled'))
  const failures = [articles, other, channels, outbox].flatMap(({ failure, refresh }) => (failure ? [{ failure, refresh }] : []))

  return (
    <div className={styles.screen}>
      {paused !== null && <PausedNotice reason={paused} doubtful={unproven(deliveries)} readOnly={!may('publish')} />}
      {failures.map(({ failure, refresh }) => (
        <FailureMessage key={failure.what} failure={failure} onAction={refresh} />
      ))}
      <div className={styles.upper}>
        <nav className={styles.articles} aria-label={words.articles}>
          <h1 className={styles.title}>{words.title}</h1>
          <p className={styles.toSchedule}>
            <a href={hrefOf({ section: 'publishing', article: null, view: 'schedule' })}>{text.schedule.open}</a>
            <a href={hrefOf({ section: 'publishing', article: null, view: 'teasers' })}>{text.teaser.open}</a>
            <a href={hrefOf({ section: 'publishing', article: null, view: 'online' })}>{text.online.open}</a>
            <a href={hrefOf({ section: 'publishing', article: null, view: 'report' })}>{text.report.open}</a>
          </p>
          <p className={styles.toSchedule}>
            <a href={hrefOf({ section: 'mailing' })}>{words.toMailing}</a>
          </p>
          <p className={styles.zone}>{words.zone}</p>
          {articles.value && ready.length === 0 && (
            <EmptyState action={<a href={hrefOf({ section: 'article', article: null })}>{words.toArticles}</a>}>
              {words.noArticles}
            </EmptyState>
          )}
          <ul>
            {ready.map((each) => (
              <li key={each.id}>
                <a
                  className={styles.row}
                  href={hrefOf({ section: 'publishing', article: each.id })}
                  aria-current={each.id === chosen?.id ? 'page' : undefined}
                >
                  <StatusMark status={each.status} />
                  <span>{each.headline || words.untitled}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.main}>
          {chosen && (
            <header className={styles.head}>
              <h2>{chosen.headline || words.untitled}</h2>
              <StatusMark status={chosen.status} word />
              {chosen.changedAfterApproval && <span className={styles.changed}>{text.vocabulary.changedAfterApproval}</span>}
              <span className={styles.space} />
              <a href={hrefOf({ section: 'article', article: chosen.id })}>{words.openText}</a>
            </header>
          )}
          {chosen && (
            <EmbargoLine key={chosen.id} article={chosen.id} isOut={chosen.status === 'published'} readOnly={!may('publish')} />
          )}
          {chosen && <CorrectionLine article={chosen.id} channels={channels.value ?? []} readOnly={!may('publish')} />}
          {chosen && !mayPublish && <p className={styles.refused}>{words.notApproved}</p>}
          {channels.value && channels.value.length === 0 && (
            <EmptyState action={<a href={hrefOf({ section: 'settings', part: 'channels' })}>{words.toChannels}</a>}>
              {words.noChannels}
            </EmptyState>
          )}
          {!chosen && articles.value && ready.length > 0 && <EmptyState>{words.choose}</EmptyState>}
          {chosen && (
            <section className={styles.columns} aria-label={words.channels} data-region="">
              {columns.map(({ channel, delivery }) => (
                <ChannelColumn
                  key={`${chosen.id} ${channel.id}`}
                  article={chosen.id}
                  mayPublish={mayPublish}
                  channel={channel}
                  delivery={delivery}
                  since={delivery && sinceOf(deliveries, delivery)}
                  paused={paused !== null}
                  readOnly={!may('publish')}
                  primary={paused === null && channel === next?.channel}
                  variant={
                    <VariantLine
                      article={chosen.id}
                      channel={channel}
                      mayApprove={history.value?.actions.includes('approve') ?? false}
                      likeness={likeness.value?.find((each) => each.channel === channel.id) ?? null}
                      nameOf={nameOf}
                    />
                  }
                />
              ))}
            </section>
          )}
        </div>
      </div>
      <DeliveryList deliveries={deliveries} channels={channels.value ?? []} paused={paused !== null} readOnly={!may('publish')} />
    </div>
  )
}
