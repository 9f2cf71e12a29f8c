import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetBehind } from '../../../src/renderer/features/article/editor/slot-end-mark.ts'
import { slotEndIn } from '../../../src/renderer/features/article/panel/slot-end.ts'
import { type ArticleContent, type Block, emptyContent } from '../../../src/shared/article/content.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'

const paragraph = (text: string, attrs: Partial<Extract<Block, { type: 'paragraph' }>['attrs']> = {}): Block => ({
  type: 'paragraph',
  attrs: { kind: 'paragraph', medium: 'everywhere', ...attrs },
  content: [{ type: 'text', text }],
})

const photo: Block = {
  type: 'photo',
  attrs: { media: 'm', credit: '', alternative: '', medium: 'everywhere' },
  content: [{ type: 'text', text: 'Подпись' }],
}

const content: ArticleContent = {
  ...emptyContent,
  body: [
    photo,
    paragraph('Только на сайте', { medium: 'webOnly' }),
    paragraph('Первый абзац'),
    paragraph('верстальщику', { kind: 'note' }),
    paragraph('Второй абзац длиннее.'),
    paragraph('Третий'),
  ],
}

describe('the end of an article’s place', () => {
  it('is found in the whole body, whatever of it is left out of print', () => {
    expect(slotEndIn(content, { block: 0, offset: 0 })).toEqual({ block: 0, offset: 0 })
    expect(slotEndIn(content, { block: 1, offset: 5 })).toEqual({ block: 2, offset: 5 })
    expect(slotEndIn(content, { block: 2, offset: 9 })).toEqual({ block: 4, offset: 9 })
  })

  it('is nowhere behind the last block', () => {
    expect(slotEndIn(content, { block: 4, offset: 0 })).toBeNull()
  })
})

describe('the place in a block behind so much of it', () => {
  const node = (runs: readonly (readonly [string, boolean])[]) =>
    textSchema.node(
      'paragraph',
      null,
      runs.map(([text, web]) => textSchema.text(text, web ? [textSchema.mark('webOnly')] : [])),
    )

  it('passes over spaces and what is not printed, and takes the rest of a word along', () => {
    expect(offsetBehind(node([['Второй абзац, длиннее', false]]), 10)).toBe(13)
    expect(offsetBehind(node([['Второй абзац, длиннее', false]]), 13)).toBe(13)
    expect(
      offsetBehind(
        node([
          ['аб', false],
          ['сайт', true],
          ['вг', false],
        ]),
        3,
      ),
    ).toBe(8)
    expect(
      offsetBehind(
        node([
          ['абв', false],
          [',', true],
        ]),
        2,
      ),
    ).toBe(4)
  })

  it('is the beginning for none and the end for all', () => {
    expect(offsetBehind(node([['абзац.', false]]), 0)).toBe(0)
    expect(offsetBehind(node([['абзац.', false]]), 5)).toBe(6)
  })

  it('G16 stands behind the printed letters it was measured by, whatever is suggested among them', () => {
    const by = { id: 's', person: 'anna', at: 1 }
    const run = fc.record({
      text: fc.array(fc.constantFrom('а', 'б', ' ', ','), { minLength: 1, maxLength: 5 }).map((letters) => letters.join('')),
      mark: fc.constantFrom('webOnly', 'printOnly', 'bold', 'insertion', 'deletion'),
    })
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), fc.nat(30), (runs, wanted) => {
        const block = textSchema.node(
          'paragraph',
          null,
          runs.map(({ text, mark }) => textSchema.text(text, [textSchema.mark(mark, mark.endsWith('tion') ? by : null)])),
        )
        const isPrinted = (mark: string) => mark !== 'webOnly' && mark !== 'insertion'
        const letters = runs.flatMap(({ text, mark }) => [...text].map((letter) => ({ letter, printed: isPrinted(mark) })))
        const printed = letters.flatMap(({ letter, printed: is }) => (is ? [letter] : []))
        const units = Math.min(wanted, printed.length)
        const behind = letters.slice(0, offsetBehind(block, units)).filter(({ printed: is }) => is).length
        expect(behind).toBeGreaterThanOrEqual(units)
        // Only the rest of a word goes with what has room.
        expect(printed.slice(units, behind).join('')).not.toMatch(/\s/)
      }),
    )
  })
})
