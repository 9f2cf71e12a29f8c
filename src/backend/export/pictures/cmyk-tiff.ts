/** Bytes of a field type of TIFF 6.0: 3 is a 16-bit number, 4 a 32-bit one. */
type Field = readonly [tag: number, type: 3 | 4, count: number, value: number]

/**
 * Raw CMYK as an uncompressed TIFF (TIFF 6.0, sections 2 and 16), because sharp takes raw pixels of four channels for
 * RGB with transparency and this format says what they are.
 */
export const cmykTiff = (pixels: Uint8Array, width: number, height: number): Uint8Array => {
  const directory = 8
  const fieldCount = 10
  const bitsAt = directory + 2 + fieldCount * 12 + 4
  const pixelsAt = bitsAt + 8
  const fields: readonly Field[] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 4, bitsAt],
    // Not compressed.
    [259, 3, 1, 1],
    // Separated inks, which are CMYK unless another set is named.
    [262, 3, 1, 5],
    [273, 4, 1, pixelsAt],
    [277, 3, 1, 4],
    [278, 4, 1, height],
    [279, 4, 1, pixels.length],
    // The inks of a pixel stand together.
    [284, 3, 1, 1],
  ]
  const bytes = new Uint8Array(pixelsAt + pixels.length)
  const view = new DataView(bytes.buffer)
  bytes.set([0x49, 0x49, 42, 0])
  view.setUint32(4, directory, true)
  view.setUint16(directory, fieldCount, true)
  fields.forEach(([tag, type, count, value], i) => {
    const at = directory + 2 + i * 12
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, type, true)
    view.setUint32(at + 4, count, true)
    if (type === 3 && count === 1) view.setUint16(at + 8, value, true)
    else view.setUint32(at + 8, value, true)
  })
  for (let i = 0; i < 4; i += 1) view.setUint16(bitsAt + i * 2, 8, true)
  bytes.set(pixels, pixelsAt)
  return bytes
}
