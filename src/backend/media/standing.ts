import type { Day } from '../../shared/calendar/day.ts'
import type { MediumStanding } from '../../shared/media/api.ts'
import { type Gap, rightsOf, weightOf } from '../../shared/media/rights.ts'
import type { Medium } from './medium-type.ts'

/** What a picture's rights lack on a day, and how that weighs after what somebody let pass (rules U26 and U27). */
export interface MediumRights {
  readonly gaps: readonly Gap[]
  readonly standing: MediumStanding
}

export const rightsIn = ({ card, pass }: Medium, use: 'print' | 'web', day: Day): MediumRights => {
  const gaps = rightsOf(card ?? null, use, day)
  const [gravest] = gaps
  if (!gravest) return { gaps, standing: 'none' }
  const weight = weightOf(gravest)
  return { gaps, standing: weight === 'editor' && pass ? 'passed' : weight }
}

/** The same for a picture that may go anywhere: what it lacks on paper or on the web. */
export const rightsAnywhere = (medium: Medium, day: Day): MediumRights => {
  const print = rightsIn(medium, 'print', day)
  // A licence that leaves one of the two out is no fault of the picture.
  const { licence } = medium.card ?? {}
  return licence?.use === 'web' ? rightsIn(medium, 'web', day) : print
}
