import type { KeyBinding } from '../../../app/keys.ts'

/** Begins a comment on the selected words. */
export const commentKey: KeyBinding = { code: 'KeyM', ctrl: true, alt: true }
