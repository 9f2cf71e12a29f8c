import type { Role } from '../workflow/states.ts'

const planners: ReadonlySet<Role> = new Set(['editorInChief', 'managingEditor', 'issueEditor'])

/** May a person with these roles say when issues come out? */
export const mayPlanIssues = (held: readonly Role[]): boolean => held.some((role) => planners.has(role))
