import type { Messages } from '../ru.ts'

export const block: Messages['block'] = {
  slash: {
    label: 'Insert a block or change its kind',
    nothing: 'Nothing found.',
    inHand: (label, number, count) => `${label}, ${number} of ${count}`,
    words: {
      paragraph: 'text plain',
      lead: 'intro first',
      subhead: 'heading chapter section',
      quote: 'pull speech',
      question: 'interview',
      answer: 'interview',
      listItem: 'bullet list items',
      numberedItem: 'number numbered list items',
      note: 'layout comment',
      sidebarHead: 'box frame',
      sidebar: 'box frame',
      tableHead: 'table columns',
      tableRow: 'table row',
      quoteSource: 'author who said',
      photo: 'picture image',
      library: 'photo library',
      video: 'film clip vk',
      attachment: 'file pdf',
    },
  },
  outline: { open: 'Outline', none: 'The text has no subheads', empty: 'A subhead without words' },
  move: {
    handle: 'Drag the paragraph',
    moved: (number, count) => `The paragraph was moved: ${number} of ${count}.`,
    refused: 'The paragraph was not moved: others suggest something in it. First accept or reject that.',
    edge: 'It cannot be moved further.',
  },
}
