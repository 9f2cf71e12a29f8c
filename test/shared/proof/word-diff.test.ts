import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffWords } from '../../../src/shared/proof/word-diff.ts'

const words = fc.array(fc.constantFrom('и', 'школа', 'в', 'договор', 'район', '¶'), { maxLength: 40 })

/** Puts the changes of a comparison into the old text. */
const applied = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const made: string[] = []
  let at = 0
  for (const change of diffWords(before, after)) {
    made.push(...before.slice(at, change.before.from), ...after.slice(change.after.from, change.after.to))
    at = change.before.to
  }
  return [...made, ...before.slice(at)]
}

/** Length of the longest common subsequence, counted the slow way. */
const common = (a: readonly string[], b: readonly string[]): number => {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    for (const [at, other] of b.entries())
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

it('R1 the changes turn the one text into the other, are in order and never touch', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      expect(applied(before, after)).toEqual(after)
      const changes = diffWords(before, after)
      changes.slice(1).forEach((change, at) => {
        expect(change.before.from).toBeGreaterThan(changes[at]?.before.to ?? Number.POSITIVE_INFINITY)
        expect(change.after.from).toBeGreaterThan(changes[at]?.after.to ?? Number.POSITIVE_INFINITY)
      })
    }),
    { numRuns: 500 },
  )
})

it('R1 no more words change than must', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changed = diffWords(before, after).reduce((sum, { before: { from, to } }) => sum + to - from, 0)
      expect(changed).toBe(before.length - common(before, after))
    }),
    { numRuns: 300 },
  )
})

it('R1 what is cut off at the end is told as the end, however alike the words are', () => {
  const text = 'и вот и вот и вот'.split(' ')
  expect(diffWords(text, text.slice(0, 3))).toEqual([{ before: { from: 3, to: 6 }, after: { from: 3, to: 3 } }])
})

it('R1 texts without anything in common are one change', () => {
  const before = Array.from({ length: 3000 }, (_, at) => `a${at}`)
  const after = Array.from({ length: 3000 }, (_, at) => `b${at}`)
  expect(diffWords(before, after)).toEqual([{ before: { from: 0, to: 3000 }, after: { from: 0, to: 3000 } }])
})
