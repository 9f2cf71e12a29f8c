import type { ArticleSummary } from '../../shared/article/api.ts'
import type { Newsroom } from '../newsroom.ts'
import { isChangedAfterApproval } from '../workflow/act.ts'

/** An article as lists show it; its overset is known only to the layout and stays null here. */
export const summaryOf = (newsroom: Newsroom, id: string): ArticleSummary | null => {
  const entry = newsroom.articles.entry(id)
  if (!entry) return null
  const record = newsroom.workflow.entry(id)
  const place = newsroom.issues.placeOf(id)
  return {
    id,
    status: record?.status ?? 'filed',
    headline: entry.headline,
    rubric: entry.rubric,
    byline: entry.byline,
    characters: entry.characters,
    photos: entry.photos,
    issue: place?.issue ?? null,
    page: place?.page ?? null,
    overset: null,
    changedAfterApproval: isChangedAfterApproval(newsroom, id),
    order: record?.order ?? 0,
    deadline: record?.deadline ?? null,
  }
}
