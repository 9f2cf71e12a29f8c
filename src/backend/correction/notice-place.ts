import type { Newsroom } from '../newsroom.ts'

/** Where the notice of a correction stands, or in which issue it is to stand; null where there is no such article. */
export const noticePlace = async (
  newsroom: Newsroom,
  notice: string | null,
): Promise<{ article: string; issue: string | null; page: number | null } | null> => {
  if (notice === null || !newsroom.articles.has(notice)) return null
  const issue = newsroom.issues.entries().find(({ pageOf }) => pageOf.has(notice))
  if (issue) return { article: notice, issue: issue.serial, page: issue.pageOf.get(notice) ?? null }
  return { article: notice, issue: (await newsroom.articles.assignment(notice)).issue, page: null }
}
