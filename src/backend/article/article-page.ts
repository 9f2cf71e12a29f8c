import type { ArticleSelection, ArticleSortKey } from '../../shared/article/api.ts'
import { compareText, plainText } from '../../shared/language/sorting.ts'
import { articleStatuses } from '../../shared/workflow/states.ts'
import type { Newsroom } from '../newsroom.ts'
import type { CellReader } from '../store/table.ts'
import { isChangedAfterApproval } from '../workflow/act.ts'
import type { ArticleCells } from './article-catalog.ts'
import { insertSorted, sortInSlices } from './sort-in-slices.ts'

type OwnOrder = Exclude<ArticleSortKey, 'overset'>

/** What one article is sorted by: number, then text, then order of import. */
interface SortKey {
  readonly id: string
  readonly order: number
  readonly number: number
  readonly text: string
}

/** One order of all articles, and what has changed since it was made. */
interface Order {
  sorted: Promise<readonly SortKey[]>
  changed: Set<string>
}

/** Changes beyond which sorting anew is quicker than moving each. */
const manyChanges = 500

const compareKeys = (a: SortKey, b: SortKey): number =>
  a.number - b.number ||
  (a.text === b.text ? 0 : compareText(a.text, b.text)) ||
  a.order - b.order ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The articles of a newsroom in any order, kept from one question to the next. */
export interface ArticlePages {
  /** The ids of a selection in order; `overset` gives the lines of articles that stand in the issue in hand. */
  select(selection: ArticleSelection, overset: ReadonlyMap<string, number>): Promise<readonly string[]>
}

export const openArticlePages = (newsroom: Newsroom): ArticlePages => {
  const { articles, issues } = newsroom
  const orders = new Map<OwnOrder, Order>()
  const texts = new Map<string, string>()
  let version = 0
  let ranks: ReadonlyMap<string, number> | null = null
  let last: { readonly key: string; readonly ids: readonly string[] } | null = null

  articles.subscribe((id) => {
    texts.delete(id)
    last = null
    version += 1
    for (const order of orders.values()) order.changed.add(id)
  })
  issues.subscribe(() => {
    ranks = null
    last = null
    version += 1
    orders.delete('place')
  })

  const statusRank = new Map(articleStatuses.map((status, rank) => [status, rank]))
  const rankOf = (id: string): number => {
    ranks ??= new Map(
      issues
        .entries()
        .map(({ serial }) => serial)
        .sort(compareText)
        .map((serial, rank) => [serial, rank]),
    )
    const place = issues.placeOf(id)
    // Without a place: after every issue.
    return place ? (ranks.get(place.issue) ?? 0) * 1000 + place.page : Number.MAX_SAFE_INTEGER
  }

  /** What an article is sorted by; a later change of it does not reach in here. */
  const keyOf = (id: string, cell: CellReader<ArticleCells>, by: OwnOrder): SortKey => {
    const order = cell('order')
    switch (by) {
      case 'order':
        return { id, order, number: 0, text: '' }
      case 'status':
        return { id, order, number: statusRank.get(cell('status')) ?? 0, text: '' }
      case 'place':
        return { id, order, number: rankOf(id), text: '' }
      case 'characters':
      case 'photos':
        return { id, order, number: cell(by), text: '' }
      default:
        return { id, order, number: 0, text: cell(by) }
    }
  }

  const allKeys = (by: OwnOrder): readonly SortKey[] => {
    const keys: SortKey[] = []
    articles.scan((id, cell) => keys.push(keyOf(id, cell, by)))
    return keys
  }

  /** All articles in one order: sorted once, then only what changed is moved. */
  const ordered = async (by: OwnOrder): Promise<readonly SortKey[]> => {
    const known = orders.get(by)
    if (!known || known.changed.size > manyChanges) {
      const order: Order = { sorted: sortInSlices(allKeys(by), compareKeys), changed: new Set() }
      orders.set(by, order)
      await order.sorted
      return ordered(by)
    }
    const awaited = known.sorted
    const sorted = await awaited
    // Another question has moved what changed while this one waited.
    if (orders.get(by) !== known || known.sorted !== awaited) return ordered(by)
    if (known.changed.size === 0) return sorted
    const { changed } = known
    known.changed = new Set()
    const moved = [...changed].filter(articles.has).map((id) => keyOf(id, (name) => articles.cell(id, name), by))
    const kept = sorted.filter(({ id }) => !changed.has(id))
    const next = insertSorted(kept, moved, compareKeys)
    known.sorted = Promise.resolve(next)
    return next
  }

  const isIn = (id: string, { scope, issue }: ArticleSelection): boolean => {
    const status = articles.cell(id, 'status')
    const aside = status === 'spiked' || status === 'onHold'
    switch (scope) {
      case 'all':
        return true
      case 'issue':
        return issue !== null && issues.placeOf(id)?.issue === issue
      case 'unplaced':
        return !aside && issues.placeOf(id) === null
      case 'plannable':
        return status !== 'spiked' && status !== 'published' && issues.placeOf(id) === null
      case 'waiting':
        return ['filed', 'edited', 'proofread'].includes(status) || isChangedAfterApproval(newsroom, id)
      case 'approved':
        return (status === 'approved' || status === 'published') && !isChangedAfterApproval(newsroom, id)
      case 'aside':
        return aside
    }
  }

  const textOf = (id: string): string => {
    const known = texts.get(id)
    if (known !== undefined) return known
    const made = plainText((['headline', 'rubric', 'byline'] as const).map((name) => articles.cell(id, name)).join(' '))
    texts.set(id, made)
    return made
  }

  /** Those without lines stand before all others, as an empty cell does. */
  const byOverset = (ids: readonly string[], overset: ReadonlyMap<string, number>): readonly string[] => {
    const lines = (id: string) => overset.get(id) ?? Number.NEGATIVE_INFINITY
    const within = ids.filter((id) => overset.has(id)).sort((a, b) => lines(a) - lines(b))
    return [...ids.filter((id) => !overset.has(id)), ...within]
  }

  return {
    select: async (selection, overset) => {
      const { sort, find, scope, issue } = selection
      const key = JSON.stringify([sort, find, scope, issue])
      if (last?.key === key && sort?.by !== 'overset') return last.ids
      const asked = version
      const own = sort?.by ?? 'order'
      const row = await ordered(own === 'overset' ? 'order' : own)
      const words = plainText(find).split(/\s+/).filter(Boolean)
      const found = row
        .map(({ id }) => id)
        .filter((id) => isIn(id, selection) && words.every((word) => textOf(id).includes(word)))
      const sorted = own === 'overset' ? byOverset(found, overset) : found
      const ids = sort?.descending ? sorted.toReversed() : sorted
      // What changed while it was sorted has made this answer an old one already.
      if (version === asked) last = { key, ids }
      return ids
    },
  }
}
