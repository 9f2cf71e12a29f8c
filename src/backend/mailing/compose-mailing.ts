import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { quoted } from '../../shared/language/quoted.ts'
import { isMailAddress } from '../../shared/mailing/mail-address.ts'
import type { LetterOrder } from '../../shared/mailing/mailing.ts'
import { exportIssue } from '../export/export-issue.ts'
import { writeNotice } from '../export/notice.ts'
import { placedOn } from '../export/release.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { standingOf } from '../publishing/approved-version.ts'
import { formatArticle } from '../publishing/channels/article-part.ts'
import { publisherOf } from '../publishing/publishers.ts'
import { siteLinkOf } from '../publishing/site-link.ts'
import { type LetterStory, letterContent } from './letter-content.ts'
import { keepFile, type MailingRecord, mailingId, type StoredFile } from './mailing-store.ts'

/** Many mail servers take no letters of more than 25 MB, of which base64 makes a third more than the files. */
const largestFiles = 18 * 1024 * 1024

const safe = 'Письмо не изменено, ничего не отправлено.'

const pdfType = 'application/pdf'

const keepPdf = async (newsroom: Newsroom, name: string, path: string): Promise<StoredFile> =>
  keepFile(newsroom, name, pdfType, await newsroom.environment.files.read(path))

/** The issue's number as a part of a file's name. */
const numberOf = (serial: string): string => /\d+/.exec(serial)?.[0] ?? 'nomer'

const filesOf = async (newsroom: Newsroom, order: LetterOrder, id: string): Promise<Result<readonly StoredFile[]>> => {
  const kept: StoredFile[] = []
  if (order.pdf === 'attach') {
    const request = { issue: order.issue, to: 'web', profile: null, file: null, pages: null, draft: false, job: id } as const
    const made = await exportIssue(newsroom, request, layoutOf, () => false)
    if (!made.ok) return made
    for (const path of made.value.files) kept.push(await keepPdf(newsroom, `nomer-${numberOf(order.issue)}.pdf`, path))
  }
  for (const [index, article] of order.notices.entries()) {
    const made = await writeNotice(newsroom, { subject: { kind: 'article', article }, file: null, draft: false })
    if (!made.ok) return made
    kept.push(await keepPdf(newsroom, `na-stend-${index + 1}.pdf`, made.value.file))
  }
  return kept.reduce((sum, { size }) => sum + size, 0) <= largestFiles
    ? success(kept)
    : failure('invalidInput', 'Приложения больше 18 МБ: такое письмо многие почтовые серверы не примут.', {
        safe,
        todo: 'Положите PDF номера на сайт и дайте в письме ссылку.',
      })
}

interface Stories {
  readonly stories: readonly (LetterStory & { readonly article: string; readonly contentHash: string })[]
  readonly left: readonly string[]
}

/** The approved stories of the issue in the order of its pages; what is not approved stays out and is named. */
const storiesOf = async (newsroom: Newsroom, articles: readonly string[]): Promise<Stories> => {
  const stories: Stories['stories'][number][] = []
  const left: string[] = []
  for (const article of articles) {
    if (!newsroom.articles.has(article)) continue
    const standing = await standingOf(newsroom, article)
    if (standing.kind !== 'approved') {
      left.push(newsroom.articles.entry(article)?.headline.trim() || 'без заголовка')
      continue
    }
    const { approval } = standing
    const [part] = formatArticle(approval.content, { portal: '', delivery: '', settings: {} }).parts
    if (part?.kind !== 'article' || part.title === '') continue
    const address = siteLinkOf(newsroom, article) ?? ''
    const { title: headline, summary, rubric } = part
    stories.push({ article, contentHash: approval.contentHash, headline, summary, rubric, address })
  }
  return { stories, left }
}

/** Makes up the letter about an issue (rules E6 and E7). */
export const composeMailing = async (
  newsroom: Newsroom,
  order: LetterOrder,
  person: string | null,
): Promise<Result<{ id: string }>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox, mailings, environment } = newsroom
  if (outbox.channels.get(order.channel)?.kind !== 'email')
    return failure('notFound', `Канала электронной почты «${order.channel}» в этой редакции нет.`, {
      safe,
      todo: 'Подключите почту в настройках, раздел «Каналы».',
    })
  const issue = await newsroom.issues.get(order.issue)
  if (issue === null)
    return failure('notFound', `Номера ${order.issue} в этой редакции нет.`, { safe, todo: 'Выберите номер из списка.' })
  if (order.pdf === 'link' && !/^https?:\/\/\S+$/.test(order.pdfLink))
    return failure('invalidInput', 'Не указан адрес PDF номера.', { safe, todo: 'Укажите адрес, начинающийся с https://.' })
  const id = mailingId(order.issue, order.channel)
  const before = mailings.get(id)
  const begun = [...outbox.rows.all().values()].some((row) => row.mailing === id)
  if (begun || (before && before.state !== 'draft'))
    return failure('conflict', 'Это письмо уже рассылается: менять его нельзя, иначе одни получат одно, другие другое.', {
      safe,
      todo: 'Дождитесь конца рассылки. Поправку разошлите отдельным материалом.',
    })
  const pages = Array.from({ length: issue.pages }, (_, at) => at + 1)
  const { stories, left } = await storiesOf(
    newsroom,
    placedOn(issue, pages).map((placed) => placed.id),
  )
  if (stories.length === 0)
    return failure('notApproved', `В номере ${order.issue} нет ни одного утверждённого материала.`, {
      safe,
      todo: 'Письмо составляется из утверждённых: сначала их утверждает главный редактор.',
    })
  const files = await filesOf(newsroom, order, id)
  if (!files.ok) return files
  const warnings = [
    ...(left.length === 0 ? [] : [`Не утверждены и в письмо не вошли: ${left.map(quoted).join(', ')}.`]),
    ...(stories.every(({ address }) => address === '')
      ? ['Ни у одного материала нет страницы на сайте: ссылок в письме не будет.']
      : []),
  ]
  const record: MailingRecord = {
    ...order,
    schemaVersion: 1,
    content: letterContent({
      subject: order.subject,
      intro: order.intro,
      stories,
      files: files.value.map(({ name }) => name),
      pdfLink: order.pdf === 'link' ? order.pdfLink : '',
    }),
    stories: stories.map(({ article, contentHash }) => ({ article, contentHash })),
    files: [...files.value],
    warnings,
    composedBy: publisher.value.id,
    composedAt: environment.now(),
    testedAt: null,
    testedTo: null,
    state: 'draft',
    pauseReason: null,
    waived: null,
  }
  await environment.files.makeFolder(join(newsroom.folder, 'mailings'))
  await mailings.put(id, record)
  newsroom.emit({ type: 'changed', feature: 'mailing', id })
  return success({ id })
}

/** Refusal of an address that no letter can go to; null for a good one. */
export const addressFailure = (address: string): Result<never> | null =>
  isMailAddress(address)
    ? null
    : failure('invalidInput', `«${address}» — не адрес почты.`, { safe, todo: 'Нужен адрес вида gazeta@eseur.ru.' })
