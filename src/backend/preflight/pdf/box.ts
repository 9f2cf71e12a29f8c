import type { Area } from '../../../shared/preflight/finding.ts'
import type { ReadDocument } from './document.ts'
import { isArray, type PdfDictionary, type PdfValue } from './value.ts'

/** Left, bottom, right, top in points, as PDF has it. */
export type Box = readonly [number, number, number, number]

export const boxOf = (value: PdfValue): Box | null => {
  if (!isArray(value) || value.length !== 4) return null
  const [a, b, c, d] = value
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number' || typeof d !== 'number') return null
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** The trimmed page: the box the file names, or the whole sheet. */
export const trimOf = (document: ReadDocument, page: PdfDictionary): Box =>
  boxOf(document.resolve(page.get('TrimBox'))) ?? boxOf(document.inherited(page, 'MediaBox')) ?? [0, 0, 0, 0]

/** A box of the file as a place on the trimmed page, y growing downward. */
export const areaOf = (box: Box, trim: Box): Area => ({
  x: box[0] - trim[0],
  y: trim[3] - box[3],
  width: box[2] - box[0],
  height: box[3] - box[1],
})
