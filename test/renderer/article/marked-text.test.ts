import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver, piecesOf } from '../../../src/renderer/features/article/words/marked-text.ts'

const text = fc.array(fc.constantFrom('а', 'б', ' '), { maxLength: 12 }).map((letters) => letters.join(''))
const marks = fc
  .array(fc.record({ from: fc.nat(11), length: fc.integer({ min: 1, max: 6 }), look: fc.constantFrom('x', 'y') }), {
    maxLength: 4,
  })
  .map((all) => all.map(({ from, length, look }) => ({ from, to: from + length, look })))
const within = (words: string, all: readonly { from: number; to: number; look: string }[]) =>
  all.filter(({ to }) => to <= words.length)

describe('marks of a text beside the body', () => {
  it('stand on the same words when the text around them changes, and go when the words do', () => {
    fc.assert(
      fc.property(text, text, marks, (before, after, all) => {
        const marked = { text: before, marks: within(before, all) }
        const carried = carryOver(marked, after)
        const words = marked.marks.map(({ from, to }) => before.slice(from, to))
        for (const { from, to } of carried) expect(words).toContain(after.slice(from, to))
      }),
    )
    const marked = { text: 'раз два три', marks: [{ from: 4, to: 7, look: 'x' }] }
    expect(carryOver(marked, 'и раз два три')).toEqual([{ from: 6, to: 9, look: 'x' }])
    expect(carryOver(marked, 'раз два! три')).toEqual([{ from: 4, to: 7, look: 'x' }])
    expect(carryOver(marked, 'раз дева три')).toEqual([])
  })

  it('cut it into pieces that are the whole text, each letter with every look that stands on it', () => {
    fc.assert(
      fc.property(text, marks, (words, all) => {
        const own = within(words, all)
        const pieces = piecesOf(words, own)
        expect(pieces.map((piece) => piece.text).join('')).toBe(words)
        for (const { from, text: part, look } of pieces)
          for (let at = from; at < from + part.length; at += 1)
            expect(look).toBe(own.flatMap((mark) => (mark.from <= at && at < mark.to ? [mark.look] : [])).join(' '))
      }),
    )
  })
})
