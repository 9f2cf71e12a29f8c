import { createHash } from 'node:crypto'
import type { ReadDocument } from '../pdf/document.ts'
import { isArray, isDictionary, isReference, type PdfValue } from '../pdf/value.ts'

/** What leads from a page back to the whole. */
const upward: ReadonlySet<string> = new Set(['Parent', 'StructParents', 'StructParent'])

/** Keys that a page may have from the tree above it. */
const inherited = ['MediaBox', 'CropBox', 'Resources', 'Rotate'] as const

/**
 * Tells pages of files apart by everything that is reached from them: operators, fonts, pictures, boxes. Pages with one
 * fingerprint are drawn alike.
 */
export const fingerprints = (document: ReadDocument): ((page: PdfValue) => string) => {
  const known = new Map<number, string>()
  const open = new Set<number>()
  const ofObject = (number: number): string => {
    const before = known.get(number)
    if (before !== undefined) return before
    // A way round in a circle: the object itself is being written.
    if (open.has(number)) return `circle ${number}`
    const object = document.objects.get(number)
    if (!object) return 'null'
    open.add(number)
    const hash = createHash('sha256').update(ofValue(object.value))
    if (object.stored) hash.update('stream').update(object.stored)
    const made = hash.digest('base64')
    open.delete(number)
    known.set(number, made)
    return made
  }
  const ofValue = (value: PdfValue): string => {
    if (isReference(value)) return `object ${ofObject(value.object)}`
    if (isArray(value)) return `[${value.map(ofValue).join(',')}]`
    if (isDictionary(value))
      return `{${[...value].map(([key, each]) => (upward.has(key) ? '' : `${JSON.stringify(key)}:${ofValue(each)}`)).join(',')}}`
    return JSON.stringify(value)
  }
  return (page) => {
    const above = isDictionary(page) ? inherited.map((key) => ofValue(document.inherited(page, key))) : []
    return createHash('sha256')
      .update([ofValue(page), ...above].join('\n'))
      .digest('base64')
  }
}
