/** Size and number of channels of a JPEG. */
export interface JpegFacts {
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** Reads a JPEG's frame header (ITU-T T.81, B.2.2); null for bytes that do not begin and end as a JPEG does. */
export const jpegFacts = (bytes: Uint8Array): JpegFacts | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 16 || view.getUint16(0) !== 0xffd8 || view.getUint16(bytes.length - 2) !== 0xffd9) return null
  let at = 2
  while (at + 10 < bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1)
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (frame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), channels: view.getUint8(at + 9) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
