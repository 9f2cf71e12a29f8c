import { join } from 'node:path'
import { z } from 'zod'
import { mentionSchema, noticeKinds } from '../../shared/notification/notification.ts'
import type { RecordType } from '../store/json-file.ts'

const personSchema = z.object({
  /** When each notice was seen, and handed to the system to show, in milliseconds since 1970. */
  seen: z.record(z.string(), z.number()),
  told: z.record(z.string(), z.number()),
  muted: z.array(z.enum(noticeKinds)),
})
export type PersonNotices = z.infer<typeof personSchema>

const notificationsSchema = z.object({
  schemaVersion: z.literal(1),
  people: z.record(z.string(), personSchema),
  /** The latest of them, in the order in which they were made. */
  mentions: z.array(mentionSchema),
})
/** What people have seen of what they were told, and who was asked to look. */
export type Notifications = z.infer<typeof notificationsSchema>

export const notificationsType: RecordType<Notifications> = { version: 1, schema: notificationsSchema, migrations: {} }
export const noNotifications: Notifications = { schemaVersion: 1, people: {}, mentions: [] }
export const notificationsPath = (folder: string): string => join(folder, 'notifications.json')
export const nothingSeen: PersonNotices = { seen: {}, told: {}, muted: [] }
