import { describe, expect, it } from 'vitest'
import { measurePages } from '../../../src/layout/metrics/measure-pages.ts'
import { columnLeft, publicationSpec, rowBaseline } from '../../../src/layout/page/publication-spec.ts'
import type { PageDisplay, TextItem } from '../../../src/shared/layout/display.ts'
import { usualColours } from '../../../src/shared/layout/ink.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { loadFaces } from '../page/issue-fixtures.ts'

const faces = loadFaces()
const spec = publicationSpec(usualStyle, 5)
const face = faces.face('serif')

interface Line {
  readonly text: string
  readonly block: number
  readonly column?: number
  readonly row: number
  /** Word space ÷ natural one. */
  readonly space?: number
  /** Whether the letters are drawn apart so that the line fills its column; word spaces stay as asked. */
  readonly fills?: boolean
}

const item = ({ text, block, column = 0, row, space = 1, fills = true }: Line): TextItem => {
  const clusters = [...text]
  const xs: number[] = []
  let pen = 0
  for (const cluster of clusters) {
    xs.push(pen)
    pen += cluster === ' ' ? face.space * space * spec.body.size : face.measure(cluster) * spec.body.size
  }
  return {
    kind: 'text',
    x: columnLeft(spec, 1, column) + (fills ? spec.columnWidth - pen : 0),
    y: rowBaseline(spec, row),
    font: 'serif',
    size: spec.body.size,
    scale: 1,
    ink: 'black',
    glyphs: clusters.map(() => 1),
    clusters,
    xs,
    width: pen,
    href: null,
    tag: { role: 'body', article: 'a', block },
  }
}

const page = (lines: readonly Line[]): PageDisplay => ({
  page: 1,
  width: spec.width,
  height: spec.height,
  free: { first: 0, last: spec.rows },
  colours: usualColours,
  items: lines.map(item),
  zones: [
    {
      article: 'a',
      column: 0,
      span: 2,
      row: 0,
      rows: 40,
      x: columnLeft(spec, 1, 0),
      y: spec.top,
      width: 2 * spec.columnWidth + spec.gutter,
      height: 440,
      overset: 0,
    },
  ],
})

const measured = (lines: readonly Line[]) => measurePages([page(lines)], spec, faces)

describe('measurePages', () => {
  it('L60 measures word spaces of justified lines in natural ones', () => {
    const found = measured([
      { text: 'обычный пробел между', block: 1, row: 0 },
      { text: 'вдвое шире пробел', block: 1, row: 1, space: 2.1 },
      { text: 'последняя строка', block: 1, row: 2, space: 9, fills: false },
    ])
    expect(found.wordSpace.most).toBeCloseTo(2.1, 6)
    expect(found.wordSpace.median).toBeCloseTo(1.55, 6)
    expect(found).toMatchObject({
      lines: 3,
      over150: 50,
      over200: 50,
      unlikeNeighbours: 100,
      onGrid: 100,
      overfull: 0,
      underfull: 0,
    })
  })

  it('L60 counts hyphens and the longest ladder within a paragraph', () => {
    const found = measured([
      { text: 'пере\u00ad', block: 1, row: 0 },
      { text: 'со\u00ad', block: 1, row: 1 },
      { text: 'конец', block: 1, row: 2, fills: false },
      { text: 'пе\u00ad', block: 2, row: 3 },
      { text: 'ре', block: 2, row: 4, fills: false },
    ])
    expect(found).toMatchObject({ hyphens: 100, longestLadder: 2, oneWordLines: 3 })
  })

  it('L60 sees rivers that run on into the next paragraph', () => {
    const rows = [0, 1, 2, 3, 4].map((row): Line => ({ text: 'один два', block: row < 3 ? 1 : 2, row }))
    expect(measured(rows)).toMatchObject({ rivers: 200, longestRiver: 5 })
    expect(measured(rows.map((line) => (line.row === 2 ? { ...line, text: 'без' } : line)))).toMatchObject({ rivers: 0 })
  })

  it('L60 finds widows, orphans and columns that end apart', () => {
    const found = measured([
      { text: 'первая строка', block: 1, row: 10 },
      { text: 'вторая строка', block: 1, row: 11 },
      { text: 'последняя', block: 1, column: 1, row: 0, fills: false },
      { text: 'начало', block: 2, column: 1, row: 8 },
      { text: 'продолжение', block: 2, column: 2, row: 0 },
      { text: 'конец', block: 2, column: 2, row: 1, fills: false },
    ])
    expect(found).toMatchObject({ widows: 1, orphans: 1 })
    expect(found.storyBottoms.most).toBeCloseTo(3, 6)
    expect(found.pageBottoms.most).toBeCloseTo(10, 6)
  })

  it('L60 finds lines off the grid, too wide and too narrow', () => {
    const wide = measured([
      { text: 'слишком длинная строка, которой колонка мала', block: 1, row: 0.5, fills: false },
      { text: 'узко', block: 1, row: 1, fills: false },
      { text: 'конец', block: 1, row: 2, fills: false },
    ])
    expect(wide).toMatchObject({ overfull: 1, underfull: 1 })
    expect(wide.onGrid).toBeCloseTo(66.67, 1)
  })

  it('L60 finds what Russian rules keep together', () => {
    const found = measured([
      { text: 'сказала А.', block: 1, row: 0 },
      { text: 'Петрова, дом №', block: 1, row: 1 },
      { text: '5 стоит 12', block: 1, row: 2 },
      { text: 'млн рублей', block: 1, row: 3 },
      { text: '— и это всё', block: 1, row: 4, fills: false },
    ])
    expect(found).toMatchObject({ splitInitials: 1, splitNumbers: 1, splitUnits: 1, dashesAtStart: 1 })
  })

  it('L60 has an answer for pages without text', () => {
    expect(measurePages([], spec, faces)).toMatchObject({ pages: 0, lines: 0, onGrid: 100, rivers: 0, pageBottoms: { mean: 0 } })
  })
})
