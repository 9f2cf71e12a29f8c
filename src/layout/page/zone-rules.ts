import type { DisplayItem } from '../../shared/layout/display.ts'
import { rectangle } from './display-text.ts'
import type { Zone } from './page-plan.ts'
import { columnLeft, type PublicationSpec, rowTop, spanWidth } from './publication-spec.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Joins stretches that touch or lie no further apart than `gap`. */
const joined = (stretches: readonly Stretch[], gap: number): readonly Stretch[] => {
  const result: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last !== undefined && stretch.from <= last.to + gap)
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) }
    else result.push(stretch)
  }
  return result
}

/** Hairlines between the zones of a page: across above a zone that stands under another, down between neighbours. */
export const zoneRules = (
  zones: readonly Zone[],
  spec: PublicationSpec,
  page: number,
  firstRow: number,
): readonly DisplayItem[] => {
  const items: DisplayItem[] = []
  const tops = [...new Set(zones.map((zone) => zone.row))].filter((row) => row > 0)
  for (const row of tops) {
    const across = zones.filter((zone) => zone.row === row).map((zone) => ({ from: zone.column, to: zone.column + zone.span }))
    for (const { from, to } of joined(across, 0)) {
      const y = rowTop(spec, firstRow + row) - spec.grid * 0.75
      items.push(rectangle(columnLeft(spec, page, from), y, spanWidth(spec, to - from), spec.hairline * 1.5, 'black'))
    }
  }
  for (let column = 1; column < spec.columns; column += 1) {
    const down = zones
      .filter((zone) => zone.column === column || zone.column + zone.span === column)
      .map((zone) => ({ from: zone.row, to: zone.row + zone.rows }))
    for (const { from, to } of joined(down, 0)) {
      const x = columnLeft(spec, page, column) - spec.gutter / 2 - spec.hairline / 2
      items.push(rectangle(x, rowTop(spec, firstRow + from) + 2, spec.hairline, (to - from) * spec.grid - 3, 'grey'))
    }
  }
  return items
}
