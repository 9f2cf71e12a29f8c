import type { PrinterProfile } from '../../../shared/export/printer-profile.ts'
import type { RuleId } from '../../../shared/preflight/rules.ts'
import { aboutPage, type Found } from '../found.ts'
import { type Box, boxOf } from '../pdf/box.ts'
import { spaceName } from '../pdf/colour-space.ts'
import type { ReadDocument } from '../pdf/document.ts'
import { isArray, nameOf, type PdfDictionary } from '../pdf/value.ts'
import { shown, trimComplaint } from '../trim.ts'

const millimetres = (points: number): number => (points * 25.4) / 72

const within = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] - 0.01 && inner[1] >= outer[1] - 0.01 && inner[2] <= outer[2] + 0.01 && inner[3] <= outer[3] + 0.01

/** The boxes of one page: are they there, one within another, and as large as the printer wants them? */
export const checkBoxes = (
  document: ReadDocument,
  page: PdfDictionary,
  number: number,
  printer: PrinterProfile,
): readonly Found[] => {
  const found: Found[] = []
  const tell = (rule: RuleId, message: string, todo: string) =>
    found.push({ rule, page: number, object: aboutPage(), message, todo })
  const again = 'Выпустите файл ещё раз; если повторится, сообщите разработчикам номер правила X08.'
  const media = boxOf(document.inherited(page, 'MediaBox'))
  const trim = boxOf(document.resolve(page.get('TrimBox')))
  const bleed = boxOf(document.resolve(page.get('BleedBox'))) ?? trim
  const crop = boxOf(document.inherited(page, 'CropBox'))
  if (!media || !trim || page.has('ArtBox')) {
    tell('X08', 'В файле не сказано, где обрез полосы (правило X08).', again)
    return found
  }
  if (!bleed || !within(trim, bleed) || !within(bleed, media) || (crop && !within(trim, crop)))
    tell('X08', 'Обрез, вылет и лист в файле не вложены друг в друга (правило X08).', again)
  const unit = document.resolve(page.get('UserUnit'))
  if (unit !== null && unit !== 1) tell('X08', 'Единица длины в файле не пункт (правило X08).', again)
  const width = millimetres(trim[2] - trim[0])
  const height = millimetres(trim[3] - trim[1])
  const complaint = trimComplaint({ width, height }, printer)
  if (complaint !== null) tell('N01', complaint, 'Выберите другую типографию или исправьте её формат в настройках.')
  const least = bleed ? millimetres(Math.min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])) : 0
  if (least < printer.bleed - 0.05)
    tell('N02', `Вылет ${shown(least)} мм, а нужен ${shown(printer.bleed)} мм.`, 'Выпустите файл с вылетом этой типографии.')
  const annotations = document.resolve(page.get('Annots'))
  const area = bleed ?? trim
  const inside = (isArray(annotations) ? annotations : []).some((each) => {
    const annotation = document.dictionary(each)
    if (['TrapNet', 'PrinterMark'].includes(nameOf(document.resolve(annotation.get('Subtype'))) ?? '')) return false
    const box = boxOf(document.resolve(annotation.get('Rect')))
    return box !== null && box[0] < area[2] && box[2] > area[0] && box[1] < area[3] && box[3] > area[1]
  })
  if (inside)
    tell('X11', 'На полосе есть ссылка или пометка, в печать они не годятся (правило X11).', again.replace('X08', 'X11'))
  const blending = document.dictionary(page.get('Group')).get('CS')
  if (blending !== undefined && spaceName(document, document.resolve(blending), new Map()) !== 'DeviceCMYK')
    tell('X16', 'Прозрачность полосы смешивается не в красках печати (правило X16).', again.replace('X08', 'X16'))
  return found
}
