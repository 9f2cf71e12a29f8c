import type { ReadDocument } from './document.ts'
import { isArray, type PdfDictionary } from './value.ts'

/** Advance widths of a composite font by code, in thousandths of the em (ISO 32000-1, 9.7.4.3). */
export const widthsOf = (document: ReadDocument, font: PdfDictionary): ((code: number) => number) => {
  const descendants = document.resolve(font.get('DescendantFonts'))
  const descendant = document.dictionary(isArray(descendants) ? descendants[0] : null)
  const usual = descendant.get('DW')
  const widths = new Map<number, number>()
  const table = document.resolve(descendant.get('W'))
  for (let i = 0; isArray(table) && i < table.length; ) {
    const first = table[i]
    const next = document.resolve(table[i + 1])
    if (typeof first !== 'number') break
    if (isArray(next)) {
      next.forEach((width, at) => {
        if (typeof width === 'number') widths.set(first + at, width)
      })
      i += 2
      continue
    }
    const width = table[i + 2]
    if (typeof next !== 'number' || typeof width !== 'number') break
    for (let code = first; code <= next && code - first < 65_536; code += 1) widths.set(code, width)
    i += 3
  }
  return (code) => widths.get(code) ?? (typeof usual === 'number' ? usual : 1000)
}
