import { type BlockKind, blockKinds } from '../../../../shared/article/text-schema.ts'

/** The kinds that have a digit, in its order: Ctrl Alt 0 … Ctrl Alt 9. */
export const kindsByDigit: readonly BlockKind[] = blockKinds.slice(0, 10)

export type Shortcut =
  | { readonly type: 'kind'; readonly kind: BlockKind }
  | { readonly type: 'mark'; readonly mark: 'bold' | 'italic' }
  | { readonly type: 'medium'; readonly medium: 'printOnly' | 'webOnly' }
  | { readonly type: 'link' }

/** The part of a keyboard event a shortcut is told by: the place of the key, so that ЙЦУКЕН and QWERTY are the same. */
export interface KeyPress {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const simple: Readonly<Record<string, Shortcut>> = {
  KeyB: { type: 'mark', mark: 'bold' },
  KeyI: { type: 'mark', mark: 'italic' },
}

const withAlt: Readonly<Record<string, Shortcut>> = {
  KeyL: { type: 'link' },
  KeyP: { type: 'medium', medium: 'printOnly' },
  KeyW: { type: 'medium', medium: 'webOnly' },
}

/** What a key press in the text means; null when it is nothing of ours. */
export const findShortcut = ({ code, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): Shortcut | null => {
  if (ctrlKey === metaKey || shiftKey) return null
  if (!altKey) return simple[code] ?? null
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  const kind = digit === undefined ? undefined : kindsByDigit[Number(digit)]
  return kind ? { type: 'kind', kind } : (withAlt[code] ?? null)
}
