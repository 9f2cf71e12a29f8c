import {
  type GridBox,
  moduleGap,
  modulePitch,
  moduleRows,
  overlap,
  type PageGrid,
  type PageZone,
} from '../../../../shared/issue/page-dummy.ts'
import { bottomOf, freePartAt, type GridPoint, leastRows, rightOf, sameBox, standsAmong } from './boxes.ts'

/** Why a zone cannot be changed as asked. */
export type Obstacle = 'locked' | 'noRoom' | 'tooSmall' | 'bothTaken' | 'noNeighbour'

/** Zones of a page in the order of its dummy. */
export type Zones = readonly PageZone[]

export const zoneOf = (zones: Zones, id: string): PageZone => {
  const zone = zones.find((each) => each.id === id)
  if (zone === undefined) throw new Error(`No zone ${id}`)
  return zone
}

const others = (zones: Zones, ...ids: readonly string[]): Zones => zones.filter(({ id }) => !ids.includes(id))

const replaceBoxes = (zones: Zones, boxes: ReadonlyMap<string, GridBox>): Zones =>
  zones.map((zone) => {
    const box = boxes.get(zone.id)
    return box === undefined ? zone : { ...zone, column: box.column, span: box.span, row: box.row, rows: box.rows }
  })

/** A name that no zone of a page has yet. */
export const newZoneId = (zones: Zones): string => {
  for (let number = zones.length + 1; ; number += 1) {
    const id = `zone-${number}`
    if (!zones.some((zone) => zone.id === id)) return id
  }
}

/** New places of the edges of a zone: columns, rows; the edge that is not named stays. Right and bottom are exclusive. */
export interface Edges {
  readonly left?: number
  readonly right?: number
  readonly top?: number
  readonly bottom?: number
}

const withEdges = (box: GridBox, edges: Edges): GridBox => {
  const column = edges.left ?? box.column
  const row = edges.top ?? box.row
  return { column, row, span: (edges.right ?? rightOf(box)) - column, rows: (edges.bottom ?? bottomOf(box)) - row }
}

const shareColumns = (a: GridBox, b: GridBox): boolean => a.column < rightOf(b) && b.column < rightOf(a)
const shareRows = (a: GridBox, b: GridBox): boolean => a.row < bottomOf(b) && b.row < bottomOf(a)

/** The boxes of a zone's neighbours after one of its edges moved, where they keep touching it. */
const followed = (zones: Zones, zone: PageZone, edge: keyof Edges, to: number): ReadonlyMap<string, GridBox> => {
  const boxes = new Map<string, GridBox>()
  for (const other of zones) {
    if (other.id === zone.id || other.locked) continue
    if (edge === 'bottom' && shareColumns(zone, other)) {
      const gap = other.row - bottomOf(zone)
      if (gap >= 0 && gap <= moduleGap) boxes.set(other.id, withEdges(other, { top: to + gap }))
    }
    if (edge === 'top' && shareColumns(zone, other)) {
      const gap = zone.row - bottomOf(other)
      if (gap >= 0 && gap <= moduleGap) boxes.set(other.id, withEdges(other, { bottom: to - gap }))
    }
    if (edge === 'right' && shareRows(zone, other) && other.column === rightOf(zone))
      boxes.set(other.id, withEdges(other, { left: to }))
    if (edge === 'left' && shareRows(zone, other) && rightOf(other) === zone.column)
      boxes.set(other.id, withEdges(other, { right: to }))
  }
  return boxes
}

const standTogether = (zones: Zones, changed: ReadonlyMap<string, GridBox>, grid: PageGrid): boolean => {
  const after = replaceBoxes(zones, changed)
  return after.every((zone) => !changed.has(zone.id) || standsAmong(zone, others(after, zone.id), grid))
}

/** One edge of a zone as near to a place as it can come; what touches it comes along, unless that would not stand. */
const pullEdge = (zones: Zones, id: string, edge: keyof Edges, to: number, grid: PageGrid, alone: boolean): Zones => {
  const zone = zoneOf(zones, id)
  const now = { left: zone.column, right: rightOf(zone), top: zone.row, bottom: bottomOf(zone) }[edge]
  const step = to < now ? 1 : -1
  for (let place = to; place !== now; place += step) {
    const own = new Map([[id, withEdges(zone, { [edge]: place })]])
    const along = new Map([...own, ...followed(zones, zone, edge, place)])
    for (const boxes of alone ? [own] : [along, own]) if (standTogether(zones, boxes, grid)) return replaceBoxes(zones, boxes)
  }
  return zones
}

/**
 * Moves edges of a zone as far as the page and its neighbours allow. Neighbours that touch an edge follow it, shrinking
 * or growing; `alone` leaves them where they are.
 */
export const resizeZone = (zones: Zones, id: string, edges: Edges, grid: PageGrid, alone = false): Zones | Obstacle => {
  if (zoneOf(zones, id).locked) return 'locked'
  const order = ['left', 'right', 'top', 'bottom'] as const
  return order.reduce((sum: Zones, edge) => {
    const to = edges[edge]
    return to === undefined ? sum : pullEdge(sum, id, edge, to, grid, alone)
  }, zones)
}

/**
 * Puts a zone at another place of its page: as it is where there is room, otherwise as large as the free space around
 * `at` (a point of the new place) lets it be.
 */
export const moveZone = (
  zones: Zones,
  id: string,
  to: GridPoint,
  grid: PageGrid,
  at: GridPoint | null = null,
): Zones | Obstacle => {
  const zone = zoneOf(zones, id)
  if (zone.locked) return 'locked'
  const rest = others(zones, id)
  const box = {
    column: Math.max(0, Math.min(grid.columns - zone.span, to.column)),
    span: zone.span,
    row: Math.max(grid.first, Math.min(grid.last - zone.rows, to.row)),
    rows: zone.rows,
  }
  if (standsAmong(box, rest, grid)) return replaceBoxes(zones, new Map([[id, box]]))
  const part = at === null ? null : freePartAt(box, at, rest, grid)
  return part === null ? 'noRoom' : replaceBoxes(zones, new Map([[id, part]]))
}

/** `rows` cuts a zone into an upper and a lower one, `columns` into a left and a right one. */
export type Cut = 'rows' | 'columns'

/** Cuts a zone in two, on a module where there is one; the second is a new zone with the name `as`. */
export const splitZone = (zones: Zones, id: string, cut: Cut, as: string): Zones | Obstacle => {
  const zone = zoneOf(zones, id)
  if (zone.locked) return 'locked'
  const second = { kind: 'story', id: as, locked: false } as const
  if (cut === 'columns') {
    if (zone.span < 2) return 'tooSmall'
    const left = Math.ceil(zone.span / 2)
    return zones.flatMap(
      (each): Zones =>
        each === zone
          ? [
              { ...zone, span: left },
              { ...second, column: zone.column + left, span: zone.span - left, row: zone.row, rows: zone.rows },
            ]
          : [each],
    )
  }
  if (zone.rows < 2 * leastRows + moduleGap) return 'tooSmall'
  const half = Math.floor((zone.rows - moduleGap) / 2)
  const modules = moduleRows(Math.max(1, Math.round((half + moduleGap) / modulePitch)))
  const top = zone.rows - modules - moduleGap >= leastRows ? modules : half
  return zones.flatMap(
    (each): Zones =>
      each === zone
        ? [
            { ...zone, rows: top },
            {
              ...second,
              column: zone.column,
              span: zone.span,
              row: zone.row + top + moduleGap,
              rows: zone.rows - top - moduleGap,
            },
          ]
        : [each],
  )
}

const union = (a: GridBox, b: GridBox): GridBox => {
  const column = Math.min(a.column, b.column)
  const row = Math.min(a.row, b.row)
  return {
    column,
    row,
    span: Math.max(rightOf(a), rightOf(b)) - column,
    rows: Math.max(bottomOf(a), bottomOf(b)) - row,
  }
}

/** Two zones become one that covers both, with the name of the first; nothing else may stand in between. */
export const joinZones = (zones: Zones, id: string, second: string, grid: PageGrid): Zones | Obstacle => {
  const [zone, other] = [zoneOf(zones, id), zoneOf(zones, second)]
  if (zone.locked || other.locked) return 'locked'
  const rest = others(zones, id, second)
  const box = union(zone, other)
  if (!standsAmong(box, rest, grid)) return 'noRoom'
  return replaceBoxes(others(zones, second), new Map([[id, box]]))
}

/** The zones that a zone can be joined with: below, to the right, above, to the left; empty ones first. */
export const joinable = (zones: Zones, id: string, grid: PageGrid, isEmpty: (zone: PageZone) => boolean): Zones => {
  const zone = zoneOf(zones, id)
  const side = (other: PageZone): number =>
    other.row >= bottomOf(zone) ? 0 : other.column >= rightOf(zone) ? 1 : bottomOf(other) <= zone.row ? 2 : 3
  const near = (other: PageZone): boolean =>
    shareColumns(zone, other)
      ? other.row - bottomOf(zone) <= modulePitch && zone.row - bottomOf(other) <= modulePitch
      : shareRows(zone, other) && (other.column === rightOf(zone) || zone.column === rightOf(other))
  return others(zones, id)
    .filter((other) => near(other) && typeof joinZones(zones, id, other.id, grid) !== 'string')
    .sort((a, b) => Number(isEmpty(b)) - Number(isEmpty(a)) || side(a) - side(b))
}

/** The zones of a dummy on another page: what does not fit there is clipped, what would not stand is left out. */
export const fitToPage = (zones: Zones, grid: PageGrid): Zones => {
  const kept: PageZone[] = []
  for (const zone of zones) {
    const row = Math.max(zone.row, grid.first)
    const column = Math.min(zone.column, grid.columns - 1)
    const box = {
      column,
      span: Math.min(zone.span, grid.columns - column),
      row,
      rows: Math.min(bottomOf(zone), grid.last) - row,
    }
    if (box.rows >= leastRows && !kept.some((other) => overlap(other, box)))
      kept.push(sameBox(zone, box) ? zone : { ...zone, ...box })
  }
  return kept
}
