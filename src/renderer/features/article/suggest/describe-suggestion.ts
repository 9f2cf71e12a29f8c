import type { Piece, Suggestion } from '../../../../shared/article/suggestion/list-suggestions.ts'
import type { Messages } from '../../../i18n/ru.ts'

/** What a row of the list says: words that go, words that come, and what else is to happen. */
export interface SuggestionWords {
  readonly deleted: string
  readonly inserted: string
  /** The words a change of look or kind is about. */
  readonly about: string
  readonly notes: readonly string[]
}

const noteOf = (piece: Piece, text: Messages): string | null => {
  const words = text.suggestion
  if (piece.kind === 'break') return words.split
  if (piece.kind === 'join') return words.join
  if (piece.kind === 'blockInserted') return words.blockIn
  if (piece.kind === 'blockDeleted') return words.blockOut
  if (piece.kind === 'reformat') {
    const format = words.formats[piece.reformat.mark]
    return piece.reformat.on ? format : words.formatOff(format)
  }
  if (piece.kind !== 'change') return null
  const { kind, medium } = piece.change
  return [kind ? text.article.kinds[kind] : null, medium ? text.article.mediums[medium] || words.everywhere : null]
    .filter((part) => part !== null)
    .join(', ')
}

const plain = (words: string): string => words.replaceAll('¶', ' ').replace(/\s+/g, ' ').trim()

export const describeSuggestion = (suggestion: Suggestion, text: Messages): SuggestionWords => ({
  deleted: plain(suggestion.deleted),
  inserted: plain(suggestion.inserted),
  about: plain(
    suggestion.pieces.map((piece) => (piece.kind === 'reformat' || piece.kind === 'change' ? piece.text : '')).join(' '),
  ),
  notes: [...new Set(suggestion.pieces.flatMap((piece) => noteOf(piece, text) ?? []))],
})
