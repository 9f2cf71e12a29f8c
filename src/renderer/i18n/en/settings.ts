import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'
import { files } from './nouns.ts'

export const settings: Messages['settings'] = {
  title: 'Settings',
  parts: {
    publication: 'Publication',
    style: 'Page design',
    staff: 'Staff',
    printers: 'Printing',
    channels: 'Channels',
    folder: 'Folder',
    look: 'Look',
  },
  look: {
    density: 'Density',
    densities: { normal: 'Normal', compact: 'Compact', large: 'Roomy' },
    textSize: 'Text size',
    percent: (percent) => `${percent}%`,
    hint: 'Takes effect on this computer at once; nothing changes in the newsroom folder.',
  },
  publication: {
    name: 'Name of the newspaper',
    motto: 'Motto under the name',
    portal: 'Website',
    portalHint: 'The address that links in posts lead to.',
    portalError: 'Type the whole address, for example https://eseur.ru.',
    joinAddress: 'Join the union',
    joinAddressHint: 'The address of the service, for the QR code on the page; while empty, the code leads to the website.',
    joinAddressError: 'Type the whole address with https://, or leave the field empty.',
    storyAddress: 'Address of a story on the website',
    storyAddressHint:
      'For the QR code at the end of a story: the paper is printed before the story comes out on the website. {slug} is the headline in Latin letters, {id} a short number of the story. For example, https://eseur.ru/{slug}. While empty, the code leads to the story that has come out.',
    storyAddressError: 'Enter a full address with https:// and with {slug} or {id} in it, or leave the field empty.',
    nameError: 'A newspaper cannot come out without a name.',
    imprint: 'Imprint',
    imprintHint: 'Each line is a line of its own on the last page.',
    weekday: 'Day of publication',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    runningNumber: 'Issues that came out before the first one made here',
    runningNumberHint: 'The running number goes on from it: № 47 (1295).',
    runningNumberError: 'Type a whole number, zero or more.',
    autosave: 'Saved by itself when you leave a field.',
  },
  staff: {
    empty: 'No staff yet.',
    name: 'Name',
    roles: 'Roles',
    you: 'this is you',
    hint: 'Who you are at this computer is chosen at the top right.',
  },
  folder: {
    path: 'Newsroom folder',
    pathHint: 'It can be copied as a whole: it holds the stories, issues, photos and settings.',
    check: 'Check the files',
    checking: 'Checking the files…',
    clean: 'All files are whole.',
    found: (count) => `Findings: ${plural(count, files)}.`,
    repair: 'Mend what can be mended without loss',
    repaired: 'mended',
    mended: (count) => `Mended: ${plural(count, files)}. The folder is open again.`,
  },
}
