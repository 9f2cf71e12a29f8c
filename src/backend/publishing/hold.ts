import { isQuiet, momentWords, timeObstacle } from '../../shared/publishing/schedule.ts'
import { changesSince } from '../mailing/changes-since.ts'
import { rightsTodo } from '../media/rights-complaint.ts'
import type { Newsroom } from '../newsroom.ts'
import { approvedIn, standingIn } from './approved-version.ts'
import { pageComplaint } from './issue-page/hold-page.ts'
import { mayBeOut, type OutboxRow, versionOf } from './outbox-row.ts'
import { photoRights } from './photo-rights.ts'
import { letterEmbargo, timeRulesOf } from './release-time.ts'

const standardGraceMinutes = 120

/** Is a scheduled row so late that a person should look at it first? What is partly out goes on. */
const isLate = (newsroom: Newsroom, row: OutboxRow): boolean => {
  if (row.scheduledAt === null || row.waived.late || mayBeOut(row)) return false
  const minutes = Number(newsroom.outbox.channels.get(row.channel)?.settings.grace ?? standardGraceMinutes)
  return newsroom.environment.now() > row.scheduledAt + minutes * 60_000
}

const held = (row: OutboxRow, heldFor: OutboxRow['heldFor'], reason: string): OutboxRow => ({
  ...row,
  state: 'held',
  heldFor,
  reason,
})

/** Why the time is wrong for a row; null when it is not. What is partly out goes on. */
const timeComplaint = (newsroom: Newsroom, row: OutboxRow): string | null => {
  const channel = newsroom.outbox.channels.get(row.channel)
  if (!channel || mayBeOut(row) || row.purpose !== 'post') return null
  const rules = timeRulesOf(newsroom, row.article, channel.kind)
  const now = newsroom.environment.now()
  const obstacle = timeObstacle(rules, now)
  if (obstacle === 'embargo') return `Придержано: материал под эмбарго до ${momentWords(rules.embargo ?? now)} по Москве.`
  // What a person wanted out before the quiet hours did not go then, and must not wake anybody now.
  const overtaken = row.scheduledAt !== null && !row.waived.late && !isQuiet(rules, row.scheduledAt)
  return obstacle === 'quiet' && overtaken ? 'Придержано: назначенное время прошло, а сейчас тихие часы.' : null
}

/** The same of a letter about an issue: every story in it must be as it was approved (rule E7). */
const holdLetter = async (newsroom: Newsroom, row: OutboxRow, mailing: string): Promise<OutboxRow | null> => {
  const record = newsroom.mailings.get(mailing)
  if (record === null) return held(row, 'withdrawn', 'Придержано: сведений об этой рассылке больше нет.')
  if (record.state !== 'running') return held(row, 'withdrawn', 'Придержано: рассылка приостановлена.')
  const embargo = letterEmbargo(newsroom, record.stories)
  if (embargo !== null) return held(row, 'withdrawn', embargo)
  const changes = await changesSince(newsroom, record)
  if (changes === null || record.waived === changes.mark) return null
  return held(row, 'changed', `Придержано: материалы письма изменились (${changes.what}).`)
}

/**
 * The row put on hold when it must not be sent as things stand at this moment, else null (rules O3 and O8): content
 * other than the approved one, an approval taken back, or a time long past.
 */
export const holdIfNeeded = async (newsroom: Newsroom, row: OutboxRow): Promise<OutboxRow | null> => {
  // Nothing is said by taking back, so that no approval is asked for.
  if (row.purpose === 'remove') return null
  if (row.mailing !== null) return holdLetter(newsroom, row, row.mailing)
  if (row.issuePage !== null) {
    const complaint = await pageComplaint(newsroom, row.issuePage)
    return complaint === null ? null : held(row, 'changed', complaint)
  }
  if (!newsroom.articles.has(row.article)) return held(row, 'withdrawn', 'Придержано: материала больше нет.')
  const standing = await standingIn(newsroom, row.article, row)
  if (standing.kind === 'notApproved' || standing.kind === 'damaged')
    return held(row, 'withdrawn', `Придержано: материал не утверждён (${standing.why}).`)
  if (approvedIn(standing.approval, row) !== versionOf(row))
    return held(row, 'changed', 'Придержано: утверждена другая версия материала. Опубликуйте её, а эту отмените.')
  if (standing.kind === 'changed' && row.waived.change !== standing.currentHash)
    return held(
      row,
      'changed',
      `Придержано: материал изменён после утверждения (${standing.why}). Утвердите его заново или подтвердите отправку утверждённой версии.`,
    )
  const rights = photoRights(newsroom, row, newsroom.environment.now())
  if (rights !== null) return held(row, 'withdrawn', `Придержано: ${rights}. ${rightsTodo}`)
  if (isLate(newsroom, row)) return held(row, 'late', 'Придержано: назначенное время давно прошло. Решите, отправлять ли сейчас.')
  const complaint = timeComplaint(newsroom, row)
  return complaint === null ? null : held(row, 'late', complaint)
}
