import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { publishingApi } from '../../shared/publishing/api.ts'
import { type Delivery, statusOf } from '../../shared/publishing/delivery.ts'
import type { Newsroom } from '../newsroom.ts'
import { channelAdapters } from './channels/registry.ts'
import { checkDelivery, isCheckable } from './check.ts'
import { connectChannel } from './connect-channel.ts'
import { drain } from './drain.ts'
import { canCount, fetchCounts } from './fetch-counts.ts'
import { handOut, isByHand } from './hand-out.ts'
import { issueOnline } from './issue-online.ts'
import { orderIssuePage, removeIssuePage } from './issue-page/order-page.ts'
import { issuePagesOf } from './issue-page/page-view.ts'
import { moveDelivery } from './move-delivery.ts'
import type { OutboxRow } from './outbox-row.ts'
import { previewChannel } from './preview-channel.ts'
import { publish } from './publish.ts'
import { publisherOf } from './publishers.ts'
import { embargoOf } from './release-time.ts'
import { exportLog, exportReport, logOf, reportOf } from './report.ts'
import { resolveDelivery } from './resolve.ts'
import { type SendingDependencies, sendingDependencies } from './sending-dependencies.ts'
import { writeSitePackage } from './site-package.ts'
import { takeOverSending } from './take-over.ts'
import { tryChannel } from './try-channel.ts'

/** A row as people see it: what waits is held while sending is paused. */
const deliveryOf = (newsroom: Newsroom, id: string, row: OutboxRow, paused: string | null): Delivery => {
  const status = statusOf[row.state]
  const stopped = status === 'queued' && paused !== null
  return {
    id,
    article: row.article,
    headline: row.content.headline,
    channel: row.channel,
    purpose: row.purpose,
    corrects: row.corrects,
    form: row.form,
    status: stopped ? 'held' : status,
    attempts: row.attempts,
    url: row.url,
    scheduledAt: row.scheduledAt,
    publishedAt: row.publishedAt,
    reason: stopped ? paused : row.reason,
    checkable: isCheckable(newsroom, row),
    byHand: isByHand(newsroom, row),
  }
}

export const publishingHandlers = (
  newsroom: Newsroom,
  dependencies: SendingDependencies = sendingDependencies,
): Handlers<typeof publishingApi> => {
  const { outbox } = newsroom
  const counting = new Map<string, { cancelled: boolean }>()
  return {
    channels: async () =>
      success(
        [...outbox.channels.all().values()].map(({ id, kind, settings, problem, needsKey, lastSuccess }) => {
          const connected = channelAdapters[kind].secretComplaint === null || outbox.secrets.has(id)
          const triable = connected && channelAdapters[kind].trial !== undefined
          const countable = canCount(kind)
          return {
            countable,
            id,
            kind,
            settings,
            connected,
            problem: connected ? problem : 'Нет ключа доступа.',
            needsKey: connected && needsKey,
            lastSuccess,
            triable,
          }
        }),
      ),
    addChannel: ({ secret, ...channel }) => connectChannel(newsroom, channel, secret),
    tryChannel: ({ channel }, { person }) => tryChannel(newsroom, channel, person),
    preview: ({ form = 'article', ...shown }) => previewChannel(newsroom, { ...shown, form }),
    publish: async ({ at, form = 'article', ...order }, { person }) => {
      const queued = await publish(newsroom, { ...order, form, at: at === null ? null : Date.parse(at) }, person)
      return queued.ok ? success({ delivery: queued.value }) : queued
    },
    move: async ({ delivery, at }, { person }) => {
      const moved = await moveDelivery(newsroom, delivery, Date.parse(at), person)
      return moved.ok ? success({}) : moved
    },
    embargo: async ({ article }) =>
      success({ said: newsroom.embargoes.get().articles[article] ?? null, until: embargoOf(newsroom, article) }),
    setEmbargo: async ({ article, until }, { person }) => {
      const publisher = publisherOf(newsroom, person)
      if (!publisher.ok) return publisher
      if (!newsroom.articles.has(article)) return failure('notFound', `Материала ${article} нет в этой редакции.`)
      const { [article]: _before, ...others } = newsroom.embargoes.get().articles
      await newsroom.embargoes.put({
        schemaVersion: 1,
        articles: until === null ? others : { ...others, [article]: until },
      })
      newsroom.emit({ type: 'changed', feature: 'publishing', id: article })
      return success({})
    },
    outbox: async () => {
      const paused = await outbox.right.pause(outbox.rows.all())
      const rows = [...outbox.rows.all()]
        .filter(([, row]) => row.mailing === null)
        .sort(([, a], [, b]) => a.queuedAt - b.queuedAt)
      return success({ deliveries: rows.map(([id, row]) => deliveryOf(newsroom, id, row, paused)), paused })
    },
    log: async ({ article }) => success([...logOf(newsroom, article)]),
    report: async (period) => success([...reportOf(newsroom, period)]),
    exportLog: ({ article }) => exportLog(newsroom, article),
    exportReport: ({ from, to, ...filter }) => exportReport(newsroom, { from, to }, filter),
    fetchCounts: async ({ job, ...period }, { person }) => {
      if (counting.has(job))
        return failure('conflict', 'Счётчики уже запрашиваются.', { safe: 'Запрос продолжается.', todo: 'Дождитесь его конца.' })
      const running = { cancelled: false }
      counting.set(job, running)
      try {
        return await fetchCounts(newsroom, period, person, { job, cancelled: () => running.cancelled, wait: dependencies.wait })
      } finally {
        counting.delete(job)
      }
    },
    issueOnline: ({ issue }) => issueOnline(newsroom, issue),
    savePackage: ({ issue }, { person }) => writeSitePackage(newsroom, issue, person),
    issuePages: async ({ issue }) => {
      const paused = await outbox.right.pause(outbox.rows.all())
      return issuePagesOf(newsroom, issue, (id) => {
        const row = outbox.rows.get(id)
        return row && deliveryOf(newsroom, id, row, paused)
      })
    },
    publishIssue: async ({ job, ...order }, { person }) => {
      const queued = await orderIssuePage(newsroom, order, job, person)
      return queued.ok ? success({ delivery: queued.value }) : queued
    },
    removeIssuePage: async (order, { person }) => {
      const queued = await removeIssuePage(newsroom, order, person)
      return queued.ok ? success({ delivery: queued.value }) : queued
    },
    cancelCounts: async ({ job }) => {
      const running = counting.get(job)
      // One that has ended meanwhile needs no cancelling.
      if (running) running.cancelled = true
      return success({})
    },
    drain: () => drain(newsroom, dependencies),
    resolve: async (resolution, { person }) => {
      const resolved = await resolveDelivery(newsroom, resolution, person)
      return resolved.ok ? success({}) : resolved
    },
    check: ({ delivery }, { person }) => checkDelivery(newsroom, delivery, person, dependencies),
    handOut: ({ delivery }, { person }) => handOut(newsroom, delivery, person),
    takeOver: (_input, { person }) => takeOverSending(newsroom, person),
  }
}
