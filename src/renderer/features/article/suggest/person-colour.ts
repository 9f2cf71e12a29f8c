import type { StaffMember } from '../../../../shared/staff/staff.ts'
import { personColours } from '../editor/suggestion-marks.ts'

/** The colour of a person in texts, from 1 on, by their place in the staff; the same on every machine. */
export const colourOf = (staff: readonly StaffMember[], person: string): number =>
  (Math.max(
    0,
    staff.findIndex(({ id }) => id === person),
  ) %
    personColours) +
  1
