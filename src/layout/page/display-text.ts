import type { PageRole, RectangleItem, TextItem } from '../../shared/layout/display.ts'
import type { Ink } from '../../shared/layout/ink.ts'
import type { Faces } from '../text/faces.ts'
import type { SetLine, StyledRun } from '../text/line.ts'
import { breakRagged } from '../text/ragged.ts'
import type { TextStyle } from './publication-spec.ts'

export interface ItemTag {
  /** Of text in a table. */
  readonly cell?: { readonly column: number; readonly head: boolean }
  readonly role: PageRole
  readonly article: string | null
  readonly block: number
}

/** A set line at a place: one item for each face and link in it. */
export const textItems = (line: SetLine, left: number, baseline: number, ink: Ink, tag: ItemTag): readonly TextItem[] =>
  line.segments
    .filter((segment) => segment.glyphs.length > 0)
    .map((segment) => {
      const start = segment.xs[0] ?? 0
      return {
        kind: 'text',
        x: left + line.x + start,
        y: baseline,
        font: segment.font,
        size: line.size,
        scale: line.scale,
        ink,
        glyphs: segment.glyphs,
        clusters: segment.clusters,
        xs: start === 0 ? segment.xs : segment.xs.map((x) => x - start),
        width: segment.end - start,
        href: segment.href,
        tag: { ...tag },
      }
    })

export const rectangle = (
  x: number,
  y: number,
  width: number,
  height: number,
  ink: Ink,
  article: string | null = null,
  role: PageRole = 'rule',
): RectangleItem => ({ kind: 'rectangle', x, y, width, height, ink, tag: { role, article, block: -1 } })

export interface PlacedLabel {
  readonly items: readonly TextItem[]
  readonly width: number
}

/** One line of furniture, its left or right end at `x`. */
export const label = (
  text: string,
  style: TextStyle,
  faces: Faces,
  place: { readonly x: number; readonly baseline: number; readonly align: 'left' | 'right' | 'centre'; readonly tag: ItemTag },
): PlacedLabel => {
  const run: StyledRun = { text, font: style.font, href: null }
  const line = breakRagged([run], { faces, size: style.size, width: 10_000, hyphenate: false })[0]
  if (line === undefined) return { items: [], width: 0 }
  const left = place.x - (place.align === 'left' ? 0 : place.align === 'right' ? line.width : line.width / 2)
  return { items: textItems(line, left, place.baseline, style.ink, place.tag), width: line.width }
}
