import type { DisplayItem, PageDisplay } from '../../shared/layout/display.ts'
import { columnLeft, type PublicationSpec } from '../page/publication-spec.ts'
import type { PageLine } from './page-lines.ts'
import { mean, most } from './statistics.ts'

/** How far columns end apart, in rows of the grid. */
export interface Bottoms {
  readonly mean: number
  readonly most: number
}

const flowing: readonly string[] = ['lead', 'body', 'subhead', 'quote', 'caption', 'credit']

const bottomOf = (item: DisplayItem): number => (item.kind === 'text' ? item.y : item.y + item.height)
const endOf = (item: DisplayItem): number => item.x + item.width

const apart = (bottoms: readonly number[], spec: PublicationSpec): readonly number[] =>
  bottoms.length < 2 ? [] : [(Math.max(...bottoms) - Math.min(...bottoms)) / spec.grid]

const figuresOf = (distances: readonly number[]): Bottoms => ({ mean: mean(distances), most: most(distances) })

/** How far the columns of a page end apart: the lowest text of each column that has body text. */
export const pageBottoms = (pages: readonly PageDisplay[], lines: readonly PageLine[], spec: PublicationSpec): Bottoms =>
  figuresOf(
    pages.flatMap(({ page, items }) => {
      const own = lines.filter((line) => line.page === page)
      const columns = [...new Set(own.map(({ column }) => column))]
      const bottoms = columns.map((column) => {
        const left = columnLeft(spec, page, column) - spec.gutter / 2
        const top = Math.min(...own.filter((line) => line.column === column).map(({ y }) => y))
        const texts = items.filter(
          (item) =>
            item.kind === 'text' &&
            flowing.includes(item.tag.role) &&
            item.x >= left &&
            endOf(item) <= left + spec.columnWidth + spec.gutter * 1.5 &&
            item.y >= top,
        )
        return Math.max(...texts.map(bottomOf))
      })
      return apart(bottoms, spec)
    }),
  )

/** How far the columns of a story on a page end apart: the lowest text or picture of each of its columns. */
export const storyBottoms = (pages: readonly PageDisplay[], spec: PublicationSpec): Bottoms =>
  figuresOf(
    pages.flatMap(({ items, zones }) =>
      zones.flatMap((zone) => {
        const own = items.filter(
          (item) =>
            item.tag.article === zone.article &&
            (item.kind === 'image' ||
              (item.kind === 'text' &&
                (flowing.includes(item.tag.role) || item.tag.role === 'jumpLine' || item.tag.role === 'storyLink'))),
        )
        const bottoms = Array.from({ length: zone.span }, (_, column) => {
          const left = zone.x + column * (spec.columnWidth + spec.gutter)
          const right = left + spec.columnWidth
          // A picture's height ends on the last baseline it reaches, like text.
          return Math.max(...own.filter((item) => item.x < right - 1 && endOf(item) > left + 6).map(bottomOf))
        }).filter(Number.isFinite)
        return apart(bottoms, spec)
      }),
    ),
  )
