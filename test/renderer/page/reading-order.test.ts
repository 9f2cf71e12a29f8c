import { describe, expect, it } from 'vitest'
import { readingOrder } from '../../../src/renderer/features/page/sheet/reading-order.ts'
import type { DisplayItem, PageRole, TextItem } from '../../../src/shared/layout/display.ts'
import { usualColours } from '../../../src/shared/layout/ink.ts'

const line = (
  article: string | null,
  block: number,
  text: string,
  y: number,
  more: Partial<TextItem> & { role?: PageRole } = {},
) => {
  const { role = 'body', ...rest } = more
  return {
    kind: 'text',
    x: 0,
    y,
    font: 'serif',
    size: 9,
    scale: 1,
    ink: 'black',
    glyphs: [],
    clusters: [...text],
    xs: [],
    width: 100,
    href: null,
    tag: { role, article, block },
    ...rest,
  } satisfies TextItem
}

const pageOf = (items: DisplayItem[]) => ({
  page: 1,
  width: 600,
  height: 800,
  items,
  zones: [],
  free: { first: 0, last: 99 },
  colours: usualColours,
})

describe('the text twin of a page', () => {
  it('joins the lines of a paragraph, and words broken by a hyphen', () => {
    const [story] = readingOrder(
      pageOf([line('а', 1, 'Проф\u00ad', 10), line('а', 1, 'союз помог', 21), line('а', 1, 'учителям.', 32)]),
      ['а'],
    )
    expect(story?.passages).toEqual([{ role: 'body', block: 1, text: 'Профсоюз помог учителям.' }])
  })

  it('keeps a hyphen that belongs to the word', () => {
    const [story] = readingOrder(pageOf([line('а', 1, 'кто-', 10), line('а', 1, 'то пришёл', 21)]), ['а'])
    expect(story?.passages[0]?.text).toBe('кто-то пришёл')
  })

  it('reads pieces of one line without a gap, and the first line of the next column as a new line', () => {
    const pieces = [
      line('а', 1, 'Закон ', 10),
      line('а', 1, 'о праве', 10, { x: 100 }),
      line('а', 1, 'на отпуск', 10, { x: 250, y: 4 }),
    ]
    const [story] = readingOrder(pageOf(pieces), ['а'])
    expect(story?.passages[0]?.text).toBe('Закон о праве на отпуск')
  })

  it('follows the order of the page and of the blocks, leaves furniture and rules out, and reads pictures by their description', () => {
    const items: DisplayItem[] = [
      line(null, 0, 'ПРОФСОЮЗНАЯ СРЕДА', 5, { role: 'nameplate' }),
      line('б', 0, 'Вторая', 300, { role: 'headline' }),
      line('а', 2, 'Текст', 40),
      line('а', 0, 'Первая', 20, { role: 'headline' }),
      {
        kind: 'image',
        x: 0,
        y: 50,
        width: 10,
        height: 10,
        media: 'm',
        crop: { x: 0, y: 0, width: 1, height: 1 },
        alternative: 'Школа осенью',
        tag: { role: 'photo', article: 'а', block: 3 },
      },
      { kind: 'rectangle', x: 0, y: 0, width: 1, height: 1, ink: 'black', tag: { role: 'rule', article: 'а', block: 9 } },
    ]
    expect(readingOrder(pageOf(items), ['а', 'б'])).toEqual([
      {
        article: 'а',
        passages: [
          { role: 'headline', block: 0, text: 'Первая' },
          { role: 'body', block: 2, text: 'Текст' },
          { role: 'photo', block: 3, text: 'Школа осенью' },
        ],
      },
      { article: 'б', passages: [{ role: 'headline', block: 0, text: 'Вторая' }] },
    ])
  })
})
