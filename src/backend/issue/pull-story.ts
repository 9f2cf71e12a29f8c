import type { IssueLayout } from '../../layout/input.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Arrangement, PullAction, PulledStory, PullRequest } from '../../shared/issue/api.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { PageDummy, PageZone } from '../../shared/issue/page-dummy.ts'
import type { Placement } from '../../shared/issue/placement.ts'
import type { ArticleStatus } from '../../shared/workflow/states.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { holdPulled } from '../publishing/hold-pulled.ts'
import { applyPlan, keepsSent, type PlanChange } from '../signoff/guard-sent.ts'
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

const isOut = ({ status }: Pick<Issue, 'status'>): boolean => status === 'published' || status === 'archived'

/** One story of an issue that is to leave its page. */
interface Leaving {
  readonly article: string
  readonly placement: Placement
  readonly replaced: Arrangement
}

/** All that is to leave one issue at once: what becomes of its plan, and what it was before. */
interface Departure {
  readonly issue: Issue
  readonly stories: readonly Leaving[]
  readonly change: PlanChange
  readonly layout: IssueLayout
  /** Pages with a signature that holds. */
  readonly signed: readonly number[]
}

const signedPages = (newsroom: Newsroom, issue: Issue): readonly number[] =>
  Array.from({ length: issue.pages }, (_, at) => at + 1).filter((page) => plannedState(newsroom, issue, page) === 'signed')

/** What taking these stories off does to their issue; refused where a page at the printer would be another one. */
const prepare = async (newsroom: Newsroom, serial: string, articles: readonly string[]): Promise<Result<Departure | null>> => {
  const issue = await newsroom.issues.get(serial)
  // What stands in an issue that is out stays there: it was printed.
  if (!issue || isOut(issue)) return success(null)
  const stories: Leaving[] = []
  const places = new Map<string, null>()
  const dummies = new Map<string, PageDummy>()
  for (const article of articles) {
    const placement = issue.placements[article]
    if (!placement) continue
    const { change, replaced } = planWithout({ ...issue, dummies: { ...issue.dummies, ...Object.fromEntries(dummies) } }, article)
    places.set(article, null)
    for (const [page, dummy] of change.dummies) dummies.set(page, dummy)
    stories.push({ article, placement, replaced })
  }
  const change = { places, dummies }
  const kept = await keepsSent(newsroom, issue, change)
  if (!kept.ok) return kept
  const layout = await layoutOf(newsroom, serial, 'current')
  return success({ issue, stories, change, layout, signed: signedPages(newsroom, issue) })
}

const describe = async (newsroom: Newsroom, departure: Departure, story: Leaving): Promise<PulledStory> => {
  const { issue, layout, signed } = departure
  const { article, placement, replaced } = story
  const fit = layout.fits.find((each) => each.article === article)
  const hole = fit ? Math.max(0, fit.lines - fit.overset) : 0
  const characters = newsroom.articles.cell(article, 'characters')
  const now = (await newsroom.issues.get(issue.serial)) ?? issue
  const held = await holdPulled(newsroom, article)
  return {
    ...{ issue: issue.serial, page: placement.page, continuation: placement.continuation, hole, replaced, held: [...held] },
    offers: offersFor(newsroom, hole, fit && fit.lines > 0 ? characters / fit.lines : usualLine),
    voided: signed.filter((page) => plannedState(newsroom, now, page) !== 'signed'),
  }
}

/** An article that was put aside, and what it left on its page where it stood on one. */
export interface PutAside {
  readonly article: string
  readonly status: ArticleStatus
  readonly pulled?: PulledStory
}

/**
 * Puts articles aside as one action (rules W8, W22), whoever asks and from wherever: those that stand on a page leave
 * it, their place becomes a hole, their jumps and teasers go, and signed pages that are other pages now are named. What
 * is queued of any of them waits.
 */
export const putAside = async (
  newsroom: Newsroom,
  { action, articles, remark }: { readonly action: PullAction; readonly articles: readonly string[]; readonly remark: string },
  person: string | null,
): Promise<Result<readonly PutAside[]>> => {
  const departures: Departure[] = []
  for (const serial of new Set(articles.flatMap((id) => newsroom.issues.placeOf(id)?.issue ?? []))) {
    const own = articles.filter((id) => newsroom.issues.placeOf(id)?.issue === serial)
    const departure = await prepare(newsroom, serial, [...new Set(own)])
    if (!departure.ok) return departure
    if (departure.value) departures.push(departure.value)
  }
  const acted = await actOn(newsroom, action, articles, person, remark)
  if (!acted.ok) return acted
  const left = new Map<string, PulledStory>()
  for (const departure of departures) {
    const { serial } = departure.issue
    await applyPlan(newsroom, serial, { ...departure.change, by: person })
    for (const story of departure.stories) left.set(story.article, await describe(newsroom, departure, story))
    newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  }
  for (const { article } of acted.value) if (!left.has(article)) await holdPulled(newsroom, article)
  return success(
    acted.value.map((each) => {
      const pulled = left.get(each.article)
      return pulled ? { ...each, pulled } : each
    }),
  )
}

/** Takes a story off its page in this issue and puts it aside (rule W22). */
export const pullStory = async (
  newsroom: Newsroom,
  { issue, article, action, remark }: PullRequest,
  person: string | null,
): Promise<Result<PulledStory>> => {
  const notThere = failure('notFound', 'В этом номере такого материала нет, или номер уже вышел.', {
    safe: 'Ничего не изменено.',
    todo: 'Откройте план номера.',
  })
  const entry = newsroom.issues.entry(issue)
  if (!entry || isOut(entry) || newsroom.issues.placeOf(article)?.issue !== issue) return notThere
  const done = await putAside(newsroom, { action, articles: [article], remark }, person)
  if (!done.ok) return done
  const pulled = done.value[0]?.pulled
  return pulled ? success(pulled) : notThere
}
