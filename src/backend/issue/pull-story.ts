import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Arrangement, PulledStory, PullRequest } from '../../shared/issue/api.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { PageZone } from '../../shared/issue/page-dummy.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdPulled, releasePulled } from '../publishing/hold-pulled.ts'
import { applyPlan, keepsSent } from '../signoff/guard-sent.ts'
import { plannedState } from '../signoff/standing.ts'
import { actOn } from '../workflow/act.ts'

/** Stories that are offered for a hole at most. */
const mostOffers = 8
/** A story fits a hole when it is no longer than this part of it: a little can be cut. */
const longest = 1.35

/** A page's plan without a story that it announced. */
const withoutTeaser = (zones: readonly PageZone[], article: string): PageZone[] =>
  zones.map((zone) => (zone.kind === 'teasers' ? { ...zone, articles: zone.articles.filter((id) => id !== article) } : zone))

/** What taking a story off does to the plan: its place, and with it its jump, and the teasers that name it. */
const planWithout = ({ placements, dummies }: Issue, article: string) => {
  const announcing = Object.entries(dummies).filter(([, { zones }]) =>
    zones.some((zone) => zone.kind === 'teasers' && zone.articles.includes(article)),
  )
  const change = {
    places: new Map([[article, null]]),
    dummies: new Map(announcing.map(([page, dummy]) => [page, { ...dummy, zones: withoutTeaser(dummy.zones, article) }])),
  }
  const replaced: Arrangement = {
    placements: { [article]: placements[article] ?? null },
    dummies: Object.fromEntries(announcing),
  }
  return { change, replaced }
}

/** Stories that wait and fit the hole, the nearest in length first. */
const offersFor = (newsroom: Newsroom, hole: number, charactersOfLine: number): PulledStory['offers'] => {
  const { cell } = newsroom.articles
  const ready = new Set(['filed', 'edited', 'proofread', 'approved'])
  return newsroom.articles
    .ids()
    .filter((id) => ready.has(cell(id, 'status')) && newsroom.issues.placeOf(id) === null)
    .map((id) => ({ article: id, headline: cell(id, 'headline'), lines: Math.ceil(cell(id, 'characters') / charactersOfLine) }))
    .filter(({ lines }) => lines <= hole * longest)
    .sort((a, b) => Math.abs(a.lines - hole) - Math.abs(b.lines - hole) || (a.article < b.article ? -1 : 1))
    .slice(0, mostOffers)
}

/** About as many characters as a line holds, where the story itself says nothing. */
const usualLine = 33

/**
 * Takes a placed story off its page and puts it aside as one action (rule W22): its place becomes a hole, its jump and
 * its teasers go, its deliveries wait, and signed pages that are other pages now are named.
 */
export const pullStory = async (
  newsroom: Newsroom,
  { issue: serial, article, action, remark }: PullRequest,
  person: string | null,
): Promise<Result<PulledStory>> => {
  const issue = await newsroom.issues.get(serial)
  const placement = issue?.placements[article]
  if (!issue || !placement)
    return failure('notFound', 'В этом номере такого материала нет.', {
      safe: 'Ничего не изменено.',
      todo: 'Откройте план номера.',
    })
  const { change, replaced } = planWithout(issue, article)
  const kept = await keepsSent(newsroom, issue, change)
  if (!kept.ok) return kept
  const { fits } = await layoutOf(newsroom, serial, 'current')
  const fit = fits.find((each) => each.article === article)
  const hole = fit ? Math.max(0, fit.lines - fit.overset) : 0
  const pages = Array.from({ length: issue.pages }, (_, at) => at + 1)
  const signed = pages.filter((page) => plannedState(newsroom, issue, page) === 'signed')
  const acted = await actOn(newsroom, action, [article], person, remark)
  if (!acted.ok) return acted
  await applyPlan(newsroom, serial, change)
  const held = await holdPulled(newsroom, article)
  const now = (await newsroom.issues.get(serial)) ?? issue
  newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  const characters = newsroom.articles.cell(article, 'characters')
  return success({
    ...{ page: placement.page, continuation: placement.continuation, hole, replaced, held: [...held] },
    offers: offersFor(newsroom, hole, fit && fit.lines > 0 ? characters / fit.lines : usualLine),
    voided: signed.filter((page) => plannedState(newsroom, now, page) !== 'signed'),
  })
}

/** Puts a pulled story back as it was: its state, its place where that is still free, and its deliveries. */
export const putBack = async (
  newsroom: Newsroom,
  {
    issue: serial,
    article,
    action,
    replaced,
    held,
  }: {
    readonly issue: string
    readonly article: string
    readonly action: PullRequest['action']
    readonly replaced: Arrangement
    readonly held: readonly string[]
  },
  person: string | null,
): Promise<Result<Record<string, never>>> => {
  const issue = await newsroom.issues.get(serial)
  if (!issue) return failure('notFound', `Номера ${serial} нет в этой редакции.`, { safe: 'Ничего не изменено.' })
  const change = {
    places: new Map(Object.entries(replaced.placements)),
    dummies: new Map(Object.entries(replaced.dummies)),
  }
  const kept = await keepsSent(newsroom, issue, change)
  if (!kept.ok) return kept
  const acted = await actOn(newsroom, action === 'spike' ? 'restore' : 'resume', [article], person, '')
  if (!acted.ok) return acted
  await applyPlan(newsroom, serial, change)
  await releasePulled(newsroom, held)
  newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  return success({})
}

/** Puts another story into the place of one, with its zone, its order and its jump; the one before waits for another place. */
export const fillHole = async (
  newsroom: Newsroom,
  {
    issue: serial,
    place,
    article,
  }: { readonly issue: string; readonly place: Arrangement['placements']; readonly article: string },
): Promise<Result<Record<string, never>>> => {
  const issue = await newsroom.issues.get(serial)
  const [[former, placement] = []] = Object.entries(place)
  if (!issue || former === undefined || !placement)
    return failure('notFound', 'Такого места в номере нет.', { safe: 'Ничего не изменено.' })
  if (!newsroom.articles.has(article) || newsroom.issues.placeOf(article) !== null)
    return failure('conflict', 'Этот материал уже стоит в номере, или его нет.', {
      safe: 'Ничего не изменено.',
      todo: 'Выберите другой из неразмещённых.',
    })
  const places = new Map([[article, placement], ...(issue.placements[former] ? [[former, null] as const] : [])])
  const change = { places }
  const kept = await keepsSent(newsroom, issue, change)
  if (!kept.ok) return kept
  await applyPlan(newsroom, serial, change)
  newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  return success({})
}
