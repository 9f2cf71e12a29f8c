import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ChannelKind } from '../../shared/publishing/channel.ts'
import type { CountedChannel } from '../../shared/publishing/counts.ts'
import type { Newsroom } from '../newsroom.ts'
import { accessOf } from './channel-access.ts'
import type { Counting, CountOutcome, CountQuestion } from './channels/carrier.ts'
import { channelAdapters } from './channels/registry.ts'
import { once, withoutSecret } from './errand.ts'
import { isRemoved } from './live-post.ts'
import type { ChannelRecord } from './outbox-store.ts'
import { publisherOf } from './publishers.ts'
import type { ReportPeriod } from './report.ts'

/** Publications of one channel that one order asks about at most, the newest first. */
const mostOfChannel = 500

/** More requests than any question about counts takes. */
const longestChain = 8

/** A publication that can be asked about. */
interface Counted {
  readonly delivery: string
  /** What the channel calls its first post, which readers meet. */
  readonly post: string
}

interface Job {
  readonly job: string
  readonly cancelled: () => boolean
  readonly wait: (ms: number) => Promise<void>
}

/** What came out in a channel in this time and is still there, the newest first. */
const publicationsOf = ({ outbox: { rows } }: Newsroom, channel: string, { from, to }: ReportPeriod): readonly Counted[] =>
  [...rows.all()]
    .filter(([, row]) => row.channel === channel && row.purpose === 'post' && row.state === 'sent' && row.mailing === null)
    .filter(([id, { publishedAt: at }]) => at !== null && at >= from && at < to && !isRemoved(rows.all(), id))
    .sort(([, a], [, b]) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))
    .flatMap(([delivery, { steps }]) => {
      const post = steps[0]?.remoteId
      return post ? [{ delivery, post }] : []
    })
    .slice(0, mostOfChannel)

const countingOf = (kind: ChannelKind): Counting | null => {
  const { carrier } = channelAdapters[kind]
  return carrier.kind === 'http' ? (carrier.counting ?? null) : null
}

/** Does a channel of this kind tell what readers do with its posts? */
export const canCount = (kind: ChannelKind): boolean => countingOf(kind) !== null

/** Asks about one batch of posts, each request at the pace that the channel asks for. */
const ask = async (
  newsroom: Newsroom,
  proxy: string,
  counting: Counting,
  question: CountQuestion,
  pace: () => Promise<void>,
): Promise<CountOutcome> => {
  let state: string | null = null
  for (let asked = 0; asked < longestChain; asked += 1) {
    const request = counting.request(question, state)
    if (request === null) return { kind: 'noAnswer', reason: counting.needs }
    await pace()
    const outcome = counting.outcome(await once({ newsroom, proxy }, request), question, state)
    if (outcome.kind !== 'further') return withoutSecret(outcome, question.secret, request)
    state = outcome.state
  }
  throw new Error('вопрос о счётчиках не кончается')
}

const countChannel = async (
  newsroom: Newsroom,
  channel: ChannelRecord,
  counting: Counting,
  publications: readonly Counted[],
  { cancelled, wait }: Job,
  step: (of: number) => void,
): Promise<CountedChannel> => {
  const adapter = channelAdapters[channel.kind]
  const none = { channel: channel.id, counted: 0, gone: 0 }
  const access = await accessOf(newsroom, channel, adapter)
  if (!access.ok) return { ...none, problem: access.failure.what }
  let isFirst = true
  const pace = async (): Promise<void> => {
    if (!isFirst) await wait(adapter.intervalMs)
    isFirst = false
  }
  let [counted, gone] = [0, 0]
  for (let at = 0; at < publications.length && !cancelled(); at += counting.most) {
    const batch = publications.slice(at, at + counting.most)
    const question = { settings: channel.settings, secret: access.value.secret, posts: batch.map(({ post }) => post) }
    const outcome = await ask(newsroom, access.value.proxy, counting, question, pace)
    if (outcome.kind === 'noAnswer') return { channel: channel.id, counted, gone, problem: outcome.reason }
    for (const { delivery, post } of batch) {
      const counts = outcome.counts.get(post)
      if (counts === undefined) gone += 1
      else {
        await newsroom.counts.put(delivery, { schemaVersion: 1, ...counts, at: newsroom.environment.now() })
        counted += 1
      }
    }
    step(batch.length)
  }
  return { channel: channel.id, counted, gone, problem: null }
}

/**
 * Asks every channel that counts what readers have done with what came out in this time, and keeps the answers with their
 * time (rules O48 and O49). Nothing is posted or changed. A channel that does not answer leaves the others, and what was
 * known of its own publications, alone.
 */
export const fetchCounts = async (
  newsroom: Newsroom,
  period: ReportPeriod,
  person: string | null,
  job: Job,
): Promise<Result<{ channels: CountedChannel[]; cancelled: boolean }>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const wanted = [...newsroom.outbox.channels.all().values()].flatMap((channel) => {
    const counting = countingOf(channel.kind)
    const publications = counting === null ? [] : publicationsOf(newsroom, channel.id, period)
    return counting === null || publications.length === 0 ? [] : [{ channel, counting, publications }]
  })
  if (wanted.length === 0)
    return failure('notFound', 'Считать нечего: за это время ничего не вышло там, где сеть сообщает счётчики.', {
      safe: 'Отчёт не изменён.',
      todo: 'Выберите другое время. Счётчики сообщают ВКонтакте, Одноклассники и сайт на WordPress.',
    })
  const total = wanted.reduce((sum, { publications }) => sum + publications.length, 0)
  let done = 0
  const channels: CountedChannel[] = []
  for (const { channel, counting, publications } of wanted) {
    if (job.cancelled()) break
    const tell = (of: number) => {
      done += of
      newsroom.emit({ type: 'jobProgress', job: job.job, done, total, label: channel.id })
    }
    tell(0)
    const before = done
    channels.push(await countChannel(newsroom, channel, counting, publications, job, tell))
    done = before + publications.length
  }
  newsroom.emit({ type: 'changed', feature: 'publishing', id: null })
  return success({ channels, cancelled: job.cancelled() })
}
