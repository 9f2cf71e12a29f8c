import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'

const teasers = { one: 'teaser', other: 'teasers' }

export const teaser: Messages['teaser'] = {
  title: 'Teasers of the issue',
  open: 'Teasers of the issue',
  propose: 'Propose teasers',
  approve: (count) => `Approve ${plural(count, teasers)}`,
  order: (count) => `Schedule ${plural(count, teasers)}`,
  none: 'There is no teaser yet.',
  storyNotApproved: 'The story is not approved: its teaser goes out only then.',
  refused: 'Not all teasers were scheduled:',
  noIssue: 'There is no issue yet: nothing to announce.',
  noChannel: 'Teasers need a channel in Telegram, VK or Odnoklassniki.',
  noStories: 'No stories stand on the pages of the issue yet.',
}
