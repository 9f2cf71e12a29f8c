import { dayOf, momentOf } from '../../../shared/calendar/day.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { momentWords } from '../../../shared/publishing/schedule.ts'
import { articleName, placedOn } from '../../export/release.ts'
import type { Newsroom } from '../../newsroom.ts'
import { aboutArticle, type Found } from '../found.ts'

/**
 * Stories on these pages that somebody has put under an embargo which ends after the issue comes out: on a later day (rule
 * C02), or later on that very day (rule C03), when nobody can say whether the paper is there before.
 */
export const embargoFindings = (newsroom: Newsroom, issue: Issue, pages: readonly number[]): readonly Found[] => {
  const { issueEmbargo } = newsroom.settings.get().publishing
  const out = momentOf(issue.plannedFor, issueEmbargo ?? '00:00')
  return placedOn(issue, pages).flatMap(({ id, page }): Found[] => {
    const until = newsroom.embargoes.get().articles[id]
    if (until === undefined || until <= out) return []
    const sameDay = dayOf(until) === issue.plannedFor
    const when = issueEmbargo === null ? momentWords(out).split(',')[0] : momentWords(out)
    const message = `Материал ${articleName(newsroom, id)} под эмбарго до ${momentWords(until)} по Москве, а номер выходит ${when}.`
    const todo = 'Перенесите материал в следующий номер, измените срок эмбарго или объясните, почему номер с ним может выйти.'
    return [{ rule: sameDay ? 'C03' : 'C02', page, object: aboutArticle(id), message, todo }]
  })
}
