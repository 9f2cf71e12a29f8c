import { diffWords } from '../../proof/word-diff.ts'
import type { Block } from '../content.ts'

/** A block as it stands, with its name in the document. */
export interface KeyedBlock {
  readonly key: string
  readonly block: Block
  readonly text: string
  /** The different words of the text, in small letters. */
  readonly words: ReadonlySet<string>
}

/** What a block of either text is in the other. */
export type Aligned =
  | { readonly kind: 'both'; readonly before: KeyedBlock; readonly after: KeyedBlock; readonly isMoved: boolean }
  | { readonly kind: 'inserted' | 'deleted' | 'movedAway'; readonly block: KeyedBlock }

/** Blocks that share fewer of their words than this are not one block that was rewritten. */
const leastLikeness = 0.4
/** A block with fewer letters is not looked for elsewhere by its words: «Да.» stands in many places. */
const leastMoved = 20
/** A block that was carried elsewhere and rewritten there shares at least this part of its words. */
const leastMovedLikeness = 0.8

/** The different words of a text, in small letters. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** Do two blocks share so great a part of their words? */
const isLike = ({ words: left }: KeyedBlock, { words: right }: KeyedBlock, least: number): boolean => {
  const wanted = least * Math.max(left.size, right.size)
  if (wanted === 0 || Math.min(left.size, right.size) < wanted) return false
  let common = 0
  for (const word of left) if (right.has(word)) common += 1
  return common >= wanted
}

const nameOf = (block: Block): string => {
  if (block.type === 'paragraph') return block.attrs.kind
  return block.type === 'video' ? block.attrs.address : block.attrs.media
}

const signOf = ({ block, text }: KeyedBlock): string => `${nameOf(block)}\0${text}`

/** The pairs within a stretch that differs, in the order of both: by the block's name first, then by likeness. */
const pairStretch = (before: readonly KeyedBlock[], after: readonly KeyedBlock[]): readonly (readonly [number, number])[] => {
  const pairs: (readonly [number, number])[] = []
  const taken = new Set(before.map(({ key }) => key))
  let from = 0
  for (const [at, block] of before.entries()) {
    const rest = after.slice(from)
    let found = rest.findIndex(({ key }) => key !== '' && key === block.key)
    if (found < 0) {
      // Of a block whose namesake stands elsewhere nothing else is made.
      found = rest.findIndex((other) => !taken.has(other.key) && isLike(block, other, leastLikeness))
    }
    if (found < 0) continue
    pairs.push([at, from + found])
    from += found + 1
  }
  return pairs
}

/** The blocks that left one place and came to another: by name, or by their words where they were cut and pasted. */
const findMoves = (gone: readonly KeyedBlock[], come: readonly KeyedBlock[]): ReadonlyMap<KeyedBlock, KeyedBlock> => {
  const moves = new Map<KeyedBlock, KeyedBlock>()
  const free = new Set(gone)
  for (const block of come) {
    const from =
      [...free].find(({ key }) => key !== '' && key === block.key) ??
      [...free].find(({ text }) => text.length >= leastMoved && text === block.text) ??
      [...free].find((other) => other.text.length >= leastMoved && isLike(other, block, leastMovedLikeness))
    if (!from) continue
    free.delete(from)
    moves.set(block, from)
  }
  return moves
}

/** Lays two texts side by side, block by block, in the order of the later one; what went stands where it was. */
export const alignBlocks = (before: readonly KeyedBlock[], after: readonly KeyedBlock[]): readonly Aligned[] => {
  const rows: Aligned[] = []
  const [left, right] = [before.map(signOf), after.map(signOf)]
  const same = (count: number, x: number, y: number): void => {
    for (let step = 0; step < count; step += 1) {
      const [one, other] = [before[x + step], after[y + step]]
      if (one && other) rows.push({ kind: 'both', before: one, after: other, isMoved: false })
    }
  }
  let [x, y] = [0, 0]
  for (const change of diffWords(left, right)) {
    same(change.before.from - x, x, y)
    const [gone, come] = [before.slice(change.before.from, change.before.to), after.slice(change.after.from, change.after.to)]
    let [g, c] = [0, 0]
    const single = (toGone: number, toCome: number): void => {
      for (const block of gone.slice(g, toGone)) rows.push({ kind: 'deleted', block })
      for (const block of come.slice(c, toCome)) rows.push({ kind: 'inserted', block })
      ;[g, c] = [toGone + 1, toCome + 1]
    }
    for (const [atGone, atCome] of pairStretch(gone, come)) {
      single(atGone, atCome)
      const [one, other] = [gone[atGone], come[atCome]]
      if (one && other) rows.push({ kind: 'both', before: one, after: other, isMoved: false })
    }
    single(gone.length, come.length)
    ;[x, y] = [change.before.to, change.after.to]
  }
  same(before.length - x, x, y)
  const pick = (kind: Aligned['kind']) => rows.flatMap((row) => (row.kind === kind && row.kind !== 'both' ? [row.block] : []))
  const moves = findMoves(pick('deleted'), pick('inserted'))
  const away = new Set(moves.values())
  return rows.map((row): Aligned => {
    if (row.kind === 'deleted' && away.has(row.block)) return { kind: 'movedAway', block: row.block }
    const from = row.kind === 'inserted' ? moves.get(row.block) : undefined
    return row.kind === 'inserted' && from ? { kind: 'both', before: from, after: row.block, isMoved: true } : row
  })
}
