import type { Role } from '../workflow/states.ts'

const keepers: ReadonlySet<Role> = new Set(['editorInChief', 'managingEditor', 'issueEditor', 'subEditor', 'proofreader'])

/** May a person with these roles say how the newspaper writes? */
export const mayChangeHouseStyle = (held: readonly Role[]): boolean => held.some((role) => keepers.has(role))
