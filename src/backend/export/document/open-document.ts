import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFPageLeaf } from '@cantoo/pdf-lib'

/** A PDF that was read, and its first page as people see it: trimmed, turned upright, in points. */
export interface OpenedDocument {
  readonly document: PDFDocument
  readonly page: PDFPageLeaf
  readonly pages: number
  /** Left, bottom, right, top of what is shown, in the page's own units. */
  readonly box: readonly [number, number, number, number]
  /** Clockwise. */
  readonly rotation: 0 | 90 | 180 | 270
  readonly width: number
  readonly height: number
}

/** Why a file can't be taken in as a PDF. */
export type DocumentFault = 'encrypted' | 'damaged' | 'empty' | 'size'

/** Shortest and longest side of a page that makes sense in a newspaper, in points. */
const shortest = 20
const longest = 4000

const boxOf = (page: PDFPageLeaf): readonly [number, number, number, number] | null => {
  for (const name of ['TrimBox', 'CropBox', 'MediaBox']) {
    const found = page.getInheritableAttribute(PDFName.of(name))
    const array = page.context.lookup(found)
    if (!(array instanceof PDFArray)) continue
    const numbers = array.asArray().map((entry) => page.context.lookup(entry))
    const [a, b, c, d] = numbers.map((entry) => (entry instanceof PDFNumber ? entry.asNumber() : Number.NaN))
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue
    const box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const
    if (box.every(Number.isFinite)) return box
  }
  return null
}

const rotationOf = (page: PDFPageLeaf): 0 | 90 | 180 | 270 => {
  const found = page.context.lookup(page.getInheritableAttribute(PDFName.of('Rotate')))
  const turned = found instanceof PDFNumber ? ((found.asNumber() % 360) + 360) % 360 : 0
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0
}

/** Reads a PDF as far as its first page; never throws for what the bytes may be. */
export const openDocument = async (bytes: Uint8Array): Promise<OpenedDocument | DocumentFault> => {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, warnOnInvalidObjects: false })
    const pages = document.getPageCount()
    if (pages === 0) return 'empty'
    const page = document.getPage(0).node
    if (!(page instanceof PDFDict)) return 'damaged'
    const box = boxOf(page)
    if (box === null) return 'damaged'
    const rotation = rotationOf(page)
    const sides = [box[2] - box[0], box[3] - box[1]] as const
    if (sides.some((side) => !(side >= shortest && side <= longest))) return 'size'
    const lying = rotation === 90 || rotation === 270
    return { document, page, pages, box, rotation, width: sides[lying ? 1 : 0], height: sides[lying ? 0 : 1] }
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'encrypted' : 'damaged'
  }
}
