import type { ArticleStatus } from './states.ts'

const beforeFiling: ReadonlySet<ArticleStatus> = new Set(['pitch', 'assigned', 'inProgress'])

/** Is the author's text still awaited in this state, so that a deadline means something? */
export const isAwaited = (status: ArticleStatus): boolean => beforeFiling.has(status)

/** How late a text is at this moment, in milliseconds; null when it is not due, not late, or filed already. */
export const lateBy = (status: ArticleStatus, deadline: number | null, now: number): number | null =>
  deadline !== null && deadline < now && beforeFiling.has(status) ? now - deadline : null
