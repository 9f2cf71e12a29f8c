import { z } from 'zod'
import { type Issue, issueSchema } from '../../shared/issue/issue.ts'
import type { CatalogType } from '../store/catalog.ts'

const entrySchema = issueSchema.omit({ placements: true, dummies: true }).extend({
  stamp: z.string(),
  /** The page of each article that stands in it. */
  pageOf: z.record(z.string(), z.number()),
})
/** What lists need of an issue. */
export type IssueEntry = z.infer<typeof entrySchema>

export const entryOf = ({ placements, dummies: _dummies, ...issue }: Issue, stamp: string): IssueEntry => ({
  ...issue,
  stamp,
  pageOf: Object.fromEntries(Object.entries(placements).map(([article, { page }]) => [article, page])),
})

/** How issues stand in the catalog. */
export const issueCatalogType: CatalogType<IssueEntry> = {
  version: 1,
  toCells: (entry) => [entry],
  fromRow: ([, cell]) => entrySchema.safeParse(cell).data ?? null,
}

/** Where articles stand: of two issues the later one. */
export const placesIn = (
  issues: Iterable<IssueEntry>,
): ReadonlyMap<string, { readonly issue: string; readonly page: number }> => {
  const places = new Map<string, { readonly issue: string; readonly page: number }>()
  for (const { serial, pageOf } of [...issues].sort((a, b) => (a.plannedFor < b.plannedFor ? -1 : 1)))
    for (const [article, page] of Object.entries(pageOf)) places.set(article, { issue: serial, page })
  return places
}
