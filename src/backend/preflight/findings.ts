import { createHash } from 'node:crypto'
import type { IssueLayout } from '../../layout/input.ts'
import { canonicalJson } from '../../shared/article/content.ts'
import type { ExportTarget } from '../../shared/export/api.ts'
import type { PrinterProfile } from '../../shared/export/printer-profile.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { PageDisplay } from '../../shared/layout/display.ts'
import type { Finding } from '../../shared/preflight/finding.ts'
import { preflightRules } from '../../shared/preflight/rules.ts'
import { articleName } from '../export/release.ts'
import { styleOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { publicationOf } from '../settings/publication-of.ts'
import type { Found } from './found.ts'
import { overridesByHash } from './overrides.ts'
import { advertFindings } from './page/advert-findings.ts'
import { correctionFindings } from './page/correction-findings.ts'
import { embargoFindings } from './page/embargo-findings.ts'
import { imprintFindings } from './page/imprint.ts'
import { layoutFindings } from './page/layout-findings.ts'
import { checkFormat, checkPageCount, checkPages } from './page/pages.ts'
import { checkResolutions } from './page/photos.ts'
import { releaseFindings } from './page/release-findings.ts'
import { rightsFindings } from './page/rights-findings.ts'

/** What is checked: some pages of an issue as they were laid out, for a printer. */
export interface Examined {
  readonly issue: Issue
  readonly layout: IssueLayout
  readonly pages: readonly number[]
  readonly printer: PrinterProfile
}

/**
 * Everything that can be said without a file: of the texts, the imprint, the pages and the photos on them. What only
 * paper minds is left out for the web.
 */
export const findOnPages = async (
  newsroom: Newsroom,
  { issue, layout, pages, printer }: Examined,
  to: ExportTarget,
): Promise<readonly Found[]> => {
  const displays = layout.pages.filter(({ page }) => pages.includes(page))
  const publication = publicationOf(newsroom, issue)
  return [
    ...(await releaseFindings(newsroom, issue, pages)),
    // Owed by the issue as a whole: no single page has to wait for it.
    ...(to === 'print' && pages.length === issue.pages ? await correctionFindings(newsroom, issue) : []),
    ...embargoFindings(newsroom, issue, pages),
    ...(await rightsFindings(newsroom, { issue, displays, pages }, to)),
    ...(pages.includes(issue.pages) ? imprintFindings(publication, issue.serial, displays.at(-1)) : []),
    ...advertFindings(newsroom, issue, pages),
    ...layoutFindings(layout, pages, (id) => articleName(newsroom, id)),
    ...checkPages(displays),
    ...(to === 'print' ? checkFormat(styleOf(newsroom, issue), printer) : []),
    ...(to === 'print' ? checkPageCount(issue.pages) : []),
    ...(to === 'print' ? checkResolutions(displays, (media) => newsroom.media.get(media), printer) : []),
  ]
}

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

const pageHashes = new WeakMap<object, string>()

/** The hash of what stands in a page's frames. The places of letters go in as they lie in memory: as text they are a megabyte. */
const hashOfItems = (items: PageDisplay['items']): string => {
  const places: number[] = []
  const facts = items.map((item) => {
    if (item.kind !== 'text') return canonicalJson(item)
    const { x, y, font, size, scale, ink, width, href, tag, clusters, xs } = item
    for (const place of xs) places.push(place)
    const { role, article, block, cell } = tag
    return JSON.stringify([x, y, font, size, scale, ink, width, href, role, article, block, cell, xs.length, clusters.join('')])
  })
  return createHash('sha256').update(facts.join('\n')).update(Float64Array.from(places)).digest('hex')
}

/** The hash of what stands on a page. Pages that did not change are the same values, and each is gone through once. */
const pageHash = (layout: IssueLayout, page: number | null): string => {
  const items = layout.pages.find((each) => each.page === page)?.items
  if (items === undefined) return hashOf(null)
  const hash = pageHashes.get(items) ?? hashOfItems(items)
  pageHashes.set(items, hash)
  return hash
}

/** What of the issue a finding depends on: when it changes, what was let pass has to be looked at again. */
const stateOf = (newsroom: Newsroom, { issue, layout }: Examined): ((found: Found) => unknown) => {
  const states = new Map<string, unknown>()
  const once = (key: string, make: () => unknown): unknown => {
    if (!states.has(key)) states.set(key, make())
    return states.get(key)
  }
  return ({ page, object }) => {
    switch (object.kind) {
      case 'article':
        return newsroom.articles.entry(object.id ?? '')?.contentHash ?? null
      case 'media':
        return object
      case 'advert':
        return newsroom.adverts.get(object.id ?? '')?.content ?? null
      case 'page':
        return pageHash(layout, page)
      case 'imprint':
        return publicationOf(newsroom, issue).imprint
      case 'issue':
        return issue.pages
      case 'file':
        return once('file', () => hashOf(layout.pages.map((each) => pageHash(layout, each.page))))
    }
  }
}

const gravity = { error: 0, warning: 1 }

/** Findings with what people have let pass, errors first, then by pages. */
export const settleFindings = (newsroom: Newsroom, examined: Examined, found: readonly Found[]): Finding[] => {
  const overrides = overridesByHash(newsroom.preflight, examined.issue.serial)
  const state = stateOf(newsroom, examined)
  return (
    found
      .map((each): Finding => {
        const { severity, overridable } = preflightRules[each.rule]
        const { rule, page, object, message } = each
        const hash = hashOf([rule, page, object.kind, object.id, message, state(each)])
        return { ...each, severity, overridable, hash, override: (overridable && overrides.get(hash)) || null }
      })
      // The same thing of the same object is one finding, however often it stands on the page.
      .filter(({ hash }, i, all) => all.findIndex((other) => other.hash === hash) === i)
      .sort(
        (a, b) =>
          gravity[a.severity] - gravity[b.severity] ||
          (a.page ?? 0) - (b.page ?? 0) ||
          (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
      )
  )
}
