import { failure, type Result, success } from '../../shared/api/result.ts'
import { contentFor, photosOf, textOf } from '../../shared/article/content.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { counted } from '../../shared/language/plural.ts'
import { quoted } from '../../shared/language/quoted.ts'
import type { Newsroom } from '../newsroom.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { signatureComplaint } from '../workflow/signing.ts'

/** An article on one of the exported pages, as messages call it. */
interface Placed {
  readonly id: string
  readonly page: number
}

/** As much of a headline as a message has room for. */
const longestName = 60

/** Headline of an article for a message. */
export const articleName = (newsroom: Newsroom, id: string): string => {
  const written = newsroom.articles.entry(id)?.headline.trim() || 'без заголовка'
  return quoted(written.length > longestName ? `${written.slice(0, longestName - 1).trimEnd()}…` : written)
}

/** The articles that stand on these pages, wholly or with their continuation, in order of pages. */
export const placedOn = (issue: Issue, pages: readonly number[]): readonly Placed[] => {
  const chosen = new Set(pages)
  return Object.entries(issue.placements)
    .filter(([, { page, continuation }]) => chosen.has(page) || (continuation !== null && chosen.has(continuation)))
    .map(([id, { page }]) => ({ id, page }))
    .sort((a, b) => a.page - b.page || (a.id < b.id ? -1 : 1))
}

type Standing = 'approved' | 'notApproved' | 'changed' | 'unsigned' | 'unreadable'

/** What may be said of an article's present content: approved as it is, or why it may not leave the house. */
export const standingOf = async (newsroom: Newsroom, id: string): Promise<Standing> => {
  if (!newsroom.articles.has(id)) return 'unreadable'
  const record = await newsroom.workflow.get(id)
  const approval = record?.approvals.at(-1)
  if (!record || !approval || (record.status !== 'approved' && record.status !== 'published')) return 'notApproved'
  // The frozen content must be the one that was signed for, and the present one the same.
  const intact = contentHash(approval.content) === approval.contentHash
  if (signatureComplaint(newsroom, id, approval) !== null) return 'unsigned'
  const unchanged = contentHash(await newsroom.articles.content(id)) === approval.contentHash && !record.changedAfterApproval
  return intact && unchanged ? 'approved' : 'changed'
}

const shown = 8
const naming = (newsroom: Newsroom, articles: readonly Placed[]): string => {
  const names = articles.slice(0, shown).map(({ id, page }) => `${articleName(newsroom, id)} (с. ${page})`)
  const more = articles.length - names.length
  return names.join(', ') + (more > 0 ? ` и ещё ${more}` : '')
}

const safe = 'Файл не записан, прежний не изменён.'
const draft = 'или запишите черновик'

/**
 * The one rule for everything that leaves the house: succeeds when every article on these pages is approved and
 * unchanged since; otherwise names those that are not.
 */
export const checkReleased = async (newsroom: Newsroom, issue: Issue, pages: readonly number[]): Promise<Result<null>> => {
  const standings = new Map<Standing, Placed[]>()
  for (const placed of placedOn(issue, pages)) {
    const standing = await standingOf(newsroom, placed.id)
    standings.set(standing, [...(standings.get(standing) ?? []), placed])
  }
  const unreadable = standings.get('unreadable') ?? []
  if (unreadable.length > 0)
    return failure(
      'damaged',
      `На полосах стоят материалы, которые не читаются: ${unreadable.map(({ id, page }) => `${id} (с. ${page})`).join(', ')}.`,
      {
        safe,
        todo: 'Проверьте папку командой «newsroom check» или снимите их с полос.',
      },
    )
  const notApproved = standings.get('notApproved') ?? []
  const unsigned = standings.get('unsigned') ?? []
  if (unsigned.length > 0)
    return failure('notApproved', `Нельзя выпустить: подпись под утверждением не действует: ${naming(newsroom, unsigned)}.`, {
      safe,
      todo: `Пусть главный редактор утвердит их ещё раз ${draft}. Что не так с подписью, видно в материале.`,
    })
  const changed = standings.get('changed') ?? []
  const changedToo = `После подписи ${changed.length === 1 ? 'изменён материал' : 'изменены материалы'}: ${naming(newsroom, changed)}.`
  if (notApproved.length > 0) {
    const count = counted(notApproved.length, 'материал', 'материала', 'материалов')
    const what = `Нельзя выпустить: не утверждено — ${count}: ${naming(newsroom, notApproved)}.`
    return failure('notApproved', changed.length > 0 ? `${what} ${changedToo}` : what, {
      safe,
      todo: `Пусть главный редактор утвердит их, снимите их с полос ${draft}.`,
    })
  }
  if (changed.length > 0)
    return failure('changedAfterApproval', `Нельзя выпустить. ${changedToo}`, {
      safe,
      todo: `Пусть главный редактор утвердит их ещё раз ${draft}.`,
    })
  return success(null)
}

/** Are the files of all the photos there that the approved content of these pages names? The layout leaves missing ones out. */
export const checkPhotos = async (newsroom: Newsroom, issue: Issue, pages: readonly number[]): Promise<Result<null>> => {
  for (const { id, page } of placedOn(issue, pages)) {
    const content = (await newsroom.workflow.get(id))?.approvals.at(-1)?.content
    const missing =
      content && photosOf(contentFor(content, 'print')).find(({ attrs }) => newsroom.media.get(attrs.media) === null)
    if (!missing) continue
    const caption = textOf(missing.content).trim()
    const named = caption ? ` «${caption}»` : ''
    return failure('damaged', `Полоса ${page}: в материале ${articleName(newsroom, id)} нет файла снимка${named}.`, {
      safe,
      todo: 'Добавьте снимок ещё раз или уберите его из материала и утвердите материал снова.',
      reference: missing.attrs.media,
    })
  }
  return success(null)
}
