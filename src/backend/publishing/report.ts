import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { newspaperZone } from '../../shared/calendar/day.ts'
import { csvTable } from '../../shared/language/csv.ts'
import { type CountName, countNames } from '../../shared/publishing/counts.ts'
import { type DeliveryPurpose, statusOf } from '../../shared/publishing/delivery.ts'
import { deliveryLabels } from '../../shared/publishing/labels.ts'
import { filtered, type LogEntry, type ReportFilter, type ReportLine } from '../../shared/publishing/report.ts'
import type { Newsroom } from '../newsroom.ts'
import { errorCode } from '../store/files.ts'
import { textOfPost } from './channels/plain-post.ts'
import { countsOf } from './count-store.ts'
import { editsOf, isRemoved } from './live-post.ts'
import { placeFile } from './place-file.ts'

/** The words of a post without its markup. */
const plainText = (html: string): string =>
  textOfPost(
    html
      .replace(/<img[^>]*>/g, '')
      .replace(/<\/(?:p|h2|h3|li|blockquote|figcaption|tr)>|<br\s*\/?>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  ).trim()

/** Every errand of an article, the newest first (rule O45). */
export const logOf = (newsroom: Newsroom, article: string): readonly LogEntry[] => {
  const names = new Map(newsroom.staff().map(({ id, name }) => [id, name]))
  return [...newsroom.outbox.rows.all()]
    .filter(([, row]) => row.article === article)
    .sort(([, a], [, b]) => b.queuedAt - a.queuedAt)
    .map(([delivery, row]) => ({
      delivery,
      channel: row.channel,
      purpose: row.purpose,
      status: statusOf[row.state],
      attempts: row.attempts,
      url: row.url,
      recipient: row.recipient,
      orderedBy: names.get(row.requestedBy) ?? row.requestedBy,
      queuedAt: row.queuedAt,
      scheduledAt: row.scheduledAt,
      startedAt: row.steps.find(({ startedAt }) => startedAt !== null)?.startedAt ?? null,
      publishedAt: row.publishedAt,
      texts:
        row.purpose === 'remove'
          ? []
          : row.steps.map(({ part }) => [part.kind === 'article' ? part.title : '', plainText(part.html)].join('\n').trim()),
      reason: row.reason,
    }))
}

/** From one moment up to another, milliseconds since 1970. */
export interface ReportPeriod {
  readonly from: number
  readonly to: number
}

/** What came out in this time, the newest first (rules O46 and O47). */
export const reportOf = (newsroom: Newsroom, { from, to }: ReportPeriod): readonly ReportLine[] => {
  const rows = newsroom.outbox.rows.all()
  return [...rows]
    .flatMap(([delivery, row]): ReportLine[] => {
      const at = row.publishedAt
      if (row.purpose !== 'post' || row.state !== 'sent' || at === null || at < from || at >= to) return []
      const state = isRemoved(rows, delivery) ? 'removed' : editsOf(rows, delivery).length > 0 ? 'corrected' : 'out'
      const { article, channel, recipient, url, content } = row
      const kind = newsroom.outbox.channels.get(channel)?.kind ?? null
      return [
        {
          ...{ delivery, article, channel, recipient, url, kind, state },
          headline: content.headline,
          rubric: content.rubric,
          region: newsroom.articles.entry(article)?.assignment.region ?? '',
          publishedAt: at,
          counts: countsOf(newsroom.counts, delivery),
        },
      ]
    })
    .sort((a, b) => b.publishedAt - a.publishedAt)
}

const purposes: Readonly<Record<DeliveryPurpose, string>> = { post: 'публикация', edit: 'исправление', remove: 'отзыв' }
const states: Readonly<Record<ReportLine['state'], string>> = { out: 'вышло', corrected: 'исправлено', removed: 'отозвано' }

/** «25.11.2026 14:48» by the newsroom's clock. */
const moment = (at: number | null): string =>
  at === null
    ? ''
    : new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeStyle: 'short', timeZone: newspaperZone })
        .format(at)
        .replace(',', '')

const writeTable = async (
  { folder, environment: { files } }: Newsroom,
  name: string,
  rows: readonly (readonly string[])[],
): Promise<Result<{ file: string }>> => {
  const file = join(folder, 'exports', `${name}.csv`)
  const refused = (code: string | null) =>
    failure('unavailable', `Таблица не записана: ${file} (${code ?? 'сбой диска'}).`, {
      safe: 'Отправления не тронуты.',
      todo: 'Закройте её в другой программе, проверьте место на диске и повторите.',
    })
  try {
    await files.makeFolder(join(folder, 'exports'))
  } catch (error) {
    return refused(errorCode(error))
  }
  const placed = await placeFile(files, file, new TextEncoder().encode(csvTable(rows)))
  return placed.kind === 'notPlaced' ? refused(placed.code) : success({ file })
}

export const exportLog = (newsroom: Newsroom, article: string): Promise<Result<{ file: string }>> => {
  const head = ['Заказано', 'Вышло', 'Канал', 'Кому', 'Что', 'Состояние', 'Попыток', 'Ссылка', 'Заказал', 'Текст', 'Пояснение']
  const rows = logOf(newsroom, article).map((entry) => [
    moment(entry.queuedAt),
    moment(entry.publishedAt),
    entry.channel,
    entry.recipient ?? '',
    purposes[entry.purpose],
    deliveryLabels[entry.status],
    String(entry.attempts),
    entry.url ?? '',
    entry.orderedBy,
    entry.texts.join('\n\n'),
    entry.reason ?? '',
  ])
  return writeTable(newsroom, `zhurnal-${article.replace(/[^A-Za-z0-9-]/g, '')}`, [head, ...rows])
}

const countTitles: Readonly<Record<CountName, string>> = {
  views: 'Просмотры',
  likes: 'Отметки',
  reposts: 'Репосты',
  comments: 'Комментарии',
}
const noData = 'нет данных'

/** Writes what is wanted of the report as a table; returns its file. */
export const exportReport = (
  newsroom: Newsroom,
  period: ReportPeriod,
  filter: ReportFilter,
): Promise<Result<{ file: string }>> => {
  const day = (at: number): string => new Intl.DateTimeFormat('sv', { timeZone: newspaperZone }).format(at)
  const counted = countNames.map((name) => countTitles[name])
  const head = ['Вышло', 'Материал', 'Рубрика', 'Регион', 'Канал', 'Кому', 'Состояние', 'Ссылка', ...counted, 'Сосчитано']
  const rows = filtered(reportOf(newsroom, period), filter).map((line) => [
    moment(line.publishedAt),
    line.headline,
    line.rubric,
    line.region,
    line.channel,
    line.recipient ?? '',
    states[line.state],
    line.url ?? '',
    ...countNames.map((name) => String(line.counts?.[name] ?? noData)),
    line.counts === null ? '' : moment(line.counts.at),
  ])
  return writeTable(newsroom, `otchet-${day(period.from)}-${day(period.to - 1)}`, [head, ...rows])
}
