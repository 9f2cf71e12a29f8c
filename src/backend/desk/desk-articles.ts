import type { PrintedPlace } from '../../shared/correction/correction.ts'
import type { DeskArticle, DeskIssue, WaitingVariant } from '../../shared/desk/item.ts'
import type { CalendarRecord } from '../calendar/calendar-store.ts'
import { pressTimeOf } from '../calendar/press-time.ts'
import type { Newsroom } from '../newsroom.ts'
import { isChangedAfterApproval } from '../workflow/act.ts'

const fromNumber = (cell: number): number | null => (Number.isNaN(cell) ? null : cell)

/** What desks are made of, kept from one question to the next. */
export interface DeskArticles {
  /**
   * The articles that are not out or spiked, and those that are but changed since or have a variant that waits: from the
   * catalog, no document is read.
   */
  articles(variants?: ReadonlyMap<string, WaitingVariant>): readonly DeskArticle[]
  issues(): ReadonlyMap<string, DeskIssue>
}

const opened = new WeakMap<Newsroom, DeskArticles>()

/** What the desks of an open newsroom are made of; every part that asks looks at the same. */
export const deskArticlesOf = (newsroom: Newsroom): DeskArticles => {
  const known = opened.get(newsroom) ?? openDeskArticles(newsroom)
  opened.set(newsroom, known)
  return known
}

const openDeskArticles = (newsroom: Newsroom): DeskArticles => {
  const { articles, issues, calendar } = newsroom
  const known = new Map<string, DeskArticle>()
  const changed = new Set<string>()
  let whole: readonly DeskArticle[] | null = null
  let read = false
  let times: { readonly calendar: CalendarRecord; readonly issues: ReadonlyMap<string, DeskIssue> } | null = null
  articles.subscribe((id) => {
    changed.add(id)
    whole = null
  })
  issues.subscribe(() => {
    read = false
    whole = null
    times = null
  })

  const articleOf = (id: string, variant: WaitingVariant | null = null): DeskArticle | null => {
    const { cell } = articles
    const status = cell(id, 'status')
    if (!cell(id, 'hasText') || status === 'spiked') return null
    const changedAfterApproval = isChangedAfterApproval(newsroom, id)
    if (status === 'published' && !changedAfterApproval && variant === null) return null
    const place = issues.placeOf(id)
    const action = cell(id, 'lastAction')
    return {
      ...{ id, status, changedAfterApproval, variant },
      corrects: null,
      headline: cell(id, 'headline'),
      rubric: cell(id, 'rubric'),
      people: cell(id, 'people'),
      last:
        action === ''
          ? null
          : { action, person: cell(id, 'lastPerson') || null, at: cell(id, 'lastAt'), remark: cell(id, 'lastRemark') },
      issue: place?.issue ?? (cell(id, 'meantFor') || null),
      page: place?.page ?? null,
      characters: cell(id, 'characters'),
      lines: fromNumber(cell(id, 'lines')),
      photos: cell(id, 'photos'),
      asksPhotos: cell(id, 'asksPhotos'),
      deadline: fromNumber(cell(id, 'deadline')),
      editDue: fromNumber(cell(id, 'editDue')),
      proofreadDue: fromNumber(cell(id, 'proofreadDue')),
      layoutDue: fromNumber(cell(id, 'layoutDue')),
    }
  }

  /** What the notices in print put right, by the article they are. */
  const printedNotices = (): ReadonlyMap<string, PrintedPlace> =>
    new Map(
      [...newsroom.corrections.all().values()].flatMap(({ print }) => {
        if (!print || print.notice === null || !articles.has(print.notice)) return []
        const { notice, ...place } = print
        return [[notice, place] as const]
      }),
    )

  const refresh = (id: string): void => {
    const article = articleOf(id)
    if (article) known.set(id, article)
    else known.delete(id)
  }

  return {
    articles: (variants = new Map()) => {
      if (!read) {
        known.clear()
        for (const id of articles.ids()) refresh(id)
      } else for (const id of changed) refresh(id)
      read = true
      changed.clear()
      whole ??= [...known.values()]
      const notices = printedNotices()
      if (variants.size === 0 && notices.size === 0) return whole
      const special = new Set([...variants.keys(), ...notices.keys()])
      return [
        ...whole.filter(({ id }) => !special.has(id)),
        ...[...special].flatMap((id) => {
          const article = articleOf(id, variants.get(id) ?? null)
          return article ? [{ ...article, corrects: notices.get(id) ?? null }] : []
        }),
      ]
    },
    issues: () => {
      const now = calendar.get()
      if (times?.calendar === now) return times.issues
      const made = new Map(
        issues.entries().map(({ serial, plannedFor, status }) => [
          serial,
          {
            serial,
            pressTime: pressTimeOf(newsroom, { serial, plannedFor }),
            isOut: status === 'atPrinter' || status === 'published' || status === 'archived',
          },
        ]),
      )
      times = { calendar: now, issues: made }
      return made
    },
  }
}
