import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'

const places = { one: 'place', other: 'places' }

export const correction: Messages['correction'] = {
  outIn: (count: number) => `Out in ${plural(count, places)}`,
  printedIn: (issue: string, page: number) => `printed in No. ${issue}, p. ${page}`,
  open: 'Correct or take back…',
  title: 'Correct what is out',
  kind: 'What to do',
  kinds: { correction: 'Correct everywhere', retraction: 'Take back everywhere' },
  explain: {
    correction: 'Every place gets the text that is approved now. Correct the story and have it approved first.',
    retraction: 'Publications are taken away wherever that is possible. They can’t be brought back.',
  },
  wrong: 'What was wrong',
  wrongHint: 'In words, as printed: they go into the notice of the next issue',
  right: 'What is right',
  places: 'Where it is out',
  noPlaces: 'The story is in no channel.',
  printedNote: (issue: string, page: number) =>
    `Printed in No. ${issue}, p. ${page}. The next issue gets a notice; the page itself stays as it is.`,
  state: {
    differs: 'another text, will be corrected',
    same: 'has the approved text',
    cannotEdit: 'the channel can’t correct it: do it there yourself',
    willRemove: 'will be taken away',
    cannotRemove: 'the channel can’t take it away: do it there yourself',
  },
  confirm: { correction: 'Correct everywhere', retraction: 'Take back' },
  ordered: {
    correction: 'The correction is on its way to every place.',
    retraction: 'The retraction is on its way to every place.',
  },
  past: 'Corrections',
  byHand: 'Done by hand',
  notice: (issue: string | null, page: number | null) =>
    page !== null
      ? `The notice stands in No. ${issue}, p. ${page}`
      : issue !== null
        ? `The notice is assigned to No. ${issue} and stands on no page yet`
        : 'The notice is ready; there is no issue for it yet',
  openNotice: 'Open the notice',
  inIssue: 'Corrected in this issue',
  noteOf: { correction: 'A correction of', retraction: 'A retraction of' },
  page: (page: number) => `p. ${page}`,
  was: (words: string) => `Printed: “${words}”.`,
  isNow: (words: string) => `It should read: “${words}”.`,
}
