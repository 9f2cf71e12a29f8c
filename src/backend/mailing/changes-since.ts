import { quoted } from '../../shared/language/quoted.ts'
import type { Newsroom } from '../newsroom.ts'
import { standingOf } from '../publishing/approved-version.ts'
import type { MailingRecord } from './mailing-store.ts'

/** What speaks against sending a letter now: the same differences give the same `mark`. */
export interface Changes {
  readonly mark: string
  /** For people. */
  readonly what: string
}

/** Compares every story of a letter with what is approved of it at this moment; null when all is as it was (rule E7). */
export const changesSince = async (newsroom: Newsroom, { stories }: MailingRecord): Promise<Changes | null> => {
  const marks: string[] = []
  const named: string[] = []
  for (const { article, contentHash } of stories) {
    const standing = newsroom.articles.has(article) ? await standingOf(newsroom, article) : null
    if (standing?.kind === 'approved' && standing.approval.contentHash === contentHash) continue
    const current = standing?.kind === 'changed' ? standing.currentHash : (standing?.kind ?? 'gone')
    marks.push(`${article} ${standing?.kind === 'approved' ? standing.approval.contentHash : current}`)
    const name = newsroom.articles.entry(article)?.headline.trim() || article
    named.push(
      standing === null
        ? `${quoted(name)} удалён`
        : standing.kind === 'approved'
          ? `${quoted(name)} утверждён заново`
          : `${quoted(name)}: ${standing.why}`,
    )
  }
  return marks.length === 0 ? null : { mark: marks.join('\n'), what: named.join('; ') }
}
