import type { PrinterProfile } from '../../../shared/export/printer-profile.ts'
import { aboutFile, aboutPage, type Found } from '../found.ts'
import { trimOf } from '../pdf/box.ts'
import { type ReadDocument, readDocument } from '../pdf/document.ts'
import { paintedOn } from '../pdf/paint.ts'
import { BrokenSyntax } from '../pdf/value.ts'
import { checkBoxes } from './boxes.ts'
import { conformance } from './conformance.ts'
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

const opened = (file: Uint8Array): ReadDocument | null => {
  try {
    return readDocument(file)
  } catch (error) {
    if (error instanceof BrokenSyntax) return null
    throw error
  }
}

const checkCount = ({ pages: { length } }: ReadDocument, pages: number): readonly Found[] =>
  length === pages
    ? []
    : [{ ...broken(''), rule: 'S02', message: `В файле полос ${length}, а должно быть ${pages} (правило S02).` }]

/** Is the file whole: can it be read, and has it the pages it should have? For any target. */
export const checkWhole = (file: Uint8Array, pages: number): readonly Found[] => {
  const document = opened(file)
  return document ? checkCount(document, pages) : [broken('он не читается')]
}

/**
 * Checks a written PDF for the printer. `pages` are the numbers of the pages in it, in order. `breathe` is awaited
 * between pages; `inkOfJpeg` samples the pictures.
 */
export const checkFile = async (
  file: Uint8Array,
  pages: readonly number[],
  printer: PrinterProfile,
  breathe: () => Promise<void>,
  inkOfJpeg: InkReader,
): Promise<readonly Found[]> => {
  const document = opened(file)
  if (!document) return [broken('он не читается')]
  const found: Found[] = [...checkCount(document, pages.length)]
  try {
    found.push(...conformance(document))
  } catch (error) {
    if (!(error instanceof BrokenSyntax)) throw error
    return [...found, broken('сведения о нём не читаются')]
  }
  for (const [i, page] of document.pages.entries()) {
    await breathe()
    const number = pages[i] ?? i + 1
    found.push(...checkBoxes(document, page, number, printer))
    try {
      const painted = paintedOn(document, page)
      found.push(...checkPainted(painted, number))
      const trim = trimOf(document, page)
      const size = { width: trim[2] - trim[0], height: trim[3] - trim[1] }
      const heaviest = await heaviestSquare(document, painted, size, inkOfJpeg)
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
  }
  return found
}
