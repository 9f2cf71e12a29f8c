import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import type { PdfEngine, PdfReference } from '../pdf/engine.ts'
import { pdfToken } from '../pdf/spell.ts'
import type { OpenedDocument } from './open-document.ts'
import { pageOperators } from './page-content.ts'

/** What ties an object to the file it came from, and says nothing of how it looks. */
const leftBehind: ReadonlySet<string> = new Set([
  'StructParent',
  'StructParents',
  'Metadata',
  'PieceInfo',
  'LastModified',
  'Parent',
])

/** Turns what the page shows upright, its left bottom corner at the origin, into a square of side 1. */
const unitMatrix = ({ box: [left, bottom, right, top], rotation }: OpenedDocument): readonly number[] => {
  const [x, y] = [1 / (right - left), 1 / (top - bottom)]
  switch (rotation) {
    case 0:
      return [x, 0, 0, y, -left * x, -bottom * y]
    case 90:
      return [0, -x, y, 0, -bottom * y, 1 + left * x]
    case 180:
      return [-x, 0, 0, -y, 1 + left * x, 1 + bottom * y]
    case 270:
      return [0, x, -y, 0, 1 + bottom * y, -left * x]
  }
}

/** More digits than the engine writes of a number: a thousandth of a point at the far edge of a page. */
const precise = (numbers: readonly number[]) => pdfToken(`[${numbers.map((value) => value.toFixed(10)).join(' ')}]`)

const keyOf = (name: PDFName): string => name.asString().slice(1)

/** Copies objects of a PDF that was read into the one that is being written; each goes there once. */
const copier = (engine: PdfEngine, { document }: OpenedDocument): ((object: PDFObject) => unknown) => {
  const copied = new Map<PDFRef, PdfReference>()
  const entries = (dictionary: PDFDict): Record<string, unknown> =>
    Object.fromEntries(
      dictionary
        .entries()
        .filter(([name]) => !leftBehind.has(keyOf(name)))
        .map(([name, value]) => [keyOf(name), copy(value)]),
    )
  const stream = (from: PDFStream, known: (reference: PdfReference) => void): PdfReference => {
    const reference = engine.ref({})
    known(reference)
    const { Length: _length, ...data } = entries(from.dict)
    Object.assign(reference.data, data)
    reference.end(from.getContents())
    return reference
  }
  const dictionary = (from: PDFDict, known: (reference: PdfReference) => void): PdfReference => {
    const reference = engine.ref({})
    known(reference)
    Object.assign(reference.data, entries(from))
    reference.end()
    return reference
  }
  const copy = (object: PDFObject): unknown => {
    if (object instanceof PDFRef) {
      const known = copied.get(object)
      if (known) return known
      const target = document.context.lookup(object)
      const remember = (reference: PdfReference) => void copied.set(object, reference)
      if (target instanceof PDFStream) return stream(target, remember)
      if (target instanceof PDFDict) return dictionary(target, remember)
      return target === undefined ? pdfToken('null') : copy(target)
    }
    if (object instanceof PDFStream) return stream(object, () => undefined)
    if (object instanceof PDFDict) return entries(object)
    if (object instanceof PDFArray) return object.asArray().map(copy)
    // Numbers, names, texts: as they were written.
    return pdfToken(object.toString())
  }
  return copy
}

/**
 * Puts a page of a PDF into the file that is being written, as a form that fills a square of side 1: fonts, colours and
 * pictures stay as they are, nothing is drawn anew.
 */
export const documentForm = (engine: PdfEngine, opened: OpenedDocument): PdfReference => {
  const copy = copier(engine, opened)
  const { page } = opened
  const resources = page.context.lookup(page.getInheritableAttribute(PDFName.of('Resources')))
  const group = page.context.lookup(page.get(PDFName.of('Group')))
  const reference = engine.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...opened.box],
    Matrix: precise(unitMatrix(opened)),
    Resources: resources instanceof PDFDict ? copy(resources) : {},
    ...(group instanceof PDFDict ? { Group: copy(group) } : {}),
  })
  reference.end(pageOperators(page))
  return reference
}
