import { z } from 'zod'
import { roles } from '../workflow/states.ts'

/** One person of the newsroom. */
export const staffMemberSchema = z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(roles)).min(1) })
export type StaffMember = z.infer<typeof staffMemberSchema>
