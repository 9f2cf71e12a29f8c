import type { PrinterProfile } from '../../shared/export/printer-profile.ts'

/** Printers cut to a fifth of a millimetre. */
const cutTolerance = 0.2

interface Size {
  readonly width: number
  readonly height: number
}

/** Millimetres as people write them. */
export const shown = (mm: number): string => mm.toFixed(1).replace(/\.0$/, '').replace('.', ',')
const shownSize = ({ width, height }: Size): string => `${shown(width)} × ${shown(height)} мм`

/** N01: that a page of this size (mm) is not what the printer cuts; null where it is. */
export const trimComplaint = (page: Size, { name, trim }: PrinterProfile): string | null =>
  Math.abs(page.width - trim.width) <= cutTolerance && Math.abs(page.height - trim.height) <= cutTolerance
    ? null
    : `Обрезной формат ${shownSize(page)}, а типография «${name}» печатает ${shownSize(trim)}.`
