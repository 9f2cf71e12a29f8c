import type { GridBox, PageGrid, ZoneKind } from '../../../../shared/issue/page-dummy.ts'
import type { SheetPoint } from '../sheet/sheet-scale.ts'
import type { Arranged } from '../zones/arrangement.ts'
import {
  bottomOf,
  bottomStops,
  freePartAt,
  type GridPoint,
  leastRows,
  rightOf,
  snapped,
  standsAmong,
  topStops,
} from '../zones/boxes.ts'
import { type Edges, moveZone, type Obstacle, resizeZone } from '../zones/edit-zones.ts'
import { addZone, freeze, putStory, swapPages, withZones } from '../zones/gestures.ts'
import { dummyOf, gridOf, type SetPage, type StoryPart, storiesIn, zoneOn } from '../zones/page-zones.ts'
import { suggestBox } from '../zones/suggest-box.ts'

/** What a person holds. */
export type Held =
  /** A zone by its body; `grab` is where in it, from its top left corner. */
  | { readonly kind: 'zone'; readonly page: number; readonly zone: string; readonly grab: GridPoint }
  | { readonly kind: 'edge'; readonly page: number; readonly zone: string; readonly edges: readonly (keyof Edges)[] }
  /** A story from a list; `lines` is its length. */
  | { readonly kind: 'story'; readonly part: StoryPart; readonly lines: number }
  /** A whole page, from the thumbnails. */
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'draw'; readonly zone: ZoneKind; readonly from: SheetPoint }

export interface Modifiers {
  /** Single rows instead of modules. */
  readonly single: boolean
  /** Neighbours stay where they are. */
  readonly alone: boolean
}

/** What a gesture would lead to if it ended here. */
export interface Proposal {
  readonly name: 'move' | 'resize' | 'swap' | 'put' | 'add' | 'swapPages'
  readonly arranged: Arranged
  /** The zone that is being made or changed, and its page; empty where it is about whole pages. */
  readonly page: number
  readonly zone: string
  /** The story that gives way to the one that is brought. */
  readonly givesWay: string | null
}

export type Pages = ReadonlyMap<number, SetPage>

const cellOf = ({ column, row }: SheetPoint, grid: PageGrid): GridPoint => ({
  column: Math.max(0, Math.min(grid.columns - 1, Math.floor(column))),
  row: Math.max(grid.first, Math.min(grid.last - 1, Math.floor(row))),
})

const holding = (arranged: Arranged, page: SetPage, point: SheetPoint): string | null => {
  const cell = cellOf(point, gridOf(page))
  const found = dummyOf(arranged, page).zones.find(
    (zone) => cell.column >= zone.column && cell.column < rightOf(zone) && cell.row >= zone.row && cell.row < bottomOf(zone),
  )
  return found?.id ?? null
}

const proposal = (
  name: Proposal['name'],
  arranged: Arranged | Obstacle,
  page: SetPage,
  zone: string,
  givesWay: string | null = null,
): Proposal | Obstacle => (typeof arranged === 'string' ? arranged : { name, arranged, page: page.display.page, zone, givesWay })

/** A part of a story comes to a zone, or to free space, where a new zone is made for it. */
const bring = (arranged: Arranged, page: SetPage, point: SheetPoint, part: StoryPart, lines: number): Proposal | Obstacle => {
  const zone = holding(arranged, page, point)
  if (zone !== null) {
    const there = storiesIn(arranged, page).get(zone)?.article ?? null
    const swaps = arranged.placements[part.article] !== undefined && there !== null
    return proposal(swaps ? 'swap' : 'put', putStory(arranged, page, zone, part), page, zone, there)
  }
  const grid = gridOf(page)
  const { zones } = dummyOf(arranged, page)
  const box = suggestBox(cellOf(point, grid), lines, zones, grid)
  if (box === null) return 'noRoom'
  const added = addZone(arranged, page, 'story', box)
  return proposal('put', putStory(added.arranged, page, added.zone, part), page, added.zone)
}

const dragZone = (
  arranged: Arranged,
  pages: Pages,
  held: Extract<Held, { kind: 'zone' }>,
  point: SheetPoint,
  single: boolean,
): Proposal | Obstacle => {
  const [from, to] = [pages.get(held.page), pages.get(point.page)]
  if (from === undefined || to === undefined) return 'noRoom'
  const zone = zoneOn(arranged, from, held.zone)
  if (zone.locked) return 'locked'
  const part = storiesIn(arranged, from).get(held.zone)
  const over = holding(arranged, to, point)
  const elsewhere = held.page !== point.page
  if (part !== undefined && (elsewhere || (over !== null && over !== held.zone)))
    return bring(freeze(arranged, from), to, point, part, zone.rows * zone.span)
  if (elsewhere || (over !== null && over !== held.zone)) return 'noRoom'
  const grid = gridOf(to)
  const others = dummyOf(arranged, to).zones.filter(({ id }) => id !== held.zone)
  const wanted = {
    column: Math.round(point.column - held.grab.column),
    row: snapped(point.row - held.grab.row, topStops(grid, others), single, grid),
  }
  return proposal(
    'move',
    withZones(arranged, to, (zones) => moveZone(zones, held.zone, wanted, grid, cellOf(point, grid))),
    to,
    held.zone,
  )
}

const dragEdges = (
  arranged: Arranged,
  page: SetPage,
  held: Extract<Held, { kind: 'edge' }>,
  point: SheetPoint,
  { single, alone }: Modifiers,
): Proposal | Obstacle => {
  const grid = gridOf(page)
  const others = dummyOf(arranged, page).zones.filter(({ id }) => id !== held.zone)
  const column = Math.max(0, Math.min(grid.columns, Math.round(point.column)))
  const all: Required<Edges> = {
    left: column,
    right: column,
    top: snapped(point.row, topStops(grid, others), single, grid),
    bottom: snapped(point.row, bottomStops(grid, others), single, grid),
  }
  const edges: Edges = Object.fromEntries(held.edges.map((edge) => [edge, all[edge]]))
  return proposal(
    'resize',
    withZones(arranged, page, (zones) => resizeZone(zones, held.zone, edges, grid, alone)),
    page,
    held.zone,
  )
}

/** The box between two points of a page, on the stops of its grid. */
const drawn = (from: SheetPoint, to: SheetPoint, others: readonly GridBox[], grid: PageGrid, single: boolean): GridBox => {
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)]
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)]
  const column = Math.max(0, Math.min(grid.columns - 1, Math.floor(left)))
  const row = snapped(top, topStops(grid, others), single, grid)
  const end = snapped(bottom, bottomStops(grid, others), single, grid)
  return {
    column,
    span: Math.max(1, Math.min(grid.columns, Math.ceil(right)) - column),
    row,
    rows: Math.max(leastRows, end - row),
  }
}

const draw = (
  arranged: Arranged,
  page: SetPage,
  held: Extract<Held, { kind: 'draw' }>,
  point: SheetPoint,
  single: boolean,
): Proposal | Obstacle => {
  const grid = gridOf(page)
  const { zones } = dummyOf(arranged, page)
  const box = drawn(held.from, point, zones, grid, single)
  const part = standsAmong(box, zones, grid) ? box : freePartAt(box, cellOf(held.from, grid), zones, grid)
  if (part === null) return 'noRoom'
  const added = addZone(arranged, page, held.zone, part)
  return proposal('add', added.arranged, page, added.zone)
}

/** What the issue becomes if a person lets go here; null outside of the pages. */
export const propose = (
  arranged: Arranged,
  pages: Pages,
  held: Held,
  point: SheetPoint | null,
  modifiers: Modifiers,
): Proposal | Obstacle | null => {
  if (point === null) return null
  if (held.kind === 'page') {
    const [from, to] = [pages.get(held.page), pages.get(point.page)]
    if (from === undefined || to === undefined || from === to) return null
    return proposal('swapPages', swapPages(arranged, from, to), to, '')
  }
  if (held.kind === 'zone') return dragZone(arranged, pages, held, point, modifiers.single)
  const page = pages.get(held.kind === 'edge' ? held.page : point.page)
  if (page === undefined) return null
  if (held.kind === 'story') return bring(arranged, page, point, held.part, held.lines)
  if (held.kind === 'edge') return point.page === held.page ? dragEdges(arranged, page, held, point, modifiers) : null
  return point.page === held.from.page ? draw(arranged, page, held, point, modifiers.single) : null
}
