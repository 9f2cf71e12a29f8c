import { failure, type Result, success } from '../../shared/api/result.ts'
import { type Numbering, numberIssue } from '../../shared/issue/serial.ts'
import type { Newsroom } from '../newsroom.ts'
import { frozenFailure } from '../signoff/guard-sent.ts'
import { issueFileName } from './issue-store.ts'

/** States in which pages bear their number for good. */
const numbered: ReadonlySet<string> = new Set(['signed', 'atPrinter', 'published', 'archived'])

/** The number of a new issue of this day, or which issue stands in its way because its number is final. */
export const numberNewIssue = (newsroom: Newsroom, plannedFor: string, count = 1): Result<Numbering> => {
  const numbering = numberIssue(newsroom.issues.entries(), plannedFor, newsroom.settings.get().publication.runningNumber, count)
  const fixed = numbering.renumbered.find(({ from }) => numbered.has(newsroom.issues.entry(from)?.status ?? ''))
  const sent = numbering.renumbered.find(({ from }) => newsroom.signOffs.of(from).sent.length > 0)
  if (!fixed && sent) return frozenFailure(sent.from, newsroom.signOffs.of(sent.from).sent, `номер на них стал бы ${sent.to}`)
  if (!fixed) return success(numbering)
  return failure('conflict', `Номер ${fixed.from} уже подписан или вышел, а он получил бы номер ${fixed.to}.`, {
    safe: 'Ни один номер не изменён.',
    todo: 'Выберите день после него.',
  })
}

/** Everything that names an issue by its serial follows it. */
const follow = async (newsroom: Newsroom, from: string, to: string): Promise<void> => {
  for (const [id, advert] of newsroom.adverts.all())
    if (advert.order.issue === from) await newsroom.adverts.change(id, (now) => ({ ...now, order: { ...now.order, issue: to } }))
  const passed = newsroom.preflight.get(issueFileName(from))
  if (passed) await newsroom.preflight.put(issueFileName(to), passed)
  await newsroom.signOffs.renumber(from, to)
  await newsroom.planHistory.renumber(from, to)
  const calendar = newsroom.calendar.get()
  const { [from]: schedule, ...others } = calendar.issues
  if (schedule) await newsroom.calendar.put({ ...calendar, issues: { ...others, [to]: schedule } })
}

/** Numbers a new issue of this day and gives those after it their new numbers, the last first. */
export const makeRoom = async (newsroom: Newsroom, plannedFor: string, count = 1): Promise<Result<Numbering>> => {
  const numbering = numberNewIssue(newsroom, plannedFor, count)
  if (!numbering.ok) return numbering
  for (const { from, to } of [...numbering.value.renumbered].reverse()) {
    await newsroom.issues.renumber(from, to)
    await follow(newsroom, from, to)
    newsroom.emit({ type: 'changed', feature: 'issue', id: from })
  }
  return numbering
}
