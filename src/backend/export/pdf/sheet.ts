/** Millimetres in points. */
export const millimetres = (mm: number): number => (mm * 72) / 25.4

/** What surrounds the trimmed page: nothing on the web, bleed and room for the marks in print; in points. */
export interface Surround {
  readonly bleed: number
  readonly slug: number
}
export const bare: Surround = { bleed: 0, slug: 0 }

type Box = readonly [number, number, number, number]

/** A sheet in PDF coordinates: points, origin at the lower left corner of the media, y grows upward. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly trimBox: Box
  readonly bleedBox: Box
  /** Equal for sheets on which the same things stand in the same places. */
  readonly key: string
  /** Places of the page's own system (origin at the top left of the trimmed page) on the sheet. */
  x(x: number): number
  y(y: number): number
}

export const sheetOf = (page: { readonly width: number; readonly height: number }, { bleed, slug }: Surround): Sheet => {
  const offset = bleed + slug
  const height = page.height + 2 * offset
  return {
    width: page.width + 2 * offset,
    height,
    trimBox: [offset, offset, offset + page.width, offset + page.height],
    bleedBox: [slug, slug, slug + page.width + 2 * bleed, slug + page.height + 2 * bleed],
    key: `${offset} ${page.width} ${height}`,
    x: (x) => offset + x,
    y: (y) => height - offset - y,
  }
}

const [point, zero] = [46, 48]

/** A number as an operand: no exponent, no more digits (one at least) than can be seen. */
export const operand = (value: number, digits = 3): string => {
  const text = value.toFixed(digits)
  let end = text.length
  while (text.charCodeAt(end - 1) === zero) end -= 1
  if (text.charCodeAt(end - 1) === point) end -= 1
  const short = text.slice(0, end)
  return short === '-0' || short === '' ? '0' : short
}
