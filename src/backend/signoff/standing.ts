import type { IssueLayout } from '../../layout/input.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { PageSignState } from '../../shared/signoff/api.ts'
import { compareInputs, comparePageContents, type PageContent, type PageDifference } from '../../shared/signoff/page-content.ts'
import {
  frozenPage,
  type IssueContent,
  type IssueSigning,
  lastSigning,
  type PageSigning,
  type Replacement,
  type SentPage,
} from '../../shared/signoff/record.ts'
import { pressTimeOf } from '../calendar/press-time.ts'
import type { Newsroom } from '../newsroom.ts'
import { displayOf, hashOf, pageContent, pageInputs, sourcesOf } from './page-content.ts'
import { signedIssue, signedPage, signedSending, signOffComplaint } from './signature.ts'

/** Where a page stands on its way to the printer, from the records, the ledger and the page as it is laid out now. */
export interface PageStanding {
  readonly page: number
  /** What would be signed now. */
  readonly content: PageContent
  readonly signing: PageSigning | null
  /** In what the page differs from the one that was signed last. */
  readonly differences: readonly PageDifference[]
  /** It was another page at some moment since, and came back to what was signed. */
  readonly wasChanged: boolean
  /** Why the signature counts for nothing by the ledger. */
  readonly complaint: string | null
  /** The signature counts for the page as it stands. */
  readonly isSigned: boolean
  /** Its file at the printer: what else is on the screen, this is what is printed. */
  readonly sent: SentPage | null
  readonly sentComplaint: string | null
  readonly replacing: Replacement | null
}

export const pageStanding = (newsroom: Newsroom, issue: Issue, layout: IssueLayout, page: number): PageStanding => {
  const record = newsroom.signOffs.of(issue.serial)
  const content = pageContent(newsroom, issue, displayOf(layout, page))
  const signing = lastSigning(record, page)
  const sent = frozenPage(record, page)
  const differences = signing ? comparePageContents(signing.content, content) : []
  const wasChanged = signing !== null && record.changed.includes(signing.id)
  const isWhole = signing !== null && hashOf(signing.content) === signing.contentHash
  const complaint = signing
    ? isWhole
      ? signOffComplaint(newsroom.ledger, signedPage(signing))
      : 'запись о подписанной полосе изменена'
    : null
  return {
    ...{ page, content, signing, differences, wasChanged, complaint, sent },
    isSigned: signing !== null && complaint === null && differences.length === 0 && !wasChanged,
    sentComplaint: sent && signOffComplaint(newsroom.ledger, signedSending(issue.serial, sent)),
    replacing: record.replacing[page] ?? null,
  }
}

export const pageStandings = (newsroom: Newsroom, issue: Issue, layout: IssueLayout): readonly PageStanding[] =>
  layout.pages.map(({ page }) => pageStanding(newsroom, issue, layout, page))

/** May this page be printed: signed as it stands, or at the printer already? */
export const isReady = ({ isSigned, sent, sentComplaint }: PageStanding): boolean => (sent ? sentComplaint === null : isSigned)

export interface IssueStanding {
  /** What would be signed now; null while a page is not ready. */
  readonly content: IssueContent | null
  readonly signing: IssueSigning | null
  readonly complaint: string | null
  readonly isSigned: boolean
}

const pagesSigned = (pages: readonly PageStanding[]): IssueContent['pages'] | null => {
  const signed = pages.map((standing) => {
    const contentHash = isReady(standing) ? (standing.sent ?? standing.signing)?.contentHash : undefined
    return contentHash === undefined ? null : { page: standing.page, contentHash }
  })
  return signed.every((each) => each !== null) ? signed : null
}

/** When it was to be signed may have been settled anew since; the pages count. */
const isSame = (signed: IssueContent, now: IssueContent): boolean =>
  signed.issue === now.issue && hashOf(signed.pages) === hashOf(now.pages)

/** Where an issue stands; its signature holds as long as each of its pages is the one that was signed. */
export const issueStanding = (newsroom: Newsroom, issue: Issue, pages: readonly PageStanding[]): IssueStanding => {
  const signing = newsroom.signOffs.of(issue.serial).issue.at(-1) ?? null
  const signed = pagesSigned(pages)
  const content = signed && {
    schemaVersion: 1 as const,
    issue: issue.serial,
    plannedAt: pressTimeOf(newsroom, issue),
    pages: signed,
  }
  const isWhole = signing !== null && hashOf(signing.content) === signing.contentHash
  const complaint = signing
    ? isWhole
      ? signOffComplaint(newsroom.ledger, signedIssue(signing))
      : 'запись о подписи номера изменена'
    : null
  return {
    ...{ content, signing, complaint },
    isSigned: signing !== null && complaint === null && content !== null && isSame(signing.content, content),
  }
}

/** Where a page is as far as its inputs tell; a page that only a layout shows to be another one counts as signed here. */
export const plannedState = (newsroom: Newsroom, issue: Issue, page: number): PageSignState => {
  const record = newsroom.signOffs.of(issue.serial)
  const signing = lastSigning(record, page)
  if (frozenPage(record, page)) return 'sent'
  const holds =
    signing !== null &&
    !record.changed.includes(signing.id) &&
    signOffComplaint(newsroom.ledger, signedPage(signing)) === null &&
    compareInputs(signing.content, pageInputs(sourcesOf(newsroom), issue, page)).length === 0
  if (holds) return 'signed'
  if (record.replacing[page]) return 'replacing'
  return signing ? 'void' : 'open'
}
