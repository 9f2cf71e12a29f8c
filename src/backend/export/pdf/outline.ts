import type { PdfEngine, PdfReference } from './engine.ts'
import { pdfText } from './spell.ts'

/** A bookmark: a story's headline and where it stands, `top` in PDF coordinates. */
export interface Bookmark {
  readonly title: string
  readonly page: PdfReference
  readonly top: number
}

/** Writes the bookmarks as one flat list. */
export const writeOutline = (engine: PdfEngine, bookmarks: readonly Bookmark[]): void => {
  if (bookmarks.length === 0) return
  const outline = engine.ref({ Type: 'Outlines', Count: bookmarks.length })
  const items = bookmarks.map(({ title, page, top }) =>
    engine.ref({ Title: pdfText(title), Parent: outline, Dest: [page, 'XYZ', 0, top, 0] }),
  )
  items.forEach((item, i) => {
    if (i > 0) item.data.Prev = items[i - 1]
    if (i + 1 < items.length) item.data.Next = items[i + 1]
    item.end()
  })
  outline.data.First = items[0]
  outline.data.Last = items.at(-1)
  outline.end()
  engine.root.data.Outlines = outline
  engine.root.data.PageMode = 'UseOutlines'
}
