import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { articleStatuses } from '../workflow/states.ts'
import { assignmentSchema } from './assignment.ts'

const momentSchema = z.number().nullable()

/** When each stage ends by the schedule of the issue, in milliseconds since 1970. */
const timesSchema = z.object({
  assign: z.number(),
  file: z.number(),
  edit: z.number(),
  proofread: z.number(),
  layout: z.number(),
  press: z.number(),
})
export type IssueTimes = z.infer<typeof timesSchema>

/** What may be said of a story in its assignment; `deadline` is when its text is due from its author. */
const orderShape = { rubric: z.string().max(200), assignment: assignmentSchema, deadline: momentSchema }

export const assignmentApi = {
  read: reading(
    'assignment.read',
    z.object({ article: z.string() }),
    z.object({
      headline: z.string(),
      status: z.enum(articleStatuses),
      ...orderShape,
    }),
  ),
  /** The times of every issue that is not out yet, by serial. */
  times: reading('assignment.times', z.object({}), z.record(z.string(), timesSchema)),
  /**
   * Makes an article of a topic: everybody of the staff may propose one, `give` makes it an assignment at once and is
   * for those who plan. Without a `deadline` an assignment takes that of its issue.
   */
  create: writing(
    'assignment.create',
    'staff',
    z.object({ headline: z.string().trim().min(1).max(300), ...orderShape, give: z.boolean() }),
    z.object({ id: z.string() }),
  ),
  /** Changes an assignment; `give` also hands a topic out. For those who plan. */
  update: writing(
    'assignment.update',
    'giveAssignment',
    z.object({ article: z.string(), ...orderShape, give: z.boolean() }),
    z.object({}),
  ),
} as const
