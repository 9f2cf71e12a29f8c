import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'
import { articles } from './nouns.ts'

/** Words of what a person is told of. */
export const notification: Messages['notification'] = {
  bell: (unread: number) => (unread === 0 ? 'Notifications, none new' : `Notifications, new: ${unread}`),
  title: 'Notifications',
  empty: 'No notifications.',
  readAll: 'Mark as read',
  fresh: 'new',
  choose: 'What to tell of',
  kinds: {
    assigned: 'I was given an assignment',
    returned: 'a story was returned to me',
    mentioned: 'I was called in a comment',
    toSign: 'waits for my signature',
    dueSoon: 'a deadline is near',
    late: 'a deadline has passed',
    escalation: 'the issue is not ready for sign-off',
  },
  untitled: 'Untitled',
  issue: (serial: string) => `Issue ${serial}`,
  said: {
    assigned: (who: string) => `Assigned to you by ${who}`,
    returned: (who: string) => `Returned to you by ${who}`,
    mentioned: (who: string) => `${who} calls you in a comment`,
    toSign: 'Waits for your signature',
    toSignIssue: 'All pages are signed: the issue waits for the sign-off',
    dueSoon: (when: string) => `Due soon: ${when}`,
    late: (when: string) => `Overdue: ${when}`,
    escalation: (count: number, when: string) => `Not approved: ${plural(count, articles)}. Sign-off: ${when}`,
  },
  somebody: 'somebody',
  many: (count: number) => `New notifications: ${count}`,
  manyBody: 'Open “Notifications” at the top of the program.',
}
