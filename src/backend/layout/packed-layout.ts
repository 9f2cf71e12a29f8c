import type { IssueLayout } from '../../layout/input.ts'
import type { DisplayItem, PageDisplay, TextItem } from '../../shared/layout/display.ts'

/** An issue's pages with the letters of all their lines in a few long rows: read in a third of the time of many short ones. */
export interface PackedLayout {
  /** The pages as they are, but for the letters of their lines. */
  readonly bare: IssueLayout
  /** How many letters each line has, in the order of the pages. */
  readonly lengths: Uint32Array
  readonly glyphs: Uint32Array
  readonly xs: Float64Array
  /** Which of the texts each letter draws. */
  readonly clusters: Uint32Array
  readonly texts: readonly string[]
}

const withItems = (layout: IssueLayout, change: (item: TextItem) => TextItem): IssueLayout => ({
  ...layout,
  pages: layout.pages.map(
    (page): PageDisplay => ({
      ...page,
      items: page.items.map((item): DisplayItem => (item.kind === 'text' ? change(item) : item)),
    }),
  ),
})

/** `unpackLayout` gives the very same pages again. */
export const packLayout = (layout: IssueLayout): PackedLayout => {
  const lengths: number[] = []
  const glyphs: number[] = []
  const xs: number[] = []
  const clusters: number[] = []
  const numbers = new Map<string, number>()
  const bare = withItems(layout, (line) => {
    const length = line.glyphs.length
    if (line.clusters.length !== length || line.xs.length !== length) throw new Error('a line whose letters lack their places')
    lengths.push(length)
    for (const glyph of line.glyphs) glyphs.push(glyph)
    for (const x of line.xs) xs.push(x)
    for (const text of line.clusters) {
      const number = numbers.get(text) ?? numbers.size
      numbers.set(text, number)
      clusters.push(number)
    }
    return { ...line, glyphs: [], clusters: [], xs: [] }
  })
  return {
    bare,
    lengths: Uint32Array.from(lengths),
    glyphs: Uint32Array.from(glyphs),
    xs: Float64Array.from(xs),
    clusters: Uint32Array.from(clusters),
    texts: [...numbers.keys()],
  }
}

/** The pages that were packed. */
export const unpackLayout = ({ bare, lengths, glyphs, xs, clusters, texts }: PackedLayout): IssueLayout => {
  let line = 0
  let from = 0
  return withItems(bare, (item) => {
    const to = from + (lengths[line] ?? 0)
    const full: TextItem = { ...item, glyphs: [], clusters: [], xs: [] }
    for (let i = from; i < to; i += 1) {
      full.glyphs.push(glyphs[i] ?? 0)
      full.clusters.push(texts[clusters[i] ?? 0] ?? '')
      full.xs.push(xs[i] ?? 0)
    }
    line += 1
    from = to
    return full
  })
}
