import type { ArticleSummary } from '../../shared/article/api.ts'
import type { Newsroom } from '../newsroom.ts'
import { isChangedAfterApproval } from '../workflow/act.ts'

/** The newest issue an article stands in. */
const placeOf = (newsroom: Newsroom, id: string): { issue: string; page: number } | null => {
  for (const issue of [...newsroom.issues.all()].reverse()) {
    const placement = issue.placements[id]
    if (placement) return { issue: issue.serial, page: placement.page }
  }
  return null
}

/** An article as lists show it; its overset is known only to the layout and stays null here. */
export const summaryOf = (newsroom: Newsroom, id: string): ArticleSummary | null => {
  const entry = newsroom.articles.entry(id)
  if (!entry) return null
  const record = newsroom.workflow.entry(id)
  const place = placeOf(newsroom, id)
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
