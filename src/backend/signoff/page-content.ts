import { createHash } from 'node:crypto'
import type { IssueLayout } from '../../layout/input.ts'
import { canonicalJson } from '../../shared/article/content.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { publicationFor } from '../../shared/issue/publication-of.ts'
import type { PageDisplay } from '../../shared/layout/display.ts'
import type { Publication } from '../../shared/settings/settings.ts'
import { signOffLine } from '../../shared/signoff/imprint-slot.ts'
import type { PageContent, PageInputs } from '../../shared/signoff/page-content.ts'
import { advertHash } from '../advert/advert-store.ts'
import type { Newsroom } from '../newsroom.ts'
import { stampedLine } from './imprint.ts'

/** SHA-256, hex, of a value by its canonical JSON. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** A page without the line of the imprint that bears the times of the signature. */
export const withoutSlot = (display: PageDisplay, line: number): PageDisplay =>
  line < 0 ? display : { ...display, items: display.items.filter(({ tag }) => !(tag.role === 'imprint' && tag.block === line)) }

/** Does the line of the signature stand on this page? */
export const hasSlot = (display: PageDisplay, line: number): boolean =>
  line >= 0 && display.items.some(({ tag }) => tag.role === 'imprint' && tag.block === line)

const drawnHashes = new WeakMap<object, { readonly line: number; readonly hash: string }>()

/** SHA-256, hex, of a page as it is drawn, without the times of the signature. Each page is gone through once. */
export const drawnHash = (display: PageDisplay, line: number): string => {
  const known = drawnHashes.get(display)
  if (known?.line === line) return known.hash
  const hash = hashOf(withoutSlot(display, line))
  drawnHashes.set(display, { line, hash })
  return hash
}

/** The articles that stand on a page by the plan, wholly or in part, sorted. */
export const plannedStories = ({ placements }: Pick<Issue, 'placements'>, page: number): readonly string[] =>
  Object.entries(placements)
    .filter(([, placement]) => placement.page === page || placement.continuation === page)
    .map(([article]) => article)
    .sort()

/** Articles of other pages that a person chose to be announced on a page. */
const teasedStories = ({ dummies }: Pick<Issue, 'dummies'>, page: number): readonly string[] =>
  (dummies[page]?.zones ?? []).flatMap((zone) => (zone.kind === 'teasers' ? zone.articles : []))

/** Where the hashes of a page's inputs come from: an open newsroom, or the files of a folder. Null for what is not there. */
export interface PageSources {
  readonly publication: Publication
  readonly articleHash: (article: string) => string | null
  readonly advertHash: (advert: string) => string | null
}

/** The inputs of pages as the open newsroom has them. */
export const sourcesOf = (newsroom: Newsroom): PageSources => ({
  publication: newsroom.settings.get().publication,
  articleHash: (article) => newsroom.articles.entry(article)?.contentHash ?? null,
  advertHash: (advert) => {
    const record = newsroom.adverts.get(advert)
    return record && !record.withdrawn ? advertHash(record.content) : null
  },
})

const absent = hashOf(null)

/** What a page is made of, as far as it is known without laying it out. */
export const pageInputs = (sources: PageSources, issue: Issue, page: number): PageInputs => {
  // An issue may keep what it was laid out with.
  const { name, motto, imprint, portal, joinAddress, style, storyAddress } = publicationFor(sources.publication, issue)
  const planned = plannedStories(issue, page)
  const teased = teasedStories(issue, page)
  const plan = issue.dummies[page] ?? null
  const line = signOffLine(imprint)
  const adverts = (plan?.zones ?? []).flatMap((zone) => (zone.kind === 'advert' && zone.advert !== null ? [zone.advert] : []))
  const { serial, plannedFor, pages, columns } = issue
  return {
    schemaVersion: 1,
    ...{ issue: serial, plannedFor, page, pages, columns },
    stories: [...new Set([...planned, ...teased])].sort().map((article) => {
      const placement = planned.includes(article) ? issue.placements[article] : undefined
      return {
        article,
        contentHash: sources.articleHash(article) ?? absent,
        place: placement ? hashOf(placement) : null,
      }
    }),
    plan: plan && hashOf(plan),
    adverts: [...new Set(adverts)].sort().map((advert) => ({ advert, contentHash: sources.advertHash(advert) ?? absent })),
    publication: hashOf({
      ...{ name, motto, portal, joinAddress, style, storyAddress },
      // What stands in the line of the signature is stamped, whatever is written there.
      imprint: imprint.map((text, number) => (number === line ? null : text)),
    }),
  }
}

const drawnMedia = (display: PageDisplay): string[] =>
  [...new Set(display.items.flatMap((item) => (item.kind === 'image' || item.kind === 'document' ? [item.media] : [])))].sort()

/** A page of a laid out issue; a page that does not exist is a bug of the caller. */
export const displayOf = (layout: IssueLayout, page: number): PageDisplay => {
  const display = layout.pages[page - 1]
  if (!display) throw new Error(`no page ${page}`)
  return display
}

/** What is signed of a page as it is laid out now. */
export const pageContent = (newsroom: Newsroom, issue: Issue, display: PageDisplay): PageContent => ({
  ...pageInputs(sourcesOf(newsroom), issue, display.page),
  media: drawnMedia(display),
  drawn: drawnHash(display, stampedLine(newsroom, issue)),
})
