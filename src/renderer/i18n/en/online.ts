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
  archive: (file: string) => `As one file: ${file}`,
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
  issuePage: {
    title: 'The page of the issue on the portal',
    explained:
      'Its cover, the PDF of the issue and links to its stories. An issue is brought there signed; the page shows the stories that are on the site already.',
    notThere: 'This site has no page of the issue yet.',
    publish: 'Bring the issue to the portal',
    again: 'Make it up anew and bring it',
    update: 'Update the page of the issue',
    remove: 'Take the page off the site',
    removeTitle: 'Take the page of the issue off the site?',
    removeExplained:
      'Readers will find neither the cover nor the PDF on the site any more. The stories stay there. The page can be taken back out of the site’s own bin.',
    removed: 'The page was taken off the site. It can be taken back out of the site’s own bin.',
    differs: (what: string) => `The issue has changed since the page came out: ${what}.`,
    making: 'Making the PDF and the cover…',
    noSite: 'No portal is connected.',
    toChannels: 'Connect a channel',
  },
}
