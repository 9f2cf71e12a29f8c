import { z } from 'zod'
import { roles } from '../workflow/states.ts'

/** Somebody's roles for a time, in milliseconds since 1970: while another person is away. */
const deputySchema = z.object({ id: z.string(), roles: z.array(z.enum(roles)).min(1), from: z.number(), until: z.number() })
export type Deputy = z.infer<typeof deputySchema>

/** One person of the newsroom. */
export const staffMemberSchema = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  deputies: z.array(deputySchema).optional(),
  /** Those of `roles` that are not for a time; told where the two differ. */
  standing: z.array(z.enum(roles)).optional(),
  /** Since when the person works here no more. */
  dismissedAt: z.number().optional(),
})
export type StaffMember = z.infer<typeof staffMemberSchema>

/** Is this the one who works here alone, said or not? There are no rights where there is nobody to have them from. */
export const worksAlone = (staff: readonly StaffMember[], person: string | null): boolean => {
  const present = staff.filter(({ dismissedAt }) => dismissedAt === undefined)
  return present.length === 1 && (person === null || present[0]?.id === person)
}
