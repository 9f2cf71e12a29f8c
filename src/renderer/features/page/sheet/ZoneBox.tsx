import { Lock } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import { classes } from '../../../ui/classes.ts'
import type { Edges } from '../zones/edit-zones.ts'
import type { PageRectangle } from './sheet-scale.ts'
import styles from './ZoneBox.module.css'

/** The frame of a zone stands off its text by so many pixels. */
const around = 4

/** Edges and corners to pull at, by where they are. */
const handles = [
  ['top', 'left'],
  ['top'],
  ['top', 'right'],
  ['right'],
  ['bottom', 'right'],
  ['bottom'],
  ['bottom', 'left'],
  ['left'],
] as const satisfies readonly (readonly (keyof Edges)[])[]

/** What stands on the edge of a zone: how its text fits, or how large the hole is. */
export interface ZoneTag {
  readonly words: string
  readonly short: string
  readonly tone: 'over' | 'under' | 'hole'
}

interface ZoneBoxProps {
  readonly zone: string
  readonly name: string
  /** Pixels from the top left corner of the sheet. */
  readonly place: PageRectangle
  readonly tag: ZoneTag | null
  readonly isHole: boolean
  readonly isLocked: boolean
  readonly isSelected: boolean
  /** It is what the gesture under way is about. */
  readonly isActive: boolean
  readonly canChange: boolean
  readonly onSelect: () => void
  readonly onOpen: (event: MouseEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onHold: (event: PointerEvent, edges: readonly (keyof Edges)[] | null) => void
}

/** Narrower zones (pixels) carry the number alone; the words are in their name. */
const roomForWords = 110

/** A zone over its page: its frame, how its text fits, and what to pull at while it is chosen. */
export const ZoneBox = (props: ZoneBoxProps) => {
  const { zone, name, place, tag, isHole, isLocked, isSelected, isActive, canChange } = props
  const style = {
    left: place.left - around,
    top: place.top - around,
    width: place.width + 2 * around,
    height: place.height + 2 * around,
  }
  const pullable = isSelected && canChange && !isLocked
  const button = useRef<HTMLButtonElement>(null)
  // The place a story was put on is gone with its focus: the zone that came of it takes over.
  useEffect(() => {
    if (isSelected && document.activeElement === document.body) button.current?.focus({ preventScroll: true })
  }, [isSelected])
  return (
    <li className={styles.place} style={style}>
      <button
        ref={button}
        type="button"
        data-zone={zone}
        className={classes(styles.zone, isHole && styles.hole, isSelected && styles.chosen, isActive && styles.active)}
        aria-pressed={isSelected}
        aria-label={name}
        onClick={props.onSelect}
        onDoubleClick={props.onOpen}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) props.onSelect()
        }}
        onKeyDown={props.onKeyDown}
        onPointerDown={(event) => {
          if (event.button === 0) props.onHold(event, null)
        }}
      >
        {isLocked && (
          <span className={styles.lock} aria-hidden>
            <Lock size={14} strokeWidth={1.5} absoluteStrokeWidth />
          </span>
        )}
        {tag !== null && (
          <span className={classes(styles.tag, styles[tag.tone])} aria-hidden>
            {place.width < roomForWords ? tag.short : tag.words}
          </span>
        )}
      </button>
      {pullable &&
        handles.map((edges) => (
          <span
            key={edges.join(' ')}
            className={styles.handle}
            data-edges={edges.join(' ')}
            aria-hidden
            onPointerDown={(event) => {
              if (event.button !== 0) return
              event.preventDefault()
              props.onHold(event, edges)
            }}
          />
        ))}
    </li>
  )
}
