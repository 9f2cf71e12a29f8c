import type { Messages } from '../ru.ts'

/** Words of what people say about a text. */
export const comment: Messages['comment'] = {
  tab: 'Comments',
  list: 'Comments on the text',
  which: 'Which',
  filters: { open: 'Open', settled: 'Settled', all: 'All' },
  empty: {
    open: 'No open comments. Select words and press Ctrl Alt M to begin.',
    settled: 'No settled comments.',
    all: 'No comments. Select words and press Ctrl Alt M to begin.',
  },
  begin: 'Comment',
  newComment: 'New comment',
  aboutArticle: 'About the whole article',
  wordsGone: 'These words are no longer in the text:',
  show: (quote) => `Show in the text: ${quote}`,
  call: 'Call a colleague',
  send: 'Send',
  reply: 'Reply',
  answer: 'Reply',
  settle: 'Settled',
  reopen: 'Reopen',
  unread: 'new',
  tooLong: (limit) => `${limit} characters at most.`,
}
