import { type FontFile, fontFile } from '../../../layout/text/font-file.ts'
import type { OutlineCommand } from '../../../layout/text/glyph-outline.ts'
import { fontIds } from '../../../shared/layout/display.ts'
import { embedFont, type FontCode } from './embed-font.ts'
import type { PdfEngine, PdfReference } from './engine.ts'
import type { Pack } from './pack.ts'
import { trueTypeFile } from './true-type.ts'

/** A font as the text operators see it. */
export interface PdfFace {
  /** Name among a page's resources. */
  readonly name: string
  /** Four hexadecimal digits that draw a glyph and read as `text` when they are searched or copied. */
  code(glyph: number, text: string): string
  /** Does a glyph always draw this text by the same code, whatever else stands in the file? */
  isUsual(glyph: number, text: string): boolean
  /** How far a glyph moves the pen, in thousandths of the em. */
  advance(glyph: number): number
  glyphOf(character: string): number
  /** The outline of a glyph, in thousandths of the em. */
  outline(glyph: number): readonly OutlineCommand[]
  /** Makes the font known to the page that is being drawn. */
  use(): void
}

/** Characters below this one read as they are, but for one kind of space. */
const firstOdd = 0x2000
const wideSpace = 0xa0

/** Every kind of space reads as a plain one and every hyphen that belongs to the text as a plain hyphen. */
export const readableText = (cluster: string): string => {
  // Nearly all clusters are one letter.
  if (cluster.length === 1 && cluster.charCodeAt(0) < firstOdd && cluster.charCodeAt(0) !== wideSpace) return cluster
  return cluster
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/gu, ' ')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\u200b\u2060\ufeff]/gu, '')
}

/** What each glyph reads as unless the text says otherwise: the first character that is drawn with it. */
const usualTexts = (font: FontFile): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>()
  for (const [codePoint, glyph] of font.characters())
    if (!texts.has(glyph)) texts.set(glyph, readableText(String.fromCodePoint(codePoint)))
  return texts
}

/** What a glyph reads as, null for one that stands for nothing, the code that draws it, and how far it moves the pen. */
interface KnownGlyph {
  readonly text: string | null
  readonly code: string
  readonly advance: number
}

/**
 * Codes are the numbers of the glyphs in the font's own file, so that a page has the same ones in every file. A glyph that
 * stands for another text too (a hyphen within a word and one that breaks it) gets a second code behind the last glyph.
 */
const faceOf = (engine: PdfEngine, name: string, file: Uint8Array, pack: Pack): PdfFace => {
  const font = fontFile(file)
  const cut = trueTypeFile(file, font)
  const scale = 1000 / font.unitsPerEm
  const usual = usualTexts(font)
  let reference: PdfReference | null = null
  /** By their numbers: asked several times for every letter of the file. */
  const glyphs: (KnownGlyph | undefined)[] = new Array(cut.glyphs).fill(undefined)
  const used = new Uint8Array(cut.glyphs)
  const seconds = new Map<string, string>()
  const copies: { readonly glyph: number; readonly text: string }[] = []
  const hex = (code: number) => code.toString(16).padStart(4, '0')
  const glyphOf = (glyph: number): KnownGlyph => {
    const known = glyphs[glyph]
    if (known !== undefined) return known
    const made = {
      text: usual.get(glyph) ?? null,
      code: hex(glyph),
      advance: font.advanceOf(glyph) * scale,
    }
    glyphs[glyph] = made
    return made
  }
  const second = (glyph: number, text: string): string => {
    const key = `${glyph} ${text}`
    const known = seconds.get(key)
    if (known) return known
    const code = hex(cut.glyphs + copies.length)
    copies.push({ glyph, text })
    seconds.set(key, code)
    return code
  }
  engine.atEnd(() => {
    if (reference === null) return
    const drawn = Array.from(used.keys()).filter((glyph) => used[glyph] === 1)
    const first = drawn.map((code): FontCode => {
      const { text, advance: width } = glyphOf(code)
      return { code, text: text ?? '', width }
    })
    const more = copies.map(({ glyph, text }, i): FontCode => ({ code: cut.glyphs + i, text, width: glyphOf(glyph).advance }))
    const codes = { codes: [...first, ...more], glyphs: drawn, copies: copies.map(({ glyph }) => glyph) }
    embedFont(engine, { font, file: cut, scale }, reference, codes, pack)
  })
  return {
    name,
    advance: (glyph) => glyphOf(glyph).advance,
    glyphOf: (character) => font.glyphOf(character.codePointAt(0) ?? 0),
    isUsual: (glyph, text) => glyphOf(glyph).text === text,
    code: (glyph, text) => {
      const known = glyphOf(glyph)
      if (known.text !== text) return second(glyph, text)
      used[glyph] = 1
      return known.code
    },
    outline: (glyph) => cut.outline(glyph).map(({ command, args }) => ({ command, args: args.map((arg) => arg * scale) })),
    use: () => {
      reference ??= engine.ref({})
      engine.page().fonts[name] = reference
    },
  }
}

const order: readonly string[] = fontIds

/** Faces by their names, each read when it is first asked for. */
export const openFaces = (
  engine: PdfEngine,
  files: Readonly<Record<string, Uint8Array>>,
  pack: Pack,
): ((name: string) => PdfFace) => {
  const faces = new Map<string, PdfFace>()
  return (name) => {
    const known = faces.get(name)
    if (known) return known
    const file = files[name]
    if (!file) throw new Error(`no font file for ${name}`)
    const face = faceOf(engine, `F${order.indexOf(name) + 1}`, file, pack)
    faces.set(name, face)
    return face
  }
}
