import type { KeyboardEvent, MouseEvent } from 'react'
import type { PublicationSpec } from '../../../../layout/page/publication-spec.ts'
import type { GridBox } from '../../../../shared/issue/page-dummy.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import type { StartDrag } from '../gesture/use-drag.ts'
import { bottomOf, rightOf } from '../zones/boxes.ts'
import type { PlacedZone } from '../zones/page-zones.ts'
import { type PageRectangle, rectangleOf } from './sheet-scale.ts'
import styles from './ZoneBox.module.css'
import { ZoneBox, type ZoneTag } from './ZoneBox.tsx'

/** What a person can do with the zones of a page. */
export interface ZoneActions {
  readonly select: (page: number, zone: string | null) => void
  readonly start: StartDrag
  readonly keyDown: (event: KeyboardEvent, page: number, zone: string) => void
  /** Opens what was pointed at for editing. */
  readonly open: (event: MouseEvent, page: number, zone: string) => void
  /** Puts what is carried into free space. */
  readonly putFree: (page: number, box: GridBox) => void
}

interface ZoneLayerProps {
  readonly page: number
  readonly spec: PublicationSpec
  /** Pixels a point. */
  readonly scale: number
  readonly zones: readonly PlacedZone[]
  readonly headlineOf: (article: string) => string
  readonly selected: string | null
  /** The zone that the gesture under way is about. */
  readonly active: string | null
  /** Free space that what is carried may be put into; none while nothing is. */
  readonly free: readonly GridBox[]
  readonly canChange: boolean
  readonly actions: ZoneActions
}

/** The zones of a page, to be pointed at, pulled, and walked through in reading order. */
export const ZoneLayer = (props: ZoneLayerProps) => {
  const { page, spec, scale, zones, headlineOf, selected, active, free, canChange, actions } = props
  const text = useText().page
  const format = useFormat()
  const place = (box: GridBox): PageRectangle => {
    const { left, top, width, height } = rectangleOf(box, page, spec)
    return { left: left * scale, top: top * scale, width: width * scale, height: height * scale }
  }
  const tagOf = ({ zone, part, overset }: PlacedZone): ZoneTag | null => {
    if (part === null) {
      if (zone.kind !== 'story') return null
      const lines = zone.rows * zone.span
      return { words: text.hole(lines), short: String(lines), tone: 'hole' }
    }
    if (overset === null || overset === 0) return null
    return {
      words: overset > 0 ? text.overset(overset) : text.underset(-overset),
      short: format.overset(overset) ?? '',
      tone: overset > 0 ? 'over' : 'under',
    }
  }
  const nameOf = (placed: PlacedZone): string => {
    const { zone, part } = placed
    const what = part !== null ? headlineOf(part.article) : zone.kind === 'story' ? text.emptyZone : text.kinds[zone.kind]
    const tag = tagOf(placed)
    const where = text.zonePlace(zone.column + 1, rightOf(zone), zone.row + 1, bottomOf(zone))
    return [tag === null ? what : `${what}: ${tag.words}`, where, zone.locked ? text.locked : null]
      .filter((words) => words !== null)
      .join('. ')
  }
  return (
    <div
      className={styles.layer}
      onPointerDown={(event) => {
        if (event.button !== 0 || event.target !== event.currentTarget) return
        actions.select(page, null)
        if (canChange) actions.start(event, (from) => (from === null ? null : { kind: 'draw', zone: 'story', from }))
      }}
    >
      <ul aria-label={text.zones(page)}>
        {zones.map((placed) => {
          const { zone, part } = placed
          return (
            <ZoneBox
              key={zone.id}
              zone={zone.id}
              name={nameOf(placed)}
              place={place(zone)}
              tag={tagOf(placed)}
              isHole={part === null && zone.kind === 'story'}
              isLocked={zone.locked}
              isSelected={zone.id === selected}
              isActive={zone.id === active}
              canChange={canChange}
              onSelect={() => actions.select(page, zone.id)}
              onOpen={(event) => actions.open(event, page, zone.id)}
              onKeyDown={(event) => actions.keyDown(event, page, zone.id)}
              onHold={(event, edges) => {
                if (!canChange) return
                actions.start(event, (from) =>
                  edges !== null
                    ? { kind: 'edge', page, zone: zone.id, edges }
                    : from === null
                      ? null
                      : {
                          kind: 'zone',
                          page,
                          zone: zone.id,
                          grab: { column: from.column - zone.column, row: from.row - zone.row },
                        },
                )
              }}
            />
          )
        })}
        {free.map((box) => (
          <li key={`${box.column} ${box.row}`}>
            <button
              type="button"
              className={styles.free}
              style={place(box)}
              data-free=""
              aria-label={text.freePlace(box.column + 1, rightOf(box), box.rows * box.span)}
              onClick={() => actions.putFree(page, box)}
            >
              <span aria-hidden>{text.freeLines(box.rows * box.span)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
