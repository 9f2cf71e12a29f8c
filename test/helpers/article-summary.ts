import type { ArticleSummary } from '../../src/shared/article/api.ts'

/** A filed article with its id for a headline, standing nowhere; `more` says what is different. */
export const articleSummary = (id: string, more: Partial<ArticleSummary> = {}): ArticleSummary => ({
  id,
  status: 'filed',
  headline: id,
  rubric: '',
  byline: '',
  characters: 0,
  photos: 0,
  issue: null,
  page: null,
  overset: null,
  changedAfterApproval: false,
  order: 0,
  deadline: null,
  ...more,
})
