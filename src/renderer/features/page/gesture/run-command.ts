import type { Arranged } from '../zones/arrangement.ts'
import { bottomOf, bottomStops, nextStop, rightOf, topStops } from '../zones/boxes.ts'
import { joinable, moveZone, type Obstacle, resizeZone } from '../zones/edit-zones.ts'
import { cutZone, lockZone, removeZone, uniteZones, withZones } from '../zones/gestures.ts'
import { dummyOf, gridOf, type SetPage, storiesIn, zoneOn } from '../zones/page-zones.ts'
import type { ZoneChange } from './zone-keys.ts'

const changed = (before: Arranged, page: SetPage, id: string, after: Arranged | Obstacle): Arranged | Obstacle => {
  if (typeof after === 'string') return after
  const [was, is] = [zoneOn(before, page, id), zoneOn(after, page, id)]
  return was.column === is.column && was.span === is.span && was.row === is.row && was.rows === is.rows ? 'noRoom' : after
}

const move = (arranged: Arranged, page: SetPage, id: string, command: Extract<ZoneChange, { type: 'move' }>) => {
  const grid = gridOf(page)
  const zone = zoneOn(arranged, page, id)
  const others = dummyOf(arranged, page).zones.filter((other) => other.id !== id)
  const { across, down, single } = command
  const row = down === 0 ? zone.row : single ? zone.row + down : nextStop(zone.row, topStops(grid, others), down)
  const to = { column: zone.column + across, row }
  return withZones(arranged, page, (zones) => moveZone(zones, id, to, grid))
}

const resize = (arranged: Arranged, page: SetPage, id: string, command: Extract<ZoneChange, { type: 'resize' }>) => {
  const grid = gridOf(page)
  const zone = zoneOn(arranged, page, id)
  const others = dummyOf(arranged, page).zones.filter((other) => other.id !== id)
  const { across, down, single, far } = command
  const edge = (from: number, stops: readonly number[], direction: -1 | 1) =>
    single ? from + direction : nextStop(from, stops, direction)
  const edges = {
    ...(across === 0 ? {} : far ? { left: zone.column + across } : { right: rightOf(zone) + across }),
    ...(down === 0
      ? {}
      : far
        ? { top: edge(zone.row, topStops(grid, others), down) }
        : { bottom: edge(bottomOf(zone), bottomStops(grid, others), down) }),
  }
  return withZones(arranged, page, (zones) => resizeZone(zones, id, edges, grid))
}

/** A zone with so many columns and rows from where its left top corner is, or as near to it as the page allows. */
export const reshaped = (arranged: Arranged, page: SetPage, id: string, span: number, rows: number): Arranged | Obstacle => {
  const grid = gridOf(page)
  const zone = zoneOn(arranged, page, id)
  const column = Math.min(zone.column, grid.columns - span)
  const row = Math.max(grid.first, Math.min(zone.row, grid.last - rows))
  const edges = { left: column, right: column + span, top: row, bottom: row + rows }
  const after = withZones(arranged, page, (zones) => resizeZone(zones, id, edges, grid))
  if (typeof after === 'string') return after
  const now = zoneOn(after, page, id)
  return now.span === span && now.rows === rows ? after : 'noRoom'
}

/** What a command makes of an issue, or why it cannot be done. */
export const runCommand = (arranged: Arranged, page: SetPage, id: string, command: ZoneChange): Arranged | Obstacle => {
  switch (command.type) {
    case 'move':
      return changed(arranged, page, id, move(arranged, page, id, command))
    case 'resize':
      return changed(arranged, page, id, resize(arranged, page, id, command))
    case 'split':
      return cutZone(arranged, page, id, command.cut)
    case 'join': {
      const stories = storiesIn(arranged, page)
      const { zones } = dummyOf(arranged, page)
      const taken = stories.has(id)
      const near = joinable(zones, id, gridOf(page), (zone) => !stories.has(zone.id))
      const [second] = near.filter((zone) => !taken || !stories.has(zone.id))
      if (second !== undefined) return uniteZones(arranged, page, id, second.id)
      return near.length > 0 ? 'bothTaken' : 'noNeighbour'
    }
    case 'remove':
      return removeZone(arranged, page, id)
    case 'lock':
      return lockZone(arranged, page, id, !zoneOn(arranged, page, id).locked)
  }
}
