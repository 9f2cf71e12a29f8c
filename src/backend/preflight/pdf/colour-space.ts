import type { ReadDocument } from './document.ts'
import { isArray, nameOf, type PdfDictionary, type PdfValue } from './value.ts'

/** What a colour space is called: device spaces and families by their name, inks of their own as «Separation All». */
export const spaceName = (document: ReadDocument, value: PdfValue, resources: PdfDictionary): string => {
  const name = nameOf(value)
  if (name !== null) {
    const named = document.dictionary(resources.get('ColorSpace')).get(name)
    return named === undefined ? name : spaceName(document, document.resolve(named), new Map())
  }
  if (!isArray(value)) return 'unknown'
  const family = nameOf(document.resolve(value[0])) ?? 'unknown'
  const second = document.resolve(value[1])
  if (family === 'Separation') return `Separation ${nameOf(second) ?? ''}`
  if (family === 'DeviceN' && isArray(second)) return `DeviceN ${second.map(nameOf).join(' ')}`
  if (family === 'Indexed' || family === 'Pattern') return value.length > 1 ? spaceName(document, second, resources) : family
  if (family === 'ICCBased') {
    const channels = document.dictionary(value[1]).get('N')
    return channels === 4 ? 'DeviceCMYK' : channels === 1 ? 'DeviceGray' : 'ICCBased RGB'
  }
  return family
}
