import type { ArticleStatus, Role } from './states.ts'

const beforeFiling: ReadonlySet<ArticleStatus> = new Set(['pitch', 'assigned', 'inProgress'])
const planners: ReadonlySet<Role> = new Set(['editorInChief', 'managingEditor', 'issueEditor', 'sectionEditor'])

/** Is the author's text still awaited in this state, so that a deadline means something? */
export const isAwaited = (status: ArticleStatus): boolean => beforeFiling.has(status)

/** How late a text is at this moment, in milliseconds; null when it is not due, not late, or filed already. */
export const lateBy = (status: ArticleStatus, deadline: number | null, now: number): number | null =>
  deadline !== null && deadline < now && beforeFiling.has(status) ? now - deadline : null

/** May a person with these roles say when a text is due? */
export const maySetDeadline = (held: readonly Role[]): boolean => held.some((role) => planners.has(role))
