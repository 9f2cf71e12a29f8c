import { join, resolve } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { dayOf } from '../../shared/calendar/day.ts'
import type { NoticeOutcome } from '../../shared/export/api.ts'
import { inOrder } from '../../shared/issue/placement.ts'
import type { PageDisplay } from '../../shared/layout/display.ts'
import { fileFailure } from '../file-failure.ts'
import { facesOf, printDate } from '../layout/layout-service.ts'
import { readStory } from '../layout/layout-stories.ts'
import { publishedAddresses } from '../layout/story-address.ts'
import { rightsComplaint, rightsTodo } from '../media/rights-complaint.ts'
import type { Newsroom } from '../newsroom.ts'
import { draftWord, readFonts, readyPage } from './compose-files.ts'
import { articleName, standingOf } from './release.ts'
import { checkPath } from './target-file.ts'
import { writeBeside } from './write-beside.ts'

/** Sheets of one story, or of all that begin on a page of an issue. */
export type NoticeSubject =
  | { readonly kind: 'article'; readonly article: string }
  | { readonly kind: 'page'; readonly issue: string; readonly page: number }

export interface NoticeRequest {
  readonly subject: NoticeSubject
  readonly file: string | null
  readonly draft: boolean
}

/** The story's own page on the web where it has come out there, the latest first; the portal otherwise. */
const addressOf = (newsroom: Newsroom, article: string): string =>
  publishedAddresses(newsroom).get(article) ?? newsroom.settings.get().publication.portal

const refusal = async (newsroom: Newsroom, id: string): Promise<Result<null>> => {
  const standing = await standingOf(newsroom, id)
  if (standing === 'approved') return success(null)
  const why =
    standing === 'changed'
      ? 'изменён после подписи'
      : standing === 'unsigned'
        ? 'утверждён, но подпись не действует'
        : 'не утверждён'
  return failure(
    standing === 'changed' ? 'changedAfterApproval' : 'notApproved',
    `Материал ${articleName(newsroom, id)} ${why}.`,
    {
      safe: 'Файл не записан.',
      todo: 'Пусть главный редактор утвердит его, или сделайте лист с пометкой «черновик».',
    },
  )
}

const numberLine = (newsroom: Newsroom, article: string): string => {
  const place = newsroom.issues.placeOf(article)
  const issue = place && newsroom.issues.entry(place.issue)
  return issue ? `№ ${issue.serial}, ${printDate(issue.plannedFor).replace(/,[^,]*$/, '')}` : ''
}

/** How to join, and what the code is for. */
const invitationTo = (joinAddress: string): string => {
  const how =
    joinAddress === ''
      ? 'Спросите в своей первичной организации.'
      : `Заявление подают через онлайн-сервис: ${joinAddress.replace(/^https?:\/\//, '').replace(/\/$/, '')}.`
  return `${how} Вся история и другие новости — на сайте: наведите камеру на код.`
}

/** What is to hang on the board: stories in their order, the name of the file, and what its title says. */
interface Board {
  readonly articles: readonly string[]
  readonly base: string
  readonly title: string
}

const boardOf = async (newsroom: Newsroom, subject: NoticeSubject): Promise<Result<Board>> => {
  if (subject.kind === 'article') {
    const { article } = subject
    if (!newsroom.articles.has(article))
      return failure('notFound', `Материала ${article} нет в этой редакции.`, { todo: 'Выберите материал из списка.' })
    return success({
      articles: [article],
      base: `stend-${article.slice(0, 8)}`,
      title: articleName(newsroom, article),
    })
  }
  const issue = await newsroom.issues.get(subject.issue)
  if (!issue) return failure('notFound', `Номера ${subject.issue} нет в этой редакции.`, { todo: 'Выберите номер из списка.' })
  const { page } = subject
  const placed = Object.entries(issue.placements).map(([id, placement]) => ({ id, placement }))
  const articles = inOrder(placed.filter(({ id, placement }) => placement.page === page && newsroom.articles.has(id)))
  if (articles.length === 0)
    return failure('notFound', `На полосе ${page} номера ${issue.serial} материалов нет: вешать на стенд нечего.`, {
      safe: 'Файл не записан.',
      todo: 'Выберите другую полосу.',
    })
  return success({
    articles: articles.map(({ id }) => id),
    base: `stend-${issue.serial.replace(/[^0-9A-Za-z]+/g, '-').replace(/-$/, '')}-${page}`,
    title: `№ ${issue.serial}, полоса ${page}`,
  })
}

/** The sheets of one story, the first of them numbered `first`, or why it can't hang on a board. */
const sheetsOf = async (
  newsroom: Newsroom,
  article: string,
  draft: boolean,
  first: number,
): Promise<Result<readonly PageDisplay[]>> => {
  if (!draft) {
    const released = await refusal(newsroom, article)
    if (!released.ok) return released
  }
  const { publication } = newsroom.settings.get()
  const story = await readStory(newsroom, article, draft ? 'current' : 'approved')
  const { layOutNotice } = await import('../../layout/notice/lay-out-notice.ts')
  const { sheets, overset } = layOutNotice(
    story.input,
    {
      name: publication.name,
      number: numberLine(newsroom, article),
      address: addressOf(newsroom, article),
      call: 'Вступить в Профсоюз!',
      invitation: invitationTo(publication.joinAddress),
    },
    publication.style,
    await facesOf(newsroom),
    first,
  )
  if (overset > 0)
    return failure('invalidInput', `Материал ${articleName(newsroom, article)} не помещается на ${sheets.length} листов.`, {
      safe: 'Файл не записан.',
      todo: 'Сократите его: на стенде столько не прочтут.',
    })
  const pictures = sheets.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'image' ? [item.media] : [])))
  const day = dayOf(newsroom.environment.now())
  const rights = draft ? null : rightsComplaint(newsroom, story.told.content, { media: pictures, use: 'print', day })
  if (rights !== null)
    return failure('preflight', `Вешать на стенд нельзя: ${rights}.`, {
      safe: 'Файл не записан.',
      todo: `${rightsTodo} Лист с пометкой «черновик» сделать можно.`,
    })
  return success(sheets)
}

/**
 * Writes a story, or those of a page one after the other, as sheets for a notice board. Final ones take the approved
 * content, as everything that leaves the house; a draft takes the content as it stands and says so.
 */
export const writeNotice = async (
  newsroom: Newsroom,
  { subject, file, draft }: NoticeRequest,
): Promise<Result<NoticeOutcome>> => {
  const board = await boardOf(newsroom, subject)
  if (!board.ok) return board
  const { articles, base, title } = board.value
  const path = await checkPath(
    newsroom,
    file === null ? join(newsroom.folder, 'exports', `${base}${draft ? '-draft' : ''}.pdf`) : resolve(file),
  )
  if (!path.ok) return path
  const sheets: PageDisplay[] = []
  for (const article of articles) {
    const made = await sheetsOf(newsroom, article, draft, sheets.length + 1)
    if (!made.ok) return made
    sheets.push(...made.value)
  }
  const { publication } = newsroom.settings.get()
  const { openPdf } = await import('./pdf/write-pdf.ts')
  const writer = openPdf({
    facts: {
      title: `${title} — ${publication.name}`,
      author: publication.name,
      date: new Date(newsroom.environment.now()),
    },
    mark: draft ? draftWord : null,
    fonts: await readFonts(newsroom),
    print: null,
    pages: sheets,
  })
  const chunks: Uint8Array[] = []
  for (const sheet of sheets) {
    const ready = await readyPage(newsroom, sheet, { target: 'office' }, undefined)
    if (!ready.ok) return ready
    chunks.push(...writer.addPage(ready.value.display, ready.value.pictures))
  }
  chunks.push(...writer.finish())
  const bytes = Buffer.concat(chunks)
  try {
    const written = await writeBeside(newsroom.environment, path.value, async (write) => success(await write(bytes)))
    if (!written.ok) return written
  } catch (error) {
    const known = fileFailure(error)
    if (known) return known
    throw error
  }
  const [only] = articles
  const address = articles.length === 1 && only !== undefined ? addressOf(newsroom, only) : publication.portal
  return success({ file: path.value, sheets: sheets.length, bytes: bytes.length, draft, address })
}
