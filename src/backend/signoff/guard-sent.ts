import { failure, type Result, success } from '../../shared/api/result.ts'
import { type Issue, isDone } from '../../shared/issue/issue.ts'
import type { PageDummy } from '../../shared/issue/page-dummy.ts'
import type { Placement } from '../../shared/issue/placement.ts'
import type { Publication } from '../../shared/settings/settings.ts'
import { frozenPage, type SentPage } from '../../shared/signoff/record.ts'
import { layOutPlanned, layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { stampedLine } from './imprint.ts'
import { displayOf, drawnHash } from './page-content.ts'
import { noteChangedPages } from './watch.ts'

/** Changes of an issue's plan: places of articles and plans of pages by number; null takes away. */
export interface PlanChange {
  readonly places: ReadonlyMap<string, Placement | null>
  readonly dummies?: ReadonlyMap<string, PageDummy | null>
  /** Who asks for it, for the history; null where nobody said. */
  readonly by?: string | null
}

const applied = <T>(
  present: Readonly<Record<string, T>>,
  changes: ReadonlyMap<string, T | null>,
): Readonly<Record<string, T>> => {
  const next = new Map(Object.entries(present))
  for (const [key, value] of changes)
    if (value === null) next.delete(key)
    else next.set(key, value)
  return Object.fromEntries(next)
}

/** The pages of an issue that are at the printer. */
export const frozenPages = (newsroom: Newsroom, serial: string): readonly SentPage[] => {
  const record = newsroom.signOffs.of(serial)
  return [...new Set(record.sent.map(({ page }) => page))].sort((a, b) => a - b).flatMap((page) => frozenPage(record, page) ?? [])
}

/** The refusal of what would change pages that are at the printer. */
export const frozenFailure = (serial: string, frozen: readonly SentPage[], what: string): Result<never> => {
  const [first] = frozen
  const names = frozen.map(({ page }) => page).join(', ')
  return failure(
    'conflict',
    `${frozen.length === 1 ? `Полоса ${names} номера ${serial} уже` : `Полосы ${names} номера ${serial} уже`} в типографии (${first?.file ?? ''}): ${what}.`,
    { safe: 'Ничего не изменено.', todo: 'Оставьте как есть или начните замену полосы в разделе «На подпись».' },
  )
}

/** Refuses a change of the plan that would have a page at the printer look otherwise, and names the page (rule W20). */
export const keepsSent = async (newsroom: Newsroom, issue: Issue, change: PlanChange): Promise<Result<null>> => {
  const frozen = frozenPages(newsroom, issue.serial)
  if (frozen.length === 0) return success(null)
  const next: Issue = {
    ...issue,
    placements: applied(issue.placements, change.places),
    dummies: applied(issue.dummies, change.dummies ?? new Map()),
  }
  const before = await layoutOf(newsroom, issue.serial, 'current')
  const after = await layOutPlanned(newsroom, next)
  const line = stampedLine(newsroom, issue)
  const changed = frozen.filter(
    ({ page }) => drawnHash(displayOf(before, page), line) !== drawnHash(displayOf(after, page), line),
  )
  return changed.length === 0 ? success(null) : frozenFailure(issue.serial, changed, 'это изменило бы её')
}

/**
 * Refuses facts of the publication (its name, imprint, addresses) with which a page at the printer would look otherwise,
 * and names the page (rule W24). Issues that are done keep what they were printed with and are not asked.
 */
export const keepsSentUnder = async (newsroom: Newsroom, publication: Publication): Promise<Result<null>> => {
  const settings = { ...newsroom.settings, get: () => ({ ...newsroom.settings.get(), publication }) }
  const { style, storyAddress } = newsroom.settings.get().publication
  const imagined: Newsroom = { ...newsroom, settings }
  for (const entry of newsroom.issues.entries()) {
    const frozen = isDone(entry) ? [] : frozenPages(newsroom, entry.serial)
    const issue = frozen.length > 0 ? await newsroom.issues.get(entry.serial) : null
    if (!issue) continue
    const before = await layoutOf(newsroom, issue.serial, 'current')
    // Its style and the addresses in its codes stay with an issue that has a page at the printer.
    const after = await layOutPlanned(imagined, { ...issue, look: issue.look ?? { style, storyAddress } })
    const changed = frozen.filter(
      ({ page }) =>
        drawnHash(displayOf(before, page), stampedLine(newsroom, issue)) !==
        drawnHash(displayOf(after, page), stampedLine(imagined, issue)),
    )
    if (changed.length > 0) return frozenFailure(issue.serial, changed, 'с такими выходными данными она была бы другой')
  }
  return success(null)
}

/** Changes the plan of an issue, which must have been asked for by `keepsSent`; signed pages it changes are remembered. */
export const applyPlan = async (newsroom: Newsroom, serial: string, { places, dummies, by }: PlanChange): Promise<void> => {
  const before = newsroom.issues.entry(serial)?.pageOf ?? new Map<string, number>()
  await newsroom.issues.place(serial, places, dummies)
  const moves = [...places].flatMap(([article, place]) => {
    const [from, to] = [before.get(article) ?? null, place?.page ?? null]
    return from === to ? [] : [{ article, headline: newsroom.articles.cell(article, 'headline'), from, to }]
  })
  const pages = [...(dummies?.keys() ?? [])].map(Number)
  await newsroom.planHistory.add(serial, { at: newsroom.environment.now(), person: by ?? null, moves, pages })
  await noteChangedPages(newsroom, [serial])
}

/** Changes the plan of an issue where no page at the printer would look otherwise. */
export const changePlan = async (newsroom: Newsroom, serial: string, change: PlanChange): Promise<Result<null>> => {
  const issue = await newsroom.issues.get(serial)
  if (issue) {
    const kept = await keepsSent(newsroom, issue, change)
    if (!kept.ok) return kept
  }
  await applyPlan(newsroom, serial, change)
  return success(null)
}

/** The page at the printer that bears an advert; null where there is none. */
export const sentWithAdvert = (newsroom: Newsroom, advert: string): Result<never> | null => {
  for (const { serial } of newsroom.issues.entries()) {
    const { pages } = newsroom.signOffs.of(serial)
    const bearing = frozenPages(newsroom, serial).filter(({ contentHash }) =>
      pages.some(
        (signing) => signing.contentHash === contentHash && signing.content.adverts.some((each) => each.advert === advert),
      ),
    )
    if (bearing.length > 0) return frozenFailure(serial, bearing, 'на ней стоит эта реклама')
  }
  return null
}
