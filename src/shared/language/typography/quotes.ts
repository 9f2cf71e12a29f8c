import type { Replacement } from './draft.ts'

type Side = 'open' | 'close'

const any = /["«»„“”]/g
const opensBehind = /[\s([{«„/–—-]/

/** Which side a quotation mark is; one of two meanings is told by what stands before it. */
const sideOf = (mark: string, before: string | undefined, after: string | undefined, depth: number): Side => {
  if (mark === '«' || mark === '„') return 'open'
  if (mark === '»' || mark === '”') return 'close'
  const couldOpen = before === undefined || opensBehind.test(before)
  const couldClose = after === undefined || !/[\p{L}\p{N}]/u.test(after)
  if (couldOpen && couldClose) return depth > 0 ? 'close' : 'open'
  return couldOpen ? 'open' : 'close'
}

const glyph = (side: Side, outer: boolean): string => (side === 'open' ? (outer ? '«' : '„') : outer ? '»' : '“')

/** How many quotations are open at the end of a text. */
const depthOf = (text: string): number => {
  let depth = 0
  for (const { index, 0: mark } of text.matchAll(any))
    depth = Math.max(0, depth + (sideOf(mark, text[index - 1], text[index + 1], depth) === 'open' ? 1 : -1))
  return depth
}

/** «Ёлочки», and „лапки“ within them. Inches behind a figure stay. */
export const quoteReplacements = (text: string): readonly Replacement[] => {
  const replacements: Replacement[] = []
  let depth = 0
  for (const { index, 0: mark } of text.matchAll(any)) {
    const [before, after] = [text[index - 1], text[index + 1]]
    const side = sideOf(mark, before, after, depth)
    if (side === 'close' && depth === 0 && mark === '"' && before !== undefined && /\d/.test(before)) continue
    if (side === 'close') depth = Math.max(0, depth - 1)
    replacements.push({ at: index, length: 1, by: glyph(side, depth === 0) })
    if (side === 'open') depth += 1
  }
  return replacements
}

/** The mark that a typed `"` means behind this text; null for inches. */
export const typedQuote = (before: string): string | null => {
  const last = before.at(-1)
  const depth = depthOf(before)
  const side = last === undefined || opensBehind.test(last) ? 'open' : 'close'
  if (side === 'close' && depth === 0 && last !== undefined && /\d/.test(last)) return null
  return glyph(side, side === 'open' ? depth === 0 : depth <= 1)
}
