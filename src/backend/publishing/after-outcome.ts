import type { LookupOutcome, PostOutcome } from './channels/carrier.ts'
import { nextStep, type OutboxRow, withStep } from './outbox-row.ts'
import { retryDelay } from './retry.ts'

/** Two answers «it is not there» this far apart prove it: a post that was on its way has arrived or is lost by then. */
export const absenceGapMs = 60_000

/** Rest before a channel that gave no answer is asked again. */
const lookupRestMs = 5 * 60_000

/** Names the post where a delivery has several. */
const partName = (row: OutboxRow, index: number): string => {
  if (row.steps.length < 2) return ''
  const what = row.steps[index]?.part.kind === 'text' ? 'текст' : 'снимки'
  return `Часть ${index + 1} из ${row.steps.length} (${what}). `
}

/** The row with one of its posts proven out: published when it was the last one, else on to the next. */
const withSent = (row: OutboxRow, index: number, sent: { remoteId: string; url: string | null }, now: number): OutboxRow => {
  const { remoteId, url } = sent
  const step = { state: 'sent' as const, remoteId, url, sentAt: now, suspect: false, absentSince: null }
  const done: OutboxRow = { ...withStep(row, index, step), retries: 0 }
  if (done.steps.some(({ state }) => state === 'unknown')) return { ...done, state: 'unknown', checkAt: now }
  const further = { ...done, heldFor: null, reason: null, checkAt: null }
  if (nextStep(done) >= 0) return { ...further, state: 'prepared' }
  return { ...further, state: 'sent', publishedAt: now, url: done.steps.find((each) => each.url !== null)?.url ?? null }
}

/** The row after one of its posts had this outcome: one row of the table of channels' failures (rules O6 and O7). */
export const afterOutcome = (row: OutboxRow, index: number, outcome: PostOutcome, now: number): OutboxRow => {
  const told = (reason: string) => `${partName(row, index)}${reason}`
  switch (outcome.kind) {
    case 'sent':
      return withSent(row, index, outcome, now)
    case 'retry': {
      const waiting = {
        ...withStep(row, index, { state: 'waiting' }),
        retries: row.retries + 1,
        reason: told(outcome.reason),
        alone: outcome.alone === true,
      }
      const delay = retryDelay(row.retries, outcome.afterMs)
      if (delay === null)
        return { ...waiting, state: 'needsPerson', reason: told(`${outcome.reason} Попыток было ${waiting.retries}.`) }
      return { ...waiting, state: 'retryWait', dueAt: now + delay }
    }
    case 'refused':
      return { ...withStep(row, index, { state: 'waiting' }), state: outcome.to, reason: told(outcome.reason) }
    case 'handed':
      return { ...withStep(row, index, { state: 'unknown' }), state: 'needsPerson', checkAt: null, reason: told(outcome.reason) }
    case 'unknown':
      return { ...withStep(row, index, { state: 'unknown' }), state: 'unknown', checkAt: now, reason: told(outcome.reason) }
  }
}

/** Which post of a row in doubt the channel is asked about; -1 when there is none. */
export const doubtfulStep = (row: OutboxRow): number =>
  row.state === 'unknown' ? row.steps.findIndex((step) => step.state === 'unknown') : -1

/**
 * A row in doubt after the channel was asked about one of its posts (rule O18). Found is sent. Absent twice, far enough
 * apart, goes back into the queue; where another copy of the folder may still be sending, it waits for a person instead.
 */
export const afterLookup = (row: OutboxRow, index: number, found: LookupOutcome, now: number): OutboxRow => {
  if (found.kind === 'found') return withSent(row, index, found, now)
  if (found.kind === 'noAnswer') return { ...row, checkAt: now + lookupRestMs }
  const since = row.steps[index]?.absentSince ?? now
  const seen = withStep(row, index, { absentSince: since })
  if (now - since < absenceGapMs)
    return {
      ...seen,
      checkAt: since + absenceGapMs,
      reason: `${partName(row, index)}В канале публикации пока нет. Проверим ещё раз через минуту, до тех пор не отправляем.`,
    }
  if (row.doubt)
    return {
      ...seen,
      checkAt: null,
      reason: `${partName(row, index)}В канале публикации нет, проверено дважды. Её могла отправлять другая копия папки: решите, отправлять ли отсюда.`,
    }
  const again = withStep(row, index, { state: 'waiting', suspect: true, absentSince: null })
  // A delivery goes on only when nothing of it is in doubt.
  if (again.steps.some(({ state }) => state === 'unknown')) return { ...again, checkAt: now }
  return { ...again, state: 'prepared', retries: 0, dueAt: now, checkAt: null, reason: null }
}
