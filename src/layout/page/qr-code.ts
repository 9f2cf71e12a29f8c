import { encode } from 'uqr'
import type { RectangleItem } from '../../shared/layout/display.ts'
import { rectangle } from './display-text.ts'

/** White modules a reader needs around the code (ISO/IEC 18004). */
export const quietZone = 4
/** The most characters a code keeps coarse enough for newsprint: 41 modules across at correction level M. */
export const longestAddress = 150

/**
 * An address as a QR code of so many points across, its quiet zone included, as black rectangles: one for each run of
 * dark modules of a row, so that no seams show between modules. Level M mends 15 % of the code.
 */
export const qrCode = (
  address: string,
  left: number,
  top: number,
  size: number,
  article: string | null,
): readonly RectangleItem[] => {
  const { data } = encode(address, { ecc: 'M', border: quietZone })
  const module = size / data.length
  return data.flatMap((row, y) => {
    const items: RectangleItem[] = []
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue
      let end = x
      while (row[end] === true) end += 1
      items.push(rectangle(left + x * module, top + y * module, (end - x) * module, module, 'black', article))
      x = end
    }
    return items
  })
}
