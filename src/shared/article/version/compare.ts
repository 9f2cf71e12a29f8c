import { diffWords } from '../../proof/word-diff.ts'
import { articleFields, type Block, textOf } from '../content.ts'
import { asItStands } from '../suggestion/as-it-stands.ts'
import { alignBlocks, type KeyedBlock, wordsOf } from './align.ts'
import type { Piece, Redline, RedlineBlock, RedlineKind } from './redline.ts'
import type { KeyedText } from './version.ts'

/** Words, gaps and signs: what a comparison keeps or strikes as a whole. */
const token = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu

const tokensOf = (text: string): readonly string[] => text.match(token) ?? []

const isGap = (text: string): boolean => text.trim() === ''

const put = (pieces: Piece[], kind: Piece['kind'], text: string): void => {
  const last = pieces.at(-1)
  if (text === '') return
  if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text }
  else pieces.push({ kind, text })
}

/** A gap that alone stayed between two changes belongs to both: «старое слово» gives way as one, not word by word. */
const joinGaps = (pieces: readonly Piece[]): readonly Piece[] => {
  const joined: Piece[] = []
  let deleted = ''
  let inserted = ''
  const flush = () => {
    put(joined, 'deleted', deleted)
    put(joined, 'inserted', inserted)
    deleted = ''
    inserted = ''
  }
  for (const [at, { kind, text }] of pieces.entries()) {
    const next = pieces[at + 1]
    if (kind === 'deleted') deleted += text
    else if (kind === 'inserted') inserted += text
    else if (isGap(text) && deleted !== '' && inserted !== '' && next && next.kind !== 'same') {
      deleted += text
      inserted += text
    } else {
      flush()
      put(joined, 'same', text)
    }
  }
  flush()
  return joined
}

/** Two texts as one, word by word. */
export const comparePieces = (before: string, after: string): readonly Piece[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const [left, right] = [tokensOf(before), tokensOf(after)]
  const pieces: Piece[] = []
  let at = 0
  for (const change of diffWords(left, right)) {
    put(pieces, 'same', left.slice(at, change.before.from).join(''))
    put(pieces, 'deleted', left.slice(change.before.from, change.before.to).join(''))
    put(pieces, 'inserted', right.slice(change.after.from, change.after.to).join(''))
    at = change.before.to
  }
  put(pieces, 'same', left.slice(at).join(''))
  return joinGaps(pieces)
}

const kindOf = (block: Block): RedlineKind => (block.type === 'paragraph' ? block.attrs.kind : block.type)

const look = ({ content }: Block): string => JSON.stringify(content.map(({ text, marks = [] }) => [text, marks]))
const beside = (block: Block): string => (block.type === 'paragraph' ? '' : JSON.stringify(block.attrs))

const keyed = ({ body, keys }: KeyedText): readonly KeyedBlock[] =>
  body.flatMap((block, at) =>
    asItStands([block]).map((standing) => {
      const text = textOf(standing.content)
      return { key: keys[at] ?? '', block: standing, text, words: wordsOf(text) }
    }),
  )

type Persons = ReadonlyMap<string, readonly string[]>

const wholeBlock = (
  change: 'inserted' | 'deleted' | 'movedAway',
  { key, block, text }: KeyedBlock,
  persons: Persons,
): RedlineBlock => ({
  ...{ change, kind: kindOf(block), kindBefore: null, medium: block.attrs.medium, mediumBefore: null, isFormatted: false },
  pieces: text === '' ? [] : [{ kind: change === 'inserted' ? 'inserted' : 'deleted', text }],
  persons: [...(persons.get(key) ?? [])],
})

const pairedBlock = (before: KeyedBlock, after: KeyedBlock, isMoved: boolean, persons: Persons): RedlineBlock => {
  const pieces = [...comparePieces(before.text, after.text)]
  const [kindBefore, kind] = [kindOf(before.block), kindOf(after.block)]
  const [mediumBefore, medium] = [before.block.attrs.medium, after.block.attrs.medium]
  const sameWords = before.text === after.text
  const isFormatted = (sameWords && look(before.block) !== look(after.block)) || beside(before.block) !== beside(after.block)
  const isSame = sameWords && kind === kindBefore && medium === mediumBefore && !isFormatted
  return {
    change: isMoved ? 'moved' : isSame ? 'same' : 'changed',
    ...{ kind, medium, isFormatted, pieces },
    kindBefore: kind === kindBefore ? null : kindBefore,
    mediumBefore: medium === mediumBefore ? null : mediumBefore,
    persons: isSame && !isMoved ? [] : [...new Set([...(persons.get(before.key) ?? []), ...(persons.get(after.key) ?? [])])],
  }
}

const countWords = (pieces: readonly Piece[], kind: Piece['kind']): number =>
  pieces.reduce(
    (sum, piece) => (piece.kind === kind ? sum + tokensOf(piece.text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length : sum),
    0,
  )

/**
 * Compares two texts as they stand: block by block, and inside a block word by word. `persons` says who changed which
 * block, or line of the head, in between.
 */
export const compareTexts = (before: KeyedText, after: KeyedText, persons: Persons): Redline => {
  const fields = articleFields.flatMap((field) =>
    before.fields[field] === after.fields[field]
      ? []
      : [
          {
            field,
            pieces: [...comparePieces(before.fields[field], after.fields[field])],
            persons: [...(persons.get(field) ?? [])],
          },
        ],
  )
  const blocks = alignBlocks(keyed(before), keyed(after)).map((pair): RedlineBlock => {
    if (pair.kind === 'both') return pairedBlock(pair.before, pair.after, pair.isMoved, persons)
    return wholeBlock(pair.kind, pair.block, persons)
  })
  const counted = [
    ...fields.map(({ pieces }) => pieces),
    ...blocks.filter(({ change }) => change !== 'movedAway').map(({ pieces }) => pieces),
  ]
  const sum = (kind: Piece['kind']) => counted.reduce((total, pieces) => total + countWords(pieces, kind), 0)
  return { fields, blocks, inserted: sum('inserted'), deleted: sum('deleted') }
}
