import { type Issue, issueStatuses } from '../../shared/issue/issue.ts'
import type { Catalog } from '../store/catalog.ts'
import type { CatalogType } from '../store/catalog-rows.ts'
import { listOf, number, oneOf, text } from '../store/columns.ts'

/** What lists need of an issue. */
export interface IssueEntry extends Omit<Issue, 'placements' | 'dummies' | 'look'> {
  readonly stamp: string
  /** The page of each article that stands in it. */
  readonly pageOf: ReadonlyMap<string, number>
}

/** An issue as a row of cells: `articles` stand in it, each on one of `onPages`. */
interface IssueCells extends Omit<IssueEntry, 'serial' | 'pageOf'> {
  readonly articles: readonly string[]
  readonly onPages: readonly number[]
}

export type IssueCatalog = Catalog<IssueEntry, IssueCells>

export const entryOf = ({ placements, dummies: _dummies, look: _look, ...issue }: Issue, stamp: string): IssueEntry => ({
  ...issue,
  stamp,
  pageOf: new Map(Object.entries(placements).map(([article, { page }]) => [article, page])),
})

/** How issues stand in the catalog's segments. */
export const issueCatalogType: CatalogType<IssueEntry, IssueCells> = {
  version: 2,
  columns: {
    stamp: text,
    plannedFor: text,
    status: oneOf(issueStatuses),
    pages: number,
    columns: oneOf([4, 5, 6]),
    articles: listOf(text),
    onPages: listOf(number),
  },
  rank: ({ plannedFor }) => Date.parse(plannedFor),
  toCells: ({ serial: _serial, pageOf, ...entry }) => ({
    ...entry,
    articles: [...pageOf.keys()],
    onPages: [...pageOf.values()],
  }),
  fromCells: (cell, serial) => {
    const onPages = cell('onPages')
    return {
      serial,
      stamp: cell('stamp'),
      plannedFor: cell('plannedFor'),
      status: cell('status'),
      pages: cell('pages'),
      columns: cell('columns'),
      pageOf: new Map(cell('articles').map((article, at) => [article, onPages[at] ?? 0])),
    }
  },
}

/** Where an article stands. */
export interface Place {
  readonly issue: string
  readonly page: number
}

/** Where articles stand: of two issues the later one. */
export const placesIn = (catalog: IssueCatalog): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>()
  const issues = catalog.ids().map((issue) => ({ issue, plannedFor: catalog.cell(issue, 'plannedFor') ?? '' }))
  for (const { issue } of issues.sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1))) {
    const pages = new Map<number, Place>()
    const onPages = catalog.cell(issue, 'onPages') ?? []
    for (const [at, article] of (catalog.cell(issue, 'articles') ?? []).entries()) {
      const page = onPages[at] ?? 0
      const place = pages.get(page) ?? { issue, page }
      pages.set(page, place)
      places.set(article, place)
    }
  }
  return places
}
