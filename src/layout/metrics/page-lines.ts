import type { PageDisplay, PageRole, TextItem } from '../../shared/layout/display.ts'
import { columnLeft, type PublicationSpec } from '../page/publication-spec.ts'

/** A space between two words of a line: where it begins and ends on the page, in points. */
export interface WordGap {
  readonly from: number
  readonly to: number
}

/** A line of body text as it stands on a page; lengths in points. */
export interface PageLine {
  readonly page: number
  readonly column: number
  readonly y: number
  /** Where its letters begin and end, and where its column does. */
  readonly from: number
  readonly to: number
  readonly columnEnd: number
  readonly text: string
  readonly gaps: readonly WordGap[]
  /** First and last line of its paragraph, which may go on in another column or on another page. */
  readonly first: boolean
  readonly last: boolean
  /** Another column begins with it. */
  readonly opensColumn: boolean
}

interface OpenLine {
  readonly page: number
  readonly column: number
  readonly y: number
  readonly paragraph: string
  readonly items: TextItem[]
}

/** How far a line may hang out to the left of its column. */
const mostHang = 6
/** Part of a line's letters that must be of the body style for it to be a line of body text. */
const bodyShare = 0.6

export const columnAt = (spec: PublicationSpec, page: number, x: number): number =>
  Math.floor((x + mostHang - columnLeft(spec, page, 0)) / (spec.columnWidth + spec.gutter))

/** Lines that belong to a story and are none of its text. */
const furnishing: ReadonlySet<PageRole> = new Set(['jumpLine', 'storyLink'])

const isBlank = (cluster: string): boolean => cluster.trim() === ''
const letters = (items: readonly TextItem[]): number =>
  items.reduce((sum, { clusters }) => sum + clusters.filter((cluster) => !isBlank(cluster)).length, 0)

const isBody = (items: readonly TextItem[], spec: PublicationSpec): boolean =>
  letters(items.filter(({ font, size }) => font === spec.body.font && size === spec.body.size)) >= bodyShare * letters(items)

/** Lines of the blocks of articles, each put together from its stretches. */
const openLines = (pages: readonly PageDisplay[], spec: PublicationSpec): readonly OpenLine[] => {
  const found: OpenLine[] = []
  for (const { page, items } of pages)
    for (const item of items) {
      if (item.kind !== 'text' || furnishing.has(item.tag.role) || item.tag.article === null || letters([item]) === 0) continue
      const last = found.at(-1)
      const paragraph = `${item.tag.article} ${item.tag.block}`
      const column = columnAt(spec, page, item.x)
      const joins = last?.page === page && last.paragraph === paragraph && Math.abs(last.y - item.y) < 0.01
      if (joins && (last.items.at(-1)?.x ?? 0) < item.x && (last.column === column || column < 0)) last.items.push(item)
      else found.push({ page, column, y: item.y, paragraph, items: [item] })
    }
  // The bullet or the number of an item is a line of its own in the display list.
  return found.filter(
    ({ items }) => isBody(items, spec) && !items.every(({ clusters }) => /^(?:•|\d+\.)$/.test(clusters.join('').trim())),
  )
}

const gapsOf = (items: readonly TextItem[]): readonly WordGap[] => {
  const gaps: WordGap[] = []
  let from: number | null = null
  let begun = false
  for (const { clusters, xs, x } of items)
    for (const [index, cluster] of clusters.entries()) {
      const at = x + (xs[index] ?? 0)
      if (isBlank(cluster)) from ??= begun ? at : null
      else {
        if (from !== null) gaps.push({ from, to: at })
        from = null
        begun = true
      }
    }
  return gaps
}

/** The lines of body text of pages, in reading order. */
export const pageLines = (pages: readonly PageDisplay[], spec: PublicationSpec): readonly PageLine[] => {
  const open = openLines(pages, spec)
  return open.map((line, index): PageLine => {
    const before = open[index - 1]
    const { items, page, column, y } = line
    const end = items.at(-1)
    return {
      page,
      column,
      y,
      from: items[0]?.x ?? 0,
      to: end === undefined ? 0 : end.x + end.width,
      columnEnd: columnLeft(spec, page, column) + spec.columnWidth,
      text: items
        .map(({ clusters }) => clusters.join(''))
        .join('')
        .trim(),
      gaps: gapsOf(items),
      first: before?.paragraph !== line.paragraph,
      last: open[index + 1]?.paragraph !== line.paragraph,
      opensColumn: before === undefined || before.page !== page || before.column !== column || before.y > y,
    }
  })
}
