import { plainText } from '../../shared/article/content.ts'
import { authorsOf, type DeskArticle } from '../../shared/desk/item.ts'
import { isDone } from '../../shared/issue/issue.ts'
import { compareTexts } from '../../shared/signoff/compare-texts.ts'
import type { Waiting, WaitingArticle } from '../../shared/signoff/queue.ts'
import { approvers } from '../../shared/workflow/transitions.ts'
import { deskArticlesOf } from '../desk/desk-articles.ts'
import { findPrinter } from '../export/printers.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { findOnPages, settleFindings } from '../preflight/findings.ts'
import { hasVariantsToApprove } from '../variant/approved-variant.ts'
import { variantsOf } from '../variant/variant-store.ts'
import { plannedState } from './standing.ts'

/** Letters of a text that nobody has seen yet, UTF-16 units: enough for a story of a page. */
const shownText = 20_000

const settled: ReadonlySet<string> = new Set(['proofread', 'approved', 'published'])

const blank = { article: null, issue: null, page: null, headline: '', characters: 0, changed: false, due: null } as const

const ofArticle = (kind: 'correction' | 'article' | 'variants', article: DeskArticle, due: number | null): Waiting => ({
  ...{ ...blank, kind, due, article: article.id, issue: article.issue, page: article.page },
  id: `${kind} ${article.id}`,
  headline: article.headline,
  characters: article.characters,
  changed: article.changedAfterApproval,
  people: [...authorsOf(article)],
})

/** Approved articles with something for a channel that their approval does not cover. */
const withVariants = async (newsroom: Newsroom, articles: ReadonlyMap<string, DeskArticle>): Promise<readonly DeskArticle[]> => {
  const found: DeskArticle[] = []
  for (const id of new Set([...newsroom.variants.all().values()].map(({ article }) => article))) {
    const article = articles.get(id)
    if (article?.status !== 'approved' || article.changedAfterApproval) continue
    const last = (await newsroom.workflow.get(id))?.approvals.at(-1)
    if (last && hasVariantsToApprove(newsroom, id, last)) found.push(article)
  }
  return found
}

/** Pages whose stories are ready and which are not signed, and issues of which only the signature is missing. */
const pagesOf = async (newsroom: Newsroom, dueOf: (serial: string) => number | null): Promise<readonly Waiting[]> => {
  const waiting: Waiting[] = []
  for (const entry of newsroom.issues.entries()) {
    const issue = isDone(entry) || entry.pageOf.size === 0 ? null : await newsroom.issues.get(entry.serial)
    if (!issue) continue
    const due = dueOf(issue.serial)
    const states = Array.from({ length: issue.pages }, (_, at) => plannedState(newsroom, issue, at + 1))
    for (const [at, state] of states.entries()) {
      const page = at + 1
      const stories = Object.entries(issue.placements).filter(([, placement]) => placement.page === page)
      const ready = stories.every(([id]) => settled.has(newsroom.articles.cell(id, 'status')))
      if (state === 'signed' || state === 'sent' || stories.length === 0 || !ready) continue
      waiting.push({
        ...blank,
        people: [],
        id: `page ${issue.serial} ${page}`,
        kind: 'page',
        issue: issue.serial,
        page,
        due,
        changed: state !== 'open',
      })
    }
    if (states.every((state) => state === 'signed' || state === 'sent'))
      waiting.push({ ...blank, people: [], id: `issue ${issue.serial}`, kind: 'issue', issue: issue.serial, due })
  }
  return waiting
}

const order = ['correction', 'article', 'variants', 'page', 'issue']

/** A notice is put before the chief as soon as somebody has written it: the next issue owes it. */
const written: ReadonlySet<string> = new Set(['filed', 'edited', 'proofread'])

/** Everything that waits for this person's signature; nothing for those who do not sign. */
export const readQueue = async (newsroom: Newsroom, person: string | null): Promise<readonly Waiting[]> => {
  const member = newsroom.staff().find(({ id, dismissedAt }) => id === person && dismissedAt === undefined)
  if (!member?.roles.some((role) => approvers.includes(role))) return []
  const desk = deskArticlesOf(newsroom)
  const issues = desk.issues()
  const dueOf = (serial: string | null) => (serial === null ? null : (issues.get(serial)?.pressTime ?? null))
  const articles = new Map(desk.articles().map((article) => [article.id, article]))
  const waits = ({ status, changedAfterApproval, issue, corrects }: DeskArticle) =>
    (status === 'proofread' || changedAfterApproval || (corrects !== null && written.has(status))) &&
    !(issue !== null && issues.get(issue)?.isOut)
  const items = [
    ...[...articles.values()]
      .filter(waits)
      .map((article) => ofArticle(article.corrects === null ? 'article' : 'correction', article, dueOf(article.issue))),
    ...(await withVariants(newsroom, articles)).map((article) => ofArticle('variants', article, dueOf(article.issue))),
    ...(await pagesOf(newsroom, dueOf)),
  ]
  return items.sort(
    (a, b) =>
      (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER) ||
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      (a.page ?? 999) - (b.page ?? 999) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** The preflight's findings about one article on its page. */
const findingsOn = async (
  newsroom: Newsroom,
  serial: string,
  page: number,
  article: string,
): Promise<WaitingArticle['findings']> => {
  const issue = await newsroom.issues.get(serial)
  const printer = findPrinter(newsroom.printers, null)
  if (!issue || !printer.ok) return []
  const examined = { issue, layout: await layoutOf(newsroom, serial, 'current'), pages: [page], printer: printer.value }
  const found = settleFindings(newsroom, examined, await findOnPages(newsroom, examined, 'print'))
  // That it is not approved is what the signature mends.
  return found
    .filter(
      ({ object, override, rule }) => override === null && object.article === article && !['R01', 'R02', 'R04'].includes(rule),
    )
    .map(({ hash, severity, message, todo }) => ({ hash, severity, message, todo }))
}

/** One article that waits, with what is new in it for this person. */
export const describeWaiting = async (newsroom: Newsroom, article: string, person: string | null): Promise<WaitingArticle> => {
  const content = await newsroom.articles.content(article)
  const place = newsroom.issues.placeOf(article)
  const fit = place && (await layoutOf(newsroom, place.issue, 'current')).fits.find((each) => each.article === article)
  const approval = (await newsroom.workflow.get(article))?.approvals.at(-1)
  const look = person === null ? undefined : newsroom.looks.get().articles[article]?.[person]
  const since =
    look && look.at > (approval?.at ?? 0)
      ? { kind: 'look' as const, at: look.at, content: look.content }
      : approval && { kind: 'approval' as const, at: approval.at, content: approval.content }
  return {
    article,
    headline: content.headline,
    characters: newsroom.articles.cell(article, 'characters'),
    fit: fit ? { page: fit.page, lines: fit.lines, overset: fit.overset } : null,
    since: since ? { kind: since.kind, at: since.at } : null,
    changes: since ? [...compareTexts(since.content, content)] : [],
    text: plainText(content).slice(0, shownText),
    findings: place ? await findingsOn(newsroom, place.issue, place.page, article) : [],
    variants: variantsOf(newsroom.variants, article).flatMap(({ channel, form, content: said }) => {
      const text = said?.text ?? said?.title ?? said?.summary ?? null
      return text === null ? [] : [{ channel, form, text }]
    }),
  }
}
