import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'
import { columns as columnNouns } from './nouns.ts'

/** Words of a photo in a text. */
export const photo: Messages['article']['photo'] = {
  label: 'Photo',
  caption: 'Caption',
  credit: 'Credit',
  alternative: 'Description for those who cannot see the photo',
  missing: 'The photo was not found in the newsroom folder.',
  none: 'No photo chosen.',
  remove: 'Remove the photo from the story',
  adding: 'Adding the photo…',
  notAdded: 'The photo was not added',
  library: {
    open: 'Insert from the newsroom’s pictures…',
    insert: 'Insert',
    columns: 'Over how many columns',
    columnsIn: (span) => `Over how many columns (the story has ${span})`,
    columnCount: (count) => plural(count, columnNouns),
  },
  resolution: {
    at: (resolution, columns) => `${resolution} dots per inch over ${plural(columns, columnNouns)}`,
    coarse: 'coarse',
    tooCoarse: 'too coarse for print',
    enough: (columns) => `Fine enough for print up to ${plural(columns, columnNouns)}`,
    none: 'Too small for print even in one column',
  },
  onlyFor: { print: 'The right covers paper only.', web: 'The right covers the site and networks only.' },
  suggested: 'The card is still empty: caption and author come from the story. It is saved as soon as you fill in something.',
  focus: {
    choose: 'What matters in the photo',
    hint: 'Point at what matters or move it with the arrows: it stays when the photo is cropped.',
    reset: 'Leave it to the layout',
    target: (x, y) =>
      x === null || y === null ? 'Nothing marked in the photo' : `What matters: ${x}% from the left, ${y}% from the top`,
  },
}
