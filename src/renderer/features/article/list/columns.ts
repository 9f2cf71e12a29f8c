import type { ArticleScope, ArticleSelection, ArticleSortKey } from '../../../../shared/article/api.ts'

/** What the list can be narrowed to by hand. */
export const scopes = ['all', 'issue', 'unplaced', 'waiting', 'approved', 'aside'] as const satisfies readonly ArticleScope[]
export type Scope = (typeof scopes)[number]

/** The columns; each can be sorted by. */
export const sortKeys = [
  ...(['status', 'headline', 'rubric', 'byline', 'place', 'overset', 'characters', 'photos'] as const),
] satisfies readonly ArticleSortKey[]
type SortKey = (typeof sortKeys)[number]

export type ArticleSort = NonNullable<ArticleSelection['sort']>

/** The order until a column is chosen: what came last is what is worked on. */
export const newestFirst: ArticleSort = { by: 'order', descending: true }

type Width = number | `${number}fr`

export const widths: Readonly<Record<SortKey, Width>> = {
  status: 170,
  headline: '5fr',
  rubric: '2fr',
  byline: '3fr',
  place: 112,
  overset: 80,
  characters: 84,
  photos: 78,
}

/** In pixels: what the shares of the width do not fall below. */
export const minWidths: Partial<Readonly<Record<SortKey, number>>> = { headline: 220, rubric: 132, byline: 160 }
