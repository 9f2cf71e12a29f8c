import { failure, type Result, success } from '../../shared/api/result.ts'
import { mayPlanIssues } from '../../shared/calendar/rights.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'

/** Refuses whoever does not plan issues. */
export const mustPlan = (newsroom: Newsroom, person: string | null): Result<null> => {
  const held = rolesOf(newsroom, person)
  if (!held.ok) return held
  if (mayPlanIssues(held.value)) return success(null)
  return failure('forbidden', 'Календарь номеров ведут главный редактор, ответственный секретарь и выпускающий редактор.', {
    safe: 'Ничего не изменено.',
    todo: 'Попросите кого-то из них.',
  })
}
