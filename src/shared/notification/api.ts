import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { noticeKinds, noticeSchema } from './notification.ts'

/** Notices in one answer at most; `unread` counts all. */
export const noticeLimit = 100

const kindsSchema = z.array(z.enum(noticeKinds))

export const notificationApi = {
  /** What whoever asks is to know now, the newest first, without the kinds they have muted. */
  list: reading(
    'notification.list',
    z.object({}),
    z.object({ items: z.array(noticeSchema.extend({ isSeen: z.boolean() })), unread: z.number(), muted: kindsSchema }),
  ),
  /** Marks notices as seen. */
  see: writing('notification.see', 'everyone', z.object({ ids: z.array(z.string()).min(1).max(1000) }), z.object({})),
  /**
   * What the system has not been told to show yet, marked as told: whoever asks shows it, and nobody gets it again, in
   * another window or after a restart.
   */
  tell: writing('notification.tell', 'everyone', z.object({}), z.object({ items: z.array(noticeSchema) })),
  /** Says of which kinds whoever asks wants to hear nothing. */
  mute: writing('notification.mute', 'everyone', z.object({ kinds: kindsSchema }), z.object({})),
} as const
export type SeenNotice = z.output<typeof notificationApi.list.output>['items'][number]
