import { failure, type Result } from '../../shared/api/result.ts'
import { momentOf } from '../../shared/calendar/day.ts'
import type { ChannelKind } from '../../shared/publishing/channel.ts'
import { momentWords, nextFreeTime, rulesFor, type TimeRules, timeObstacle } from '../../shared/publishing/schedule.ts'
import type { Newsroom } from '../newsroom.ts'

/** Until when an article stays in the house: what somebody said, or the day of its issue (rule O31). */
export const embargoOf = (newsroom: Newsroom, article: string): number | null => {
  const { publishing } = newsroom.settings.get()
  const said = newsroom.embargoes.get().articles[article] ?? null
  const { issueEmbargo } = publishing
  const inIssues =
    issueEmbargo === null
      ? []
      : newsroom.issues
          .entries()
          .filter(({ pageOf }) => pageOf.has(article))
          .map(({ plannedFor }) => momentOf(plannedFor, issueEmbargo))
  const all = said === null ? inIssues : [said, ...inIssues]
  return all.length === 0 ? null : Math.max(...all)
}

/** What stands in the way of a post of an article in a channel of this kind, at whatever moment. */
export const timeRulesOf = (newsroom: Newsroom, article: string, kind: ChannelKind): TimeRules => {
  const { publishing } = newsroom.settings.get()
  const rules = { quiet: publishing.quiet, embargo: embargoOf(newsroom, article) }
  return rulesFor(kind, rules)
}

/** Says why a post may not go out at a moment, and when it may; null when it may then (rules O30 and O31). */
export const timeRefusal = (rules: TimeRules, at: number): Result<never> | null => {
  const obstacle = timeObstacle(rules, at)
  if (obstacle === null) return null
  const { quiet, embargo } = rules
  const what =
    obstacle === 'embargo'
      ? `Материал под эмбарго до ${momentWords(embargo ?? at)} по Москве.`
      : `Это тихие часы: с ${quiet?.from} до ${quiet?.to} по Москве ничего не выходит.`
  return failure('conflict', what, {
    safe: 'Ничего не назначено и не отправлено.',
    todo: `Ближайшее свободное время: ${momentWords(nextFreeTime(rules, at))} по Москве.`,
  })
}

/** Says until when the stories of a letter stay in the house; null when all of them may leave (rule E7). */
export const letterEmbargo = (newsroom: Newsroom, stories: readonly { readonly article: string }[]): string | null => {
  const until = Math.max(0, ...stories.map(({ article }) => embargoOf(newsroom, article) ?? 0))
  return newsroom.environment.now() < until ? `Материалы письма под эмбарго до ${momentWords(until)} по Москве.` : null
}
