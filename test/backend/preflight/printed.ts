import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { openEngine, type PdfEngine, type PdfReference } from '../../../src/backend/export/pdf/engine.ts'
import { openFaces } from '../../../src/backend/export/pdf/face.ts'
import { addOutputIntent, infoOf, metadataOf } from '../../../src/backend/export/pdf/metadata.ts'
import { pdfName, pdfText } from '../../../src/backend/export/pdf/spell.ts'
import { cmykTiff } from '../../../src/backend/export/pictures/cmyk-tiff.ts'
import { fontFiles, profile, trim } from '../export/handmade.ts'

const mm = 72 / 25.4

/** What may be changed of a file that is otherwise right for the printer. */
export interface Change {
  readonly version?: '1.6' | '1.7'
  readonly profile?: Uint8Array | null
  readonly xmp?: (packet: string) => string
  readonly info?: (info: Record<string, unknown>) => void
  /** Millimetres. */
  readonly trim?: readonly [number, number] | null
  readonly bleed?: number
  readonly page?: (page: Record<string, unknown>, engine: PdfEngine) => void
  readonly root?: (root: Record<string, unknown>, engine: PdfEngine) => void
  readonly bytes?: (file: string) => string
  /** Operators after the page's own. */
  readonly content?: string
  /** Text is drawn with these settings. */
  readonly text?: { readonly colour?: string; readonly size?: number; readonly state?: string }
  /** The font goes in without its file. */
  readonly bareFont?: boolean
  /** A picture of this ink (0–255 each) or of RGB, so wide on the page, in points. */
  readonly picture?: { readonly width: number; readonly inks?: readonly [number, number, number, number]; readonly rgb?: boolean }
}

const flat = async ({ inks = [40, 40, 40, 20], rgb = false }: NonNullable<Change['picture']>): Promise<Uint8Array> => {
  const [width, height] = [300, 200]
  if (rgb)
    return sharp({ create: { width, height, channels: 3, background: '#335577' } })
      .jpeg()
      .toBuffer()
  const pixels = new Uint8Array(width * height * 4)
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = inks[i % 4] ?? 0
  return sharp(cmykTiff(pixels, width, height))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

const facts = { title: 'Проба', author: 'Газета', date: new Date(Date.UTC(2026, 10, 24)) }

const state = (engine: PdfEngine, settings: Readonly<Record<string, unknown>>): PdfReference => {
  const reference = engine.ref({ Type: 'ExtGState', ...settings })
  reference.end()
  return reference
}

/** A page for the printer with one line of text, and with what was asked for instead. */
export const printed = async (change: Change = {}): Promise<Uint8Array> => {
  const info = { ...infoOf(facts, 'print') }
  change.info?.(info)
  const engine = openEngine(change.version ?? '1.6', info)
  if (change.profile !== null) addOutputIntent(engine, { profile: change.profile ?? profile, name: 'Newsprint' }, deflateSync)
  const bleed = (change.bleed ?? 5) * mm
  const offset = 15 * mm
  const page = engine.addPage(trim.width + 2 * offset, trim.height + 2 * offset)
  const { data } = page.dictionary
  if (change.trim !== null) {
    const [width, height] = (change.trim ?? [297, 420]).map((length) => length * mm)
    data.TrimBox = [offset, offset, offset + (width ?? 0), offset + (height ?? 0)]
    data.BleedBox = [offset - bleed, offset - bleed, offset + (width ?? 0) + bleed, offset + (height ?? 0) + bleed]
  }
  page.states.OP = state(engine, { OP: true, op: true, OPM: 1 })
  page.states.KO = state(engine, { OP: false, op: false, OPM: 0 })
  const face = openFaces(engine, { serif: fontFiles.serif }, deflateSync)('serif')
  const glyph = face.code(40, 'T')
  if (!change.bareFont) face.use()
  else {
    const bare = engine.ref({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' })
    bare.end()
    page.fonts[face.name] = bare
  }
  const { colour = '0 0 0 1 k', size = 9, state: named = 'OP' } = change.text ?? {}
  const operators: string[] = []
  operators.push(`q BT /${named} gs ${colour} /${face.name} ${size} Tf 1 0 0 1 100 900 Tm [<${glyph}${glyph}>] TJ ET Q`)
  if (change.picture) {
    const jpeg = await flat(change.picture)
    const image = engine.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: 300,
      Height: 200,
      BitsPerComponent: 8,
      ColorSpace: change.picture.rgb ? 'DeviceRGB' : 'DeviceCMYK',
      Filter: 'DCTDecode',
      ...(change.picture.rgb ? {} : { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
    })
    image.end(jpeg)
    page.xobjects.I1 = image
    const { width } = change.picture
    operators.push(`q /KO gs ${width} 0 0 ${(width * 2) / 3} 200 300 cm /I1 Do Q`)
  }
  if (change.content) operators.push(change.content)
  page.setContent(deflateSync(Buffer.from(`${operators.join('\n')}\n`, 'latin1')))
  change.page?.(data, engine)
  change.root?.(engine.root.data, engine)
  const metadata = metadataOf(facts, 'print')
  engine.end(change.xmp?.(metadata) ?? metadata)
  const bytes = Buffer.concat(engine.takeParts())
  return change.bytes ? Buffer.from(change.bytes(bytes.toString('latin1')), 'latin1') : bytes
}

export { pdfName, pdfText }
