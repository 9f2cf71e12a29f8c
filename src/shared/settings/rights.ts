import type { Role } from '../workflow/states.ts'

const designers: ReadonlySet<Role> = new Set(['editorInChief', 'managingEditor', 'issueEditor', 'layoutArtist'])

/** May a person with these roles say how the pages of the publication look? */
export const mayRestyle = (held: readonly Role[]): boolean => held.some((role) => designers.has(role))
