import type { KeyBinding } from '../../../app/keys.ts'

export const typographyKey = { code: 'KeyT', ctrl: true, shift: true } as const satisfies KeyBinding
