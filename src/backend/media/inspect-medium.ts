import { imageLibrary } from './image-library.ts'
import { type Medium, mediumType, pictureFormats } from './medium-type.ts'

/** A picture may have this many pixels: more than the largest camera of a press makes (151 million); more is an image bomb. */
const pixelLimit = 180_000_000

/** What a picture is by its bytes, or a Russian clause on why it is none. */
export const inspectPicture = async (bytes: Uint8Array): Promise<Medium | string> => {
  try {
    const sharp = await imageLibrary()
    const image = sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error' })
    const facts = await image.metadata()
    if (!pictureFormats.some((format) => format === facts.format)) return 'это не снимок JPEG, PNG, WebP или TIFF'
    if (facts.width * facts.height > pixelLimit) return `снимок слишком велик: ${facts.width} × ${facts.height} точек`
    // Decoding at a small size reads the whole file, so that a truncated one is noticed now and not at the printer's.
    await image.resize(64, 64, { fit: 'inside' }).raw().toBuffer()
    const turned = (facts.orientation ?? 1) >= 5
    return mediumType.schema.parse({
      schemaVersion: 2,
      name: '',
      format: facts.format,
      width: turned ? facts.height : facts.width,
      height: turned ? facts.width : facts.height,
      bytes: bytes.length,
    })
  } catch (error) {
    const complaint = error instanceof Error ? error.message : String(error)
    if (/pixel limit/i.test(complaint))
      return 'снимок слишком велик: больше 180 млн точек. Уменьшите его или сохраните снимок обычного размера'
    return /premature|truncat|end of/i.test(complaint) ? 'файл снимка оборван' : 'файл не читается как снимок'
  }
}

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

/** The same of a PDF. */
export const inspectPdf = async (bytes: Uint8Array): Promise<Medium | string> => {
  // Reads PDF with a library that only adverts need.
  const { inspectDocument } = await import('../export/document/inspect-document.ts')
  const facts = await inspectDocument(bytes)
  if (typeof facts === 'string') return facts
  const { width, height, remarks } = facts
  return {
    schemaVersion: 2,
    name: '',
    format: 'pdf',
    width,
    height,
    bytes: bytes.length,
    remarks: remarks.map(({ text }) => text),
    flaws: remarks.map(({ flaw }) => flaw),
  }
}
