import type { Messages } from '../ru.ts'

export const passage: Messages['page']['passage'] = {
  label: (headline) => `Edit on the page: ${headline}`,
  number: (at, of) => `paragraph ${at} of ${of}`,
  text: 'Text of the paragraph',
  leftOut: 'On the site only',
  leaveOut: 'Leave out of print',
  putBack: 'Put back',
  putBackName: (words) => `Put back into print: ${words}`,
  note: 'What is left out of print stays in the article and goes to the site. Alt ↑ and Alt ↓ lead to the paragraphs beside.',
  approved: 'The article is approved: a change makes the approval out of date, and a new one is needed.',
  save: 'Save',
  cancel: 'Cancel',
  step: 'edit of a text',
  nothing: 'There is no text here that can be edited on the page.',
  foreign: {
    what: 'The article was made by a newer version of the program.',
    safe: 'It was not changed.',
    todo: 'Update the program on this computer to edit it.',
  },
  overtaken: {
    what: 'The edit cannot be undone or redone: somebody has changed this paragraph since.',
    safe: 'Their edit is intact, nothing was changed.',
    todo: 'Open the article and mend the paragraph by hand.',
  },
}
