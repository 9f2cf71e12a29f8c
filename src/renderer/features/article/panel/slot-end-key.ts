import type { KeyBinding } from '../../../app/keys.ts'

/** Carries the caret to where the place of the article in the issue ends. */
export const slotEndKey: KeyBinding = { code: 'End', ctrl: true, alt: true }
