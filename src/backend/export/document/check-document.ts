import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib'
import type { DocumentRemark } from '../../../shared/advert/document-remark.ts'
import { newspaperPrinter } from '../../../shared/export/printer-profile.ts'
import { counted } from '../../../shared/language/plural.ts'
import type { OpenedDocument } from './open-document.ts'
import { tokensOf } from './operators.ts'
import { pageOperators, streamBytes } from './page-content.ts'

interface Seen {
  /** Names of fonts that are not in the file. */
  readonly bareFonts: Set<string>
  rgb: boolean
  /** The most ink that the operators ask for at one place, per cent. */
  ink: number
}

const screenOperators: ReadonlySet<string> = new Set(['rg', 'RG'])
const inkOperators: ReadonlySet<string> = new Set(['k', 'K'])

const lookOperators = (bytes: Uint8Array, seen: Seen): void => {
  let numbers: number[] = []
  for (const token of tokensOf(bytes)) {
    if (token.kind === 'number') numbers.push(token.value)
    if (token.kind !== 'operator') continue
    if (screenOperators.has(token.text)) {
      const [red, green, blue] = numbers.slice(-3)
      // Equal shares are a grey, which most printers turn into black.
      if (red !== green || green !== blue) seen.rgb = true
    }
    if (inkOperators.has(token.text))
      seen.ink = Math.max(seen.ink, 100 * numbers.slice(-4).reduce((sum, share) => sum + share, 0))
    numbers = []
  }
}

const nameOf = (object: PDFObject | undefined): string => (object instanceof PDFName ? object.asString().slice(1) : '')

/** Looks through the resources of a page and of the forms it draws. */
const lookResources = (resources: PDFDict, seen: Seen, known: Set<PDFObject>): void => {
  if (known.has(resources)) return
  known.add(resources)
  const { context } = resources
  const get = (dictionary: PDFDict, key: string) => context.lookup(dictionary.get(PDFName.of(key)))
  const members = (key: string): readonly PDFObject[] => {
    const found = get(resources, key)
    return found instanceof PDFDict ? found.values().flatMap((value) => context.lookup(value) ?? []) : []
  }
  const isScreenSpace = (space: PDFObject | undefined): boolean => {
    if (space instanceof PDFName) return nameOf(space) === 'DeviceRGB'
    if (!(space instanceof PDFArray)) return false
    const [first, second] = space.asArray().map((entry) => context.lookup(entry))
    if (nameOf(first) === 'CalRGB' || nameOf(first) === 'Lab') return true
    if (nameOf(first) === 'Indexed' || nameOf(first) === 'Pattern') return isScreenSpace(second)
    if (nameOf(first) !== 'ICCBased' || !(second instanceof PDFStream)) return false
    const channels = get(second.dict, 'N')
    return channels instanceof PDFNumber && channels.asNumber() === 3
  }
  const lookFont = (font: PDFObject): void => {
    if (!(font instanceof PDFDict) || nameOf(get(font, 'Subtype')) === 'Type3') return
    const descendants = get(font, 'DescendantFonts')
    const inner = descendants instanceof PDFArray ? context.lookup(descendants.asArray()[0]) : font
    const descriptor = inner instanceof PDFDict ? get(inner, 'FontDescriptor') : undefined
    const embedded =
      descriptor instanceof PDFDict &&
      ['FontFile', 'FontFile2', 'FontFile3'].some((key) => get(descriptor, key) instanceof PDFStream)
    if (!embedded) seen.bareFonts.add(nameOf(get(font, 'BaseFont')).replace(/^[A-Z]{6}\+/, '') || 'без имени')
  }
  for (const font of members('Font')) lookFont(font)
  if (members('ColorSpace').some(isScreenSpace)) seen.rgb = true
  for (const shading of members('Shading')) {
    const dictionary = shading instanceof PDFStream ? shading.dict : shading
    if (dictionary instanceof PDFDict && isScreenSpace(get(dictionary, 'ColorSpace'))) seen.rgb = true
  }
  for (const object of members('XObject')) {
    if (!(object instanceof PDFStream) || known.has(object)) continue
    known.add(object)
    if (isScreenSpace(get(object.dict, 'ColorSpace'))) seen.rgb = true
    if (nameOf(get(object.dict, 'Subtype')) !== 'Form') continue
    lookOperators(streamBytes(object), seen)
    const own = get(object.dict, 'Resources')
    if (own instanceof PDFDict) lookResources(own, seen, known)
  }
}

/** What a printer would not like about a PDF that is to stand on a page. */
export const checkDocument = ({ document, page, pages }: OpenedDocument): readonly DocumentRemark[] => {
  const seen: Seen = { bareFonts: new Set(), rgb: false, ink: 0 }
  lookOperators(pageOperators(page), seen)
  const resources = document.context.lookup(page.getInheritableAttribute(PDFName.of('Resources')))
  if (resources instanceof PDFDict) lookResources(resources, seen, new Set())
  const { inkLimit } = newspaperPrinter
  const fonts = [...seen.bareFonts].slice(0, 4).join(', ')
  const count = counted(pages, 'страница', 'страницы', 'страниц')
  const remarks: DocumentRemark[] = []
  if (pages > 1) remarks.push({ flaw: 'pages', text: `В файле ${count}: на полосу встанет первая.` })
  if (fonts !== '')
    remarks.push({
      flaw: 'fonts',
      text: `Шрифты не внедрены: ${fonts}. Попросите файл со шрифтами или с текстом в кривых.`,
    })
  if (seen.rgb) remarks.push({ flaw: 'rgb', text: 'Есть цвета RGB: в типографии они изменятся. Попросите файл в CMYK.' })
  if (seen.ink > inkLimit + 0.5) {
    const ink = Math.round(seen.ink)
    const text = `Краски до ${ink} %, в типографии допустимо ${inkLimit} %. Попросите файл с меньшей суммой красок.`
    remarks.push({ flaw: 'ink', text })
  }
  return remarks
}
