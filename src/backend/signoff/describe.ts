import type { IssueLayout } from '../../layout/input.ts'
import { advertName } from '../../shared/advert/advert.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { comparePages } from '../../shared/proof/compare-pages.ts'
import type { SignOffOverview, SignPageDetail, SignPageRow, SignStory } from '../../shared/signoff/api.ts'
import { compareTexts } from '../../shared/signoff/compare-texts.ts'
import { holdsRight, type Right } from '../../shared/staff/rights.ts'
import { pressTimeOf } from '../calendar/press-time.ts'
import { standingOf } from '../export/release.ts'
import type { Newsroom } from '../newsroom.ts'
import { tellDeed } from '../proof/revision.ts'
import { rolesOf } from '../workflow/act.ts'
import { stampedLine } from './imprint.ts'
import { displayOf, hashOf, hasSlot, withoutSlot } from './page-content.ts'
import { pageBlockers, waitingOn } from './sign-page.ts'
import { issueStanding, type PageStanding, pageStanding, pageStandings } from './standing.ts'
import { whyVoid } from './words.ts'

const stateOf = ({ sent, replacing, signing, isSigned }: PageStanding): SignPageRow['state'] => {
  if (sent) return 'sent'
  if (isSigned) return 'signed'
  if (replacing) return 'replacing'
  return signing ? 'void' : 'open'
}

const rowOf = async (newsroom: Newsroom, issue: Issue, layout: IssueLayout, standing: PageStanding): Promise<SignPageRow> => {
  const { page, content, signing, sent, replacing } = standing
  const articles = content.stories.map(({ article }) => article)
  return {
    page,
    state: stateOf(standing),
    signed: signing && tellDeed(newsroom, signing),
    why: [...(sent ? [] : whyVoid(newsroom, standing)), ...(standing.sentComplaint === null ? [] : [standing.sentComplaint])],
    stories: content.stories.filter(({ place }) => place !== null).length,
    waiting: sent ? 0 : (await waitingOn(newsroom, articles)).length,
    sent: sent && {
      ...tellDeed(newsroom, sent),
      ...{ file: sent.file, version: sent.version, reason: sent.reason, fileHash: sent.fileHash },
    },
    replacing: replacing && { ...tellDeed(newsroom, replacing), reason: replacing.reason },
    hasPressTime: hasSlot(displayOf(layout, page), stampedLine(newsroom, issue)),
  }
}

const rightsOf = (newsroom: Newsroom, person: string | null): { readonly maySign: boolean; readonly maySend: boolean } => {
  const held = rolesOf(newsroom, person)
  const may = (right: Right) => held.ok && holdsRight(right, held.value)
  return { maySign: may('signPage'), maySend: may('sendPage') }
}

/** How far the signatures of an issue are. */
export const describeIssue = async (
  newsroom: Newsroom,
  issue: Issue,
  layout: IssueLayout,
  person: string | null,
): Promise<SignOffOverview> => {
  const standings = pageStandings(newsroom, issue, layout)
  const { content, signing, isSigned, complaint } = issueStanding(newsroom, issue, standings)
  const pages: SignPageRow[] = []
  for (const standing of standings) pages.push(await rowOf(newsroom, issue, layout, standing))
  const changed = pages.filter(({ state }) => state !== 'signed' && state !== 'sent').map(({ page }) => page)
  const why = changed.length > 0 ? [`не подписаны полосы: ${changed.join(', ')}`] : ['полосы подписаны заново']
  return {
    pages,
    issue: {
      state: isSigned ? 'signed' : content !== null ? (signing ? 'void' : 'ready') : signing ? 'void' : 'open',
      seen: content && hashOf(content),
      signed: signing && tellDeed(newsroom, signing),
      plannedAt: pressTimeOf(newsroom, issue),
      why: signing && !isSigned ? (complaint === null ? why : [complaint]) : [],
    },
    keys: newsroom.ledger.begun(),
    ...rightsOf(newsroom, person),
  }
}

const standings = {
  approved: 'approved',
  changed: 'changed',
  notApproved: 'new',
  unsigned: 'unsigned',
  unreadable: 'unreadable',
} as const

const storyOf = async (newsroom: Newsroom, article: string): Promise<SignStory> => {
  const entry = newsroom.articles.entry(article)
  const standing = standings[await standingOf(newsroom, article)]
  const approval = (await newsroom.workflow.get(article))?.approvals.at(-1)
  const differs = standing !== 'approved' && standing !== 'unreadable' && approval !== undefined
  return {
    article,
    headline: entry?.headline ?? '',
    standing,
    characters: newsroom.articles.has(article) ? newsroom.articles.cell(article, 'characters') : 0,
    changes: differs ? [...compareTexts(approval.content, await newsroom.articles.content(article))] : [],
  }
}

/** One page with everything its signature stands for. */
export const describePage = async (
  newsroom: Newsroom,
  issue: Issue,
  layout: IssueLayout,
  page: number,
  person: string | null,
): Promise<SignPageDetail> => {
  const standing = pageStanding(newsroom, issue, layout, page)
  const { content, signing, sent } = standing
  const before = signing && (await newsroom.proofs.page(signing.display))
  const line = stampedLine(newsroom, issue)
  const stories: SignStory[] = []
  for (const { article } of content.stories) stories.push(await storyOf(newsroom, article))
  const blockers = sent ? [] : await pageBlockers(newsroom, issue, [page])
  return {
    row: await rowOf(newsroom, issue, layout, standing),
    seen: hashOf(content),
    stories,
    adverts: content.adverts.map(({ advert }) => {
      const record = newsroom.adverts.get(advert)
      return { advert, name: record ? advertName(record.content) : '' }
    }),
    changes: before ? [...comparePages(withoutSlot(before, line), withoutSlot(displayOf(layout, page), line))] : null,
    blockers: blockers.map(({ rule, message, todo, hash }) => ({ rule, message, todo, hash })),
    ...rightsOf(newsroom, person),
  }
}
