import { type BoundedCache, boundedCache } from '../../../layout/text/bounded-cache.ts'
import type { PrinterProfile } from '../../../shared/export/printer-profile.ts'
import { aboutFile, aboutPage, type Found } from '../found.ts'
import { trimOf } from '../pdf/box.ts'
import { type ReadDocument, readDocument } from '../pdf/document.ts'
import { fileBytes } from '../pdf/file-bytes.ts'
import { paintedOn } from '../pdf/paint.ts'
import { BrokenSyntax, type PdfDictionary } from '../pdf/value.ts'
import { checkBoxes } from './boxes.ts'
import { conformance } from './conformance.ts'
import { fingerprints } from './fingerprint.ts'
import { heaviestSquare } from './ink.ts'
import { checkPainted } from './paint-rules.ts'
import type { InkReader } from './picture-ink.ts'

const rewrite = 'Выпустите его ещё раз, лучше на другой диск. Если повторится, сообщите разработчикам номер правила.'

const broken = (why: string): Found => ({
  rule: 'S01',
  page: null,
  object: aboutFile,
  message: `Файл PDF записан с ошибкой: ${why} (правило S01).`,
  todo: rewrite,
})

const opened = (file: readonly Uint8Array[]): ReadDocument | null => {
  try {
    return readDocument(fileBytes(file))
  } catch (error) {
    if (error instanceof BrokenSyntax) return null
    throw error
  }
}

const checkCount = ({ pages: { length } }: ReadDocument, pages: number): readonly Found[] =>
  length === pages
    ? []
    : [{ ...broken(''), rule: 'S02', message: `В файле полос ${length}, а должно быть ${pages} (правило S02).` }]

/** Is the file, given in parts, whole: can it be read, and has it the pages it should have? For any target. */
export const checkWhole = (file: readonly Uint8Array[], pages: number): readonly Found[] => {
  const document = opened(file)
  return document ? checkCount(document, pages) : [broken('он не читается')]
}

/** What was found on pages of earlier files, by all that it depends on. */
export type CheckMemory = BoundedCache<Promise<readonly Found[]>>

/** Pages to remember: those of some issues for some printers. */
const pageCapacity = 500

export const checkMemory = (): CheckMemory => boundedCache(pageCapacity)

export interface FileCheck {
  /** Numbers of the pages in the file, in order. */
  readonly pages: readonly number[]
  readonly printer: PrinterProfile
  /** Awaited between pages. */
  readonly breathe: () => Promise<void>
  /** Samples the pictures. */
  readonly inkOfJpeg: InkReader
  readonly memory: CheckMemory
}

const checkPage = async (
  document: ReadDocument,
  page: PdfDictionary,
  number: number,
  { printer, inkOfJpeg }: FileCheck,
): Promise<readonly Found[]> => {
  const found: Found[] = [...checkBoxes(document, page, number, printer)]
  try {
    const painted = paintedOn(document, page)
    found.push(...checkPainted(painted, number))
    const trim = trimOf(document, page)
    const size = { width: trim[2] - trim[0], height: trim[3] - trim[1] }
    const heaviest = await heaviestSquare(document, painted, size, inkOfJpeg, printer.inkLimit)
    if (heaviest && heaviest.ink > printer.inkLimit)
      found.push({
        rule: 'N09',
        page: number,
        object: aboutPage(heaviest.area),
        message: `Красок на квадрате 5 мм ${Math.round(heaviest.ink)} %, а типография «${printer.name}» принимает не больше ${printer.inkLimit} %.`,
        todo: 'Осветлите снимок или уберите текст с тёмного места.',
      })
  } catch (error) {
    if (!(error instanceof BrokenSyntax)) throw error
    found.push({ ...broken('полоса не читается'), page: number })
  }
  return found
}

/** Checks a written PDF, given in parts, for the printer. A page that was checked before, to the last byte of it, is not gone through again. */
export const checkFile = async (file: readonly Uint8Array[], check: FileCheck): Promise<readonly Found[]> => {
  const document = opened(file)
  if (!document) return [broken('он не читается')]
  const found: Found[] = [...checkCount(document, check.pages.length)]
  try {
    found.push(...conformance(document))
  } catch (error) {
    if (!(error instanceof BrokenSyntax)) throw error
    return [...found, broken('сведения о нём не читаются')]
  }
  const fingerprint = fingerprints(document)
  const printer = JSON.stringify(check.printer)
  for (const [i, page] of document.pages.entries()) {
    await check.breathe()
    const number = check.pages[i] ?? i + 1
    const key = `${fingerprint(page)} ${number} ${printer}`
    found.push(...(await check.memory.remember(key, () => checkPage(document, page, number, check))))
  }
  return found
}
