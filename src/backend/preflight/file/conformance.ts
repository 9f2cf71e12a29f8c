import type { RuleId } from '../../../shared/preflight/rules.ts'
import { aboutFile, type Found } from '../found.ts'
import type { ReadDocument } from '../pdf/document.ts'
import { bytesOf, isArray, isDictionary, nameOf, numberOf, type PdfDictionary, type PdfValue } from '../pdf/value.ts'

const again = 'Выпустите файл ещё раз. Если повторится, не отправляйте его и сообщите разработчикам номер правила.'

/** What the file lacks or has too much of, in words for people; `because` says what was found. */
const fault = (rule: RuleId, what: string): Found => ({
  rule,
  page: null,
  object: aboutFile,
  message: `${what} (правило ${rule}).`,
  todo: again,
})

const dictionariesOf = (document: ReadDocument): readonly PdfDictionary[] =>
  [...document.objects.values()].flatMap(({ value }) => (isDictionary(value) ? [value] : []))

const contains = (value: PdfValue | undefined, wanted: (entries: PdfDictionary) => boolean): boolean => {
  if (isArray(value)) return value.some((each) => contains(each, wanted))
  if (!isDictionary(value)) return false
  return wanted(value) || [...value.values()].some((each) => contains(each, wanted))
}

/** Bytes of an ICC profile that say what it is for, and one of what follows (ICC.1:2010, 7.2). */
const profileHead = 129

const outputIntent = (document: ReadDocument): readonly Found[] => {
  const intents = document.resolve(document.root.get('OutputIntents'))
  const ours = (isArray(intents) ? intents.map((each) => document.dictionary(each)) : []).filter(
    (intent) => nameOf(document.resolve(intent.get('S'))) === 'GTS_PDFX',
  )
  const intent = ours[0]
  if (ours.length !== 1 || !intent) return [fault('X04', 'В файле не сказано, для какой печати он сделан')]
  if (!bytesOf(document.resolve(intent.get('OutputConditionIdentifier'))))
    return [fault('X04', 'Условия печати в файле не названы')]
  const bytes = Buffer.from(document.beginning(intent.get('DestOutputProfile'), profileHead) ?? [])
  const channels = numberOf(document.resolve(document.dictionary(intent.get('DestOutputProfile')).get('N')))
  const fits =
    bytes.length >= profileHead &&
    bytes.toString('latin1', 12, 16) === 'prtr' &&
    bytes.toString('latin1', 16, 20) === 'CMYK' &&
    (bytes[8] ?? 9) <= 4 &&
    channels === 4
  return fits ? [] : [fault('X04', 'В файле нет цветового профиля печати CMYK')]
}

const xmpKeys = [
  'xmp:CreateDate',
  'xmp:ModifyDate',
  'xmp:MetadataDate',
  'dc:title',
  'xmpMM:DocumentID',
  'xmpMM:VersionID',
  'xmpMM:RenditionClass',
  'pdf:Trapped',
]

const metadata = (document: ReadDocument): readonly Found[] => {
  const found: Found[] = []
  const reference = document.root.get('Metadata')
  const xmp = Buffer.from(document.stream(reference) ?? []).toString('utf8')
  if (!/GTS_PDFXVersion(?:>|=")PDF\/X-4/.test(xmp)) found.push(fault('X05', 'В сведениях файла не назван стандарт PDF/X-4'))
  const missing = xmpKeys.filter((key) => !xmp.includes(key))
  const packed = document.dictionary(reference).has('Filter')
  if (missing.length > 0 || packed)
    found.push(fault('X06', `Сведения файла неполны${missing.length > 0 ? `: нет ${missing.join(', ')}` : ''}`))
  const info = document.dictionary(document.trailer.get('Info'))
  const trapped = nameOf(document.resolve(info.get('Trapped')))
  const text = (key: string) => bytesOf(document.resolve(info.get(key)))
  if ((trapped !== 'True' && trapped !== 'False') || !text('Title') || !text('CreationDate') || !text('ModDate'))
    found.push(fault('X07', 'В файле нет заголовка, даты или отметки о треппинге'))
  return found
}

const fonts = (document: ReadDocument): readonly Found[] => {
  const of = (type: string) => dictionariesOf(document).filter((each) => nameOf(document.resolve(each.get('Type'))) === type)
  const bare = of('FontDescriptor').filter(
    (each) => !['FontFile', 'FontFile2', 'FontFile3'].some((key) => document.isStream(each.get(key))),
  )
  const tops = of('Font').filter(
    (each) => !['CIDFontType0', 'CIDFontType2'].includes(nameOf(document.resolve(each.get('Subtype'))) ?? ''),
  )
  // A composite font has its descriptor below it, a simple one at hand; the standard fourteen have none.
  const without = tops.filter(
    (each) =>
      !each.has('DescendantFonts') && !each.has('FontDescriptor') && nameOf(document.resolve(each.get('Subtype'))) !== 'Type3',
  )
  const found: Found[] = []
  if (bare.length + without.length > 0)
    found.push(fault('X09', `Шрифты вошли в файл не все: недостаёт ${bare.length + without.length}`))
  else if (tops.some((each) => !document.isStream(each.get('ToUnicode'))))
    found.push(fault('X09', 'Текст в файле нельзя прочесть: у шрифта нет таблицы знаков'))
  return found
}

const forbidden = (document: ReadDocument): readonly Found[] => {
  const all = dictionariesOf(document)
  const { root, resolve } = document
  const nameAt = (entries: PdfDictionary, key: string) => nameOf(resolve(entries.get(key)))
  const script = all.some((each) => contains(each, (entries) => nameAt(entries, 'S') === 'JavaScript' || entries.has('JS')))
  const acting =
    ['OpenAction', 'AA', 'AcroForm'].some((key) => root.has(key)) ||
    document.pages.some((page) => page.has('AA') || page.has('PresSteps'))
  const filters = (each: PdfDictionary): readonly (string | null)[] => {
    const filter = resolve(each.get('Filter'))
    return isArray(filter) ? filter.map(nameOf) : [nameOf(filter)]
  }
  const transfer = all.some(
    (each) =>
      (each.has('TR') && nameAt(each, 'TR') !== 'Identity') ||
      (each.has('TR2') && nameAt(each, 'TR2') !== 'Default') ||
      each.has('HTP'),
  )
  const postScript = all.some(
    (each) => nameAt(each, 'Subtype') === 'PS' || nameAt(each, 'Subtype2') === 'PS' || each.has('OPI') || each.has('Alternates'),
  )
  const external = [...document.objects.values()].some(
    ({ value, stored }) => stored !== null && isDictionary(value) && value.has('F'),
  )
  return [
    ...(script || acting ? [fault('X10', 'В файле есть действия, формы или сценарии')] : []),
    ...(all.some((each) => filters(each).some((name) => name?.startsWith('LZW')))
      ? [fault('X12', 'В файле есть сжатие LZW')]
      : []),
    ...(transfer ? [fault('X13', 'В файле есть кривые передачи тона')] : []),
    ...(postScript ? [fault('X14', 'В файле есть PostScript, OPI или подменные картинки')] : []),
    ...(external || document.dictionary(root.get('Names')).has('EmbeddedFiles')
      ? [fault('X15', 'В файл вложены другие файлы')]
      : []),
    ...(root.has('OCProperties') ? [fault('X17', 'В файле есть слои')] : []),
  ]
}

/** The points of PDF/X-4 that are about the file as a whole. */
export const conformance = (document: ReadDocument): readonly Found[] => {
  const id = document.resolve(document.trailer.get('ID'))
  const rootVersion = nameOf(document.resolve(document.root.get('Version')))
  const newest = Math.max(Number(document.version), Number(rootVersion ?? 0))
  return [
    ...(newest > 1.6 ? [fault('X01', `Версия PDF ${newest}, а нужна не новее 1.6`)] : []),
    ...(document.trailer.has('Encrypt') ? [fault('X02', 'Файл зашифрован')] : []),
    ...(isArray(id) && id.length === 2 ? [] : [fault('X03', 'У файла нет опознавательного номера')]),
    ...outputIntent(document),
    ...metadata(document),
    ...fonts(document),
    ...forbidden(document),
  ]
}
