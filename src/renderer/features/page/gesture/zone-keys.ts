import { type KeyPress, matches } from '../../../app/keys.ts'

/** What a key changes of the zone that has focus. Directions are columns to the right and rows down. */
export type ZoneChange =
  | { readonly type: 'move'; readonly across: -1 | 0 | 1; readonly down: -1 | 0 | 1; readonly single: boolean }
  /** Moves the right or bottom edge; with `far` the left or top one. */
  | {
      readonly type: 'resize'
      readonly across: -1 | 0 | 1
      readonly down: -1 | 0 | 1
      readonly single: boolean
      readonly far: boolean
    }
  | { readonly type: 'split'; readonly cut: 'rows' | 'columns' }
  | { readonly type: 'join' | 'remove' | 'lock' }

/** What a key asks of the zone that has focus. */
export type ZoneCommand = ZoneChange | { readonly type: 'take' } | { readonly type: 'edit' } | { readonly type: 'shape' }

const directions = {
  ArrowLeft: { across: -1, down: 0 },
  ArrowRight: { across: 1, down: 0 },
  ArrowUp: { across: 0, down: -1 },
  ArrowDown: { across: 0, down: 1 },
} as const

const arrow = (code: string): (typeof directions)[keyof typeof directions] | null => {
  switch (code) {
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowDown':
      return directions[code]
    default:
      return null
  }
}

const letters = [
  { binding: { code: 'KeyS' }, command: { type: 'split', cut: 'rows' } },
  { binding: { code: 'KeyS', shift: true }, command: { type: 'split', cut: 'columns' } },
  { binding: { code: 'KeyJ' }, command: { type: 'join' } },
  { binding: { code: 'Delete' }, command: { type: 'remove' } },
  { binding: { code: 'Backspace' }, command: { type: 'remove' } },
  { binding: { code: 'KeyL' }, command: { type: 'lock' } },
  { binding: { code: 'Enter' }, command: { type: 'take' } },
  { binding: { code: 'F2' }, command: { type: 'edit' } },
  { binding: { code: 'KeyF' }, command: { type: 'shape' } },
] as const

/** What a press asks of a zone; null where it asks nothing. Arrows alone go by modules, with Ctrl by single rows. */
export const zoneCommand = (press: KeyPress, mac: boolean): ZoneCommand | null => {
  const direction = arrow(press.code)
  if (direction !== null) {
    const single = mac ? press.metaKey : press.ctrlKey
    if (press.shiftKey) return { type: 'resize', ...direction, single, far: press.altKey }
    return press.altKey ? null : { type: 'move', ...direction, single }
  }
  return letters.find(({ binding }) => matches(binding, press, mac))?.command ?? null
}
