import type { PdfMemory } from '../../../src/backend/export/pdf/pdf-memory.ts'
import { openPdf, type PdfPicture } from '../../../src/backend/export/pdf/write-pdf.ts'
import type { ImageItem, PageDisplay } from '../../../src/shared/layout/display.ts'
import { fontFiles, profile, textPage } from './handmade.ts'

export const date = new Date(Date.UTC(2026, 10, 25))

interface Options {
  readonly to: 'print' | 'web'
  readonly mark?: string
  readonly pictures?: ReadonlyMap<ImageItem, PdfPicture>
  readonly memory?: PdfMemory
}

export const write = (pages: readonly PageDisplay[], { to, mark, pictures = new Map(), ...more }: Options): Uint8Array => {
  const writer = openPdf({
    facts: { title: 'Проба <1> & «2»', author: 'Профсоюзная среда', date },
    mark: mark ?? null,
    fonts: fontFiles,
    print: to === 'print' ? { bleed: 5, marks: true, condition: { profile, name: 'Newsprint' } } : null,
    pages,
    ...more,
  })
  return Buffer.concat([...pages.flatMap((page) => writer.addPage(page, pictures)), ...writer.finish()])
}

export const pages = [textPage(1), textPage(2)]
export const printed = write(pages, { to: 'print' })
export const web = write(pages, { to: 'web' })
export const mm = (points: number) => (points * 25.4) / 72
