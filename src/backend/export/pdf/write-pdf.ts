import { createHash } from 'node:crypto'
import type { DocumentItem, FontId, ImageItem, PageDisplay, TextItem } from '../../../shared/layout/display.ts'
import { knockoutState, overprintState, type PdfTarget, paleState } from './colours.ts'
import { drawPage } from './draw-page.ts'
import { openEngine, type PdfEngine, type PdfReference } from './engine.ts'
import { openFaces } from './face.ts'
import { cropMarks, marksSpace, registrationColour, slantingMark } from './marks.ts'
import { addOutputIntent, type DocumentFacts, infoOf, metadataOf, type PrintCondition } from './metadata.ts'
import { type Bookmark, writeOutline } from './outline.ts'
import { type PdfMemory, pdfMemory } from './pdf-memory.ts'
import { bare, millimetres, sheetOf } from './sheet.ts'
import { pdfText } from './spell.ts'
import { createStructure } from './structure.ts'
import { paragraphsOf, runningText, wordReadings } from './words.ts'

/** A picture ready for the file: a JPEG in the colours of the target, and its size in pixels. */
export interface PdfPicture {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
  readonly colours: 'cmyk' | 'rgb' | 'grey'
}

/** Takes a PDF that stands on a page into the file, as a form of 1 × 1, and returns it. */
export type DocumentForm = (engine: PdfEngine) => PdfReference

export interface PdfOptions {
  readonly facts: DocumentFacts
  /** Words across every page, such as «черновик»; null for a file that is final. */
  readonly mark: string | null
  readonly fonts: Readonly<Record<FontId, Uint8Array>>
  /** For a printing house: bleed in millimetres, crop marks or not, the condition; null makes a tagged file for screens. */
  readonly print: { readonly bleed: number; readonly marks: boolean; readonly condition: PrintCondition } | null
  /** Every page that will be added, in order: words and bookmarks reach over pages. */
  readonly pages: readonly PageDisplay[]
  /** What earlier files left; without it everything is made anew. */
  readonly memory?: PdfMemory
}

/** A PDF that is made page by page; its bytes come out as they are ready. */
export interface PdfWriter {
  /** Adds the next page with its pictures and the PDFs that stand on it, and returns the bytes that are ready, in parts. */
  addPage(
    page: PageDisplay,
    pictures: ReadonlyMap<ImageItem, PdfPicture>,
    documents?: ReadonlyMap<DocumentItem, DocumentForm>,
  ): readonly Uint8Array[]
  /** Ends the file and returns its last bytes. */
  finish(): readonly Uint8Array[]
}

const colourSpaces = { cmyk: 'DeviceCMYK', rgb: 'DeviceRGB', grey: 'DeviceGray' } as const

/** Room for the marks beyond the bleed. */
const slug = millimetres(10)

/** Starts a PDF: PDF/X-4 in CMYK with bleed and marks for print, tagged RGB with bookmarks and links for screens. */
export const openPdf = ({ facts, mark, fonts, print, pages, memory = pdfMemory() }: PdfOptions): PdfWriter => {
  const target: PdfTarget = print ? 'print' : 'web'
  const engine = openEngine(print ? '1.6' : '1.7', infoOf(facts, target))
  const face = openFaces(engine, fonts, memory.pack)
  const readings = wordReadings(pages)
  const structure = print ? null : createStructure(engine)
  const states = new Map<string, PdfReference>()
  const state = (name: string, settings: Readonly<Record<string, unknown>>) => {
    const reference = engine.ref({ Type: 'ExtGState', ...settings })
    reference.end()
    states.set(name, reference)
  }
  if (print) {
    addOutputIntent(engine, print.condition, memory.pack)
    state(overprintState, { OP: true, op: true, OPM: 1 })
    state(knockoutState, { OP: false, op: false, OPM: 0 })
  }
  if (mark !== null) state(paleState, { ca: 0.13 })
  const marksColour = print?.marks ? registrationColour(engine) : null
  const pictureObjects = new Map<string, { name: string; reference: PdfReference }>()
  const headlines = new Map<TextItem, string>()
  const withHeadline = new Set<string>()
  for (const lines of paragraphsOf(pages)) {
    const first = lines[0]
    if (first?.tag.role !== 'headline' || first.tag.article === null || withHeadline.has(first.tag.article)) continue
    withHeadline.add(first.tag.article)
    headlines.set(first, runningText(lines))
  }
  const bookmarks: Bookmark[] = []

  const embed = (picture: PdfPicture): { name: string; reference: PdfReference } => {
    // One object for equal bytes, without keeping the bytes.
    const key = createHash('sha256').update(picture.jpeg).digest('hex')
    const known = pictureObjects.get(key)
    if (known) return known
    const reference = engine.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: picture.width,
      Height: picture.height,
      BitsPerComponent: 8,
      ColorSpace: colourSpaces[picture.colours],
      Filter: 'DCTDecode',
      // JPEGs of CMYK are stored inverted, as Adobe began it.
      ...(picture.colours === 'cmyk' ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    })
    reference.end(picture.jpeg)
    const made = { name: `I${key.slice(0, 16)}`, reference }
    pictureObjects.set(key, made)
    return made
  }

  /** The words across a page, by the sheets they stand on. */
  const marked = new Map<string, string>()
  const formObjects = new Map<string, { name: string; reference: PdfReference }>()
  const embedDocument = (media: string, form: DocumentForm): { name: string; reference: PdfReference } => {
    const made = formObjects.get(media) ?? { name: `D${media.slice(0, 16)}`, reference: form(engine) }
    formObjects.set(media, made)
    return made
  }

  return {
    addPage: (page, pictures, documents = new Map()) => {
      const sheet = sheetOf(page, print ? { bleed: millimetres(print.bleed), slug: print.marks ? slug : 0 } : bare)
      const sheetPage = engine.addPage(sheet.width, sheet.height)
      const { dictionary } = sheetPage
      if (print) Object.assign(dictionary.data, { TrimBox: sheet.trimBox, BleedBox: sheet.bleedBox })
      if (marksColour) sheetPage.colourSpaces[marksSpace] = marksColour
      for (const [name, reference] of states) sheetPage.states[name] = reference
      structure?.beginPage()
      for (const item of page.items) {
        const title = item.kind === 'text' ? headlines.get(item) : undefined
        if (title === undefined || item.kind !== 'text') continue
        bookmarks.push({ title: title || 'Без заголовка', page: dictionary, top: sheet.y(item.y - item.size) })
      }
      const annotations: PdfReference[] = []
      const operators = drawPage(page, {
        target,
        sheet,
        readings,
        drawn: memory.texts[target],
        structure,
        face: (name) => {
          const used = face(name)
          used.use()
          return used
        },
        picture: (item) => {
          if (item.kind === 'document') {
            const form = documents.get(item)
            if (!form) throw new Error(`page ${page.page}: no document for ${item.media}`)
            const { name, reference } = embedDocument(item.media, form)
            sheetPage.xobjects[name] = reference
            return name
          }
          const picture = pictures.get(item)
          if (!picture) throw new Error(`page ${page.page}: no picture for ${item.media}`)
          const { name, reference } = embed(picture)
          sheetPage.xobjects[name] = reference
          return name
        },
        linked: (item, address) => {
          if (!structure) return
          const [left, bottom] = [sheet.x(item.x), sheet.y(item.y + item.size * 0.25)]
          const [right, top] = [sheet.x(item.x + item.width), sheet.y(item.y - item.size * 0.8)]
          const annotation = engine.ref({
            Type: 'Annot',
            Subtype: 'Link',
            Rect: [left, bottom, right, top],
            Border: [0, 0, 0],
            F: 4,
            Contents: pdfText(`Ссылка: ${address}`),
            A: { S: 'URI', URI: pdfText(address) },
          })
          structure.addLink(annotation)
          annotation.end()
          annotations.push(annotation)
        },
      })
      const content = [...(marksColour ? [cropMarks(sheet)] : []), operators]
      if (mark !== null) {
        const bold = face('sansBold')
        bold.use()
        const drawn = marked.get(sheet.key) ?? slantingMark(mark, target, sheet, bold)
        marked.set(sheet.key, drawn)
        content.push(structure ? `/Artifact <</Type /Layout>> BDC\n${drawn}\nEMC` : drawn)
      }
      sheetPage.setContent(memory.pack(Buffer.from(content.join('\n'), 'latin1')))
      if (annotations.length > 0) dictionary.data.Annots = annotations
      return engine.takeParts()
    },
    finish: () => {
      writeOutline(engine, print ? [] : bookmarks)
      structure?.finish()
      engine.end(metadataOf(facts, target))
      return engine.takeParts()
    },
  }
}
