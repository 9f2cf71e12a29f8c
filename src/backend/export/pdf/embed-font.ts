import { createHash } from 'node:crypto'
import type { FontFile } from '../../../layout/text/font-file.ts'
import { type PdfEngine, type PdfReference, packedStream } from './engine.ts'
import type { Pack } from './pack.ts'
import { pdfText } from './spell.ts'
import type { FontFacts, TrueTypeFile } from './true-type.ts'

/** A code that draws a glyph, as content streams hold it, and what it reads as; width in thousandths of the em. */
export interface FontCode {
  readonly code: number
  readonly text: string
  readonly width: number
}

/** A font as it goes into the file: its codes in order, the glyphs they draw, and those that have a second code. */
export interface UsedFont {
  readonly codes: readonly FontCode[]
  readonly glyphs: Iterable<number>
  readonly copies: readonly number[]
}

/** Runs of codes that follow one another within one high byte, as ranges must (ISO 32000-1, 9.10.3). */
const runsOf = (codes: readonly FontCode[]): readonly (readonly FontCode[])[] => {
  const runs: FontCode[][] = []
  for (const code of codes) {
    const last = runs.at(-1)?.at(-1)
    if (last && last.code + 1 === code.code && code.code % 256 !== 0) runs.at(-1)?.push(code)
    else runs.push([code])
  }
  return runs
}

const hex = (value: number): string => value.toString(16).padStart(4, '0')
const units = (text: string): string => Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join(' ')

/** Ranges in one block of a character map. */
const mostRanges = 100

const characterMap = (codes: readonly FontCode[]): string => {
  const ranges = runsOf(codes).map((run) => {
    const [first, last] = [run[0]?.code ?? 0, run.at(-1)?.code ?? 0]
    return `<${hex(first)}> <${hex(last)}> [${run.map(({ text }) => `<${units(text)}>`).join(' ')}]`
  })
  const blocks = Array.from({ length: Math.ceil(ranges.length / mostRanges) }, (_, i) =>
    ranges.slice(i * mostRanges, (i + 1) * mostRanges),
  ).map((block) => `${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`)
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/** Bits of a descriptor's flags (ISO 32000-1, table 123). */
const flagsOf = ({ isFixedPitch, isItalic, family }: FontFacts): number =>
  (isFixedPitch ? 1 : 0) | (family >= 1 && family <= 7 ? 2 : 0) | 4 | (family === 10 ? 8 : 0) | (isItalic ? 64 : 0)

/** Six letters that differ with the subset, as names of subsets have them. */
const tagOf = (file: Uint8Array): string =>
  [...createHash('sha256').update(file).digest().subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('')

/** A font as its file has it, and what it is cut from. */
export interface CutFont {
  readonly font: FontFile
  readonly file: TrueTypeFile
  /** Makes thousandths of the em of its units. */
  readonly scale: number
}

/** Writes the objects of a font, in which a code is the number of its glyph; `reference` is what pages know it by. */
export const embedFont = (
  engine: PdfEngine,
  { font, file, scale }: CutFont,
  reference: PdfReference,
  used: UsedFont,
  pack: Pack,
): void => {
  const subset = file.subset(used.glyphs, used.copies)
  const { facts } = file
  const name = `${tagOf(subset)}+${facts.postscriptName}`
  const { ascent, descent, capHeight, xHeight } = font
  const scaled = (length: number) => length * scale
  const descriptor = engine.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: flagsOf(facts),
    FontBBox: facts.box.map(scaled),
    ItalicAngle: facts.italicAngle,
    Ascent: scaled(ascent),
    Descent: scaled(descent),
    CapHeight: scaled(capHeight || ascent),
    XHeight: scaled(xHeight),
    StemV: 0,
    FontFile2: packedStream(engine, pack(subset), { Length1: subset.length }),
  })
  descriptor.end()
  const descendant = engine.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: pdfText('Adobe'), Ordering: pdfText('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    DW: 0,
    W: runsOf(used.codes).flatMap((run) => [run[0]?.code ?? 0, run.map(({ width }) => width)]),
  })
  descendant.end()
  Object.assign(reference.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: packedStream(engine, pack(Buffer.from(characterMap(used.codes), 'latin1'))),
  })
  reference.end()
}
