/** A key combination, bound to the place of the key (`event.code`), so that ЙЦУКЕН and QWERTY are the same. */
export interface KeyBinding {
  readonly code: string
  /** Ctrl, on macOS ⌘. */
  readonly ctrl?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
}

export interface KeyPress {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Does this press mean this binding? Modifiers must agree exactly. */
export const matches = (binding: KeyBinding, press: KeyPress, mac: boolean): boolean => {
  const ctrl = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  return (
    press.code === binding.code &&
    ctrl === (binding.ctrl ?? false) &&
    press.shiftKey === (binding.shift ?? false) &&
    press.altKey === (binding.alt ?? false) &&
    !other
  )
}

/** Nothing can be typed into these. */
const isSwitch = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')

/** A single key works only outside of text. */
export const isTextTarget = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !isSwitch(target)))

const keyNames: Readonly<Record<string, string>> = {
  Enter: 'Enter',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  BracketLeft: '[',
  BracketRight: ']',
}

const keyName = (code: string): string => keyNames[code] ?? code.replace(/^(Digit|Key|Numpad)/, '')

/** The combination as it stands in tooltips and in the list of keys: «Ctrl Shift Z», on macOS «⌘ ⇧ Z». */
export const describeBinding = (binding: KeyBinding, mac: boolean): string =>
  [
    binding.ctrl ? (mac ? '⌘' : 'Ctrl') : null,
    binding.alt ? (mac ? '⌥' : 'Alt') : null,
    binding.shift ? (mac ? '⇧' : 'Shift') : null,
    keyName(binding.code),
  ]
    .filter((part) => part !== null)
    .join(' ')

export const isMac = (platform: string): boolean => /mac/i.test(platform)

/** What the frame itself listens to, everywhere. */
export const frameKeys = {
  desk: { code: 'Digit1', ctrl: true },
  issue: { code: 'Digit2', ctrl: true },
  article: { code: 'Digit3', ctrl: true },
  page: { code: 'Digit4', ctrl: true },
  publishing: { code: 'Digit5', ctrl: true },
  advert: { code: 'Digit6', ctrl: true },
  calendar: { code: 'Digit7', ctrl: true },
  signoff: { code: 'Digit8', ctrl: true },
  settings: { code: 'Digit9', ctrl: true },
  find: { code: 'KeyK', ctrl: true },
  keyList: { code: 'F1' },
  nextRegion: { code: 'F6' },
  previousRegion: { code: 'F6', shift: true },
} as const satisfies Record<string, KeyBinding>

/** What the start screen listens to. */
export const startKeys = {
  demo: { code: 'Digit1' },
  create: { code: 'Digit2' },
  open: { code: 'Digit3' },
} as const satisfies Record<string, KeyBinding>
