import { describe, expect, it } from 'vitest'
import { offsetBehind } from '../../../src/renderer/features/article/editor/slot-end-mark.ts'
import { countLetters, findSlotEnd } from '../../../src/renderer/features/article/panel/slot-end.ts'
import { type ArticleContent, type Block, emptyContent } from '../../../src/shared/article/content.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'
import type { PageDisplay } from '../../../src/shared/layout/display.ts'
import { usualColours } from '../../../src/shared/layout/ink.ts'

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

/** Lines as a page has them: number of the block, text. */
const page = (lines: readonly (readonly [number, string])[], article = 'а'): PageDisplay => ({
  page: 1,
  width: 600,
  height: 800,
  zones: [],
  free: { first: 0, last: 99 },
  colours: usualColours,
  items: lines.map(([block, text], at) => ({
    kind: 'text',
    x: 0,
    y: at,
    font: 'serif',
    size: 9,
    scale: 1,
    ink: 'black',
    glyphs: [],
    clusters: [...text],
    xs: [],
    width: 10,
    href: null,
    tag: { role: 'body', article, block },
  })),
})

describe('the end of an article’s place', () => {
  it('is where the printed letters on the pages stop, whatever is left out of print and wherever numbering begins', () => {
    for (const first of [5, 0]) {
      const placed = page([
        [first + 1, 'Первый абзац'],
        [first + 2, 'Второй аб\u00ad'],
      ])
      expect(findSlotEnd(content, 'а', [placed])).toEqual({ block: 4, letters: 8 })
    }
  })

  it('is found over a page and its continuation', () => {
    const one = page([[6, 'Первый абзац']])
    const two = page([[7, 'Второй абзац длиннее.']])
    expect(findSlotEnd(content, 'а', [one])).toEqual({ block: 4, letters: 0 })
    expect(findSlotEnd(content, 'а', [one, two])).toEqual({ block: 5, letters: 0 })
  })

  it('does not exist when everything stands, or nothing does', () => {
    const whole = page([
      [6, 'Первый абзац'],
      [7, 'Второй абзац «длиннее»'],
      [8, 'Третий'],
    ])
    expect(findSlotEnd(content, 'а', [whole])).toBeNull()
    expect(findSlotEnd(content, 'а', [page([[6, 'чужой']], 'б')])).toBeNull()
  })

  it('counts letters and digits, which the typograph leaves alone', () => {
    expect(countLetters('«Ёлка» — 2,5\u00a0т\u00ad')).toBe(7)
  })
})

describe('the place in a block behind so many letters', () => {
  const node = (runs: readonly (readonly [string, boolean])[]) =>
    textSchema.node(
      'paragraph',
      null,
      runs.map(([text, web]) => textSchema.text(text, web ? [textSchema.mark('webOnly')] : [])),
    )

  it('passes over spaces and what is not printed, and takes the rest of a word along', () => {
    expect(offsetBehind(node([['Второй абзац, длиннее', false]]), 10)).toBe(13)
    expect(offsetBehind(node([['Второй абзац, длиннее', false]]), 11)).toBe(13)
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
})
