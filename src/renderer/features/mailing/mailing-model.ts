import type { Letter, Mailing } from '../../../shared/mailing/mailing.ts'

/** How far a mailing is: `over` counts the letters of which nothing more comes by itself. */
export const progressOf = (
  letters: readonly Letter[],
): { readonly sent: number; readonly over: number; readonly total: number } => ({
  sent: letters.filter(({ status }) => status === 'published').length,
  over: letters.filter(({ status }) => status !== 'queued' && status !== 'sending').length,
  total: letters.length,
})

/** Is there anything left that goes by itself? */
export const isOver = ({ letters }: Pick<Mailing, 'letters'>): boolean => {
  const { over, total } = progressOf(letters)
  return total > 0 && over === total
}

const urgency: Readonly<Record<Letter['status'], number>> = {
  ...{ unknown: 0, needsPerson: 1, held: 1, failed: 2, sending: 3, queued: 4, published: 5, cancelled: 6 },
}

/** What a person must decide first, then what failed, then what waits. */
export const sortLetters = (letters: readonly Letter[]): readonly Letter[] =>
  letters.toSorted((a, b) => urgency[a.status] - urgency[b.status] || a.organisation.localeCompare(b.organisation, 'ru'))
