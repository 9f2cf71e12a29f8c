import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'

const stories = { one: 'story', other: 'stories' }
const photos = { one: 'picture', other: 'pictures' }

export const online: Messages['online'] = {
  open: 'The issue on sites',
  title: 'The issue on sites',
  noIssue: 'There is no issue yet.',
  noStories: 'No story stands on the pages of the issue yet.',
  package: 'Package for regional sites',
  packageExplained:
    'A folder with a feed (RSS with full text) and the pictures beside it. It holds the approved stories of the issue; what is not approved yet or under an embargo stays in the newsroom.',
  save: (issue: string) => `Save the package, ${issue}`,
  written: (count: number, pictures: number, folder: string) =>
    `Written: ${plural(count, stories)}, ${plural(pictures, photos)}. Folder: ${folder}`,
  left: 'Not in the package:',
  onSite: 'Stories on the newspaper’s site',
  out: (count: string, all: string) => `${count} of ${all} are on the site.`,
  page: 'P.',
  address: 'Address on the site',
  code: 'Code in print',
  notThere: 'not out yet',
  noCode: 'no code',
  codeWaits: (code: string) => `leads to ${code}`,
  codeLeads: 'leads to this page',
  codeUnsure: (code: string) => `leads to ${code}: see whether this page opens from there`,
}
