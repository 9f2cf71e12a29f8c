import type { KeyBinding } from '../../../app/keys.ts'

/** Calls the menu of blocks: in the Russian layout «/» is not where the sign is. */
export const slashKey: KeyBinding = { code: 'Slash', ctrl: true }
