import { z } from 'zod'
import { scheduleSchema } from '../assignment/schedule.ts'
import { imprintLineIds } from './imprint-lines.ts'
import { pageStyleSchema } from './page-style.ts'
import { publishingRulesSchema } from './publishing-rules.ts'
import { storyAddressSchema } from './story-address.ts'

/** A newspaper: what stands on its pages beside the stories, and how they look. */
export const publicationSchema = z.object({
  name: z.string().default('Профсоюзная среда'),
  motto: z.string().default('Еженедельная газета Общероссийского Профсоюза образования'),
  /** Lines of the imprint on the last page. */
  imprint: z.array(z.string()).default([]),
  /** What the imprint has to say before an issue goes to the printer: by law, all of it, unless the newspaper is exempt. */
  requiredLines: z.array(z.enum(imprintLineIds)).default([...imprintLineIds]),
  portal: z.string().default('https://eseur.ru'),
  /** Address of the service for joining the union, for the block with its QR code; without one the portal's. */
  joinAddress: z.string().default(''),
  storyAddress: storyAddressSchema.default(''),
  /** Weekday of publication, 1 = Monday. */
  weekday: z.number().int().min(1).max(7).default(3),
  /** Running number of the issue before the first one made here. */
  runningNumber: z.number().int().min(0).default(0),
  style: pageStyleSchema.prefault({}),
  /** When the stages of an article end. */
  schedule: scheduleSchema.default(scheduleSchema.parse({})),
})
export type Publication = z.infer<typeof publicationSchema>

/** How strictly approvals are given, and when a window locks. */
export const workflowRulesSchema = z.object({
  /** Who approves must not be the only one who had the text in hands. */
  twoPersons: z.boolean().default(false),
  /** Approval only of what was proofread: no stage may be passed over. */
  strictStages: z.boolean().default(false),
  /** A window with an open key locks after so many minutes without a key or a click; 0 never. */
  lockAfter: z.number().int().min(0).max(480).default(15),
})
export type WorkflowRules = z.infer<typeof workflowRulesSchema>

export const settingsSchema = z.object({
  schemaVersion: z.literal(2),
  /** Identifies the newsroom in all its copies. */
  newsroom: z.string(),
  publication: publicationSchema,
  rules: workflowRulesSchema.default(() => workflowRulesSchema.parse({})),
  publishing: publishingRulesSchema.prefault({}),
})
export type Settings = z.infer<typeof settingsSchema>
