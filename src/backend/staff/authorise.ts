import { failure, type Result, success } from '../../shared/api/result.ts'
import { whoMay } from '../../shared/staff/labels.ts'
import { holdsRight, type Need, type Right } from '../../shared/staff/rights.ts'
import { worksAlone } from '../../shared/staff/staff.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'
import { mustManageStaff } from './manage-staff.ts'

/** The refusal of somebody who lacks a right: it says which roles have it. */
export const mayNot = (right: Right): Result<never> =>
  failure('forbidden', whoMay(right), { safe: 'Ничего не изменено.', todo: 'Попросите того, у кого есть такая роль.' })

/** Refuses whoever has not what an operation asks for (rules W33 to W36); roles for a time count while it lasts. */
export const authorise = (newsroom: Newsroom, need: Need, person: string | null): Result<null> => {
  if (need === 'everyone') return success(null)
  if (need === 'owner') return mustManageStaff(newsroom, person)
  if (need !== 'staff' && worksAlone(newsroom.staff(), person)) return success(null)
  const held = rolesOf(newsroom, person)
  if (!held.ok) return held
  if (need === 'staff' || holdsRight(need, held.value)) return success(null)
  return mayNot(need)
}
