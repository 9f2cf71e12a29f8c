import { type OutlineCommand, openFont, type PdfEngine, type PdfFont } from './engine.ts'

/** A font as the text operators see it. */
export interface PdfFace {
  /** Name among a page's resources. */
  readonly name: string
  /** Four hexadecimal digits that draw a glyph and read as `text` when they are searched or copied. */
  code(glyph: number, text: string): string
  /** How far a glyph moves the pen, in thousandths of the em. */
  advance(glyph: number): number
  glyphOf(character: string): number
  /** The outline of a glyph, in thousandths of the em. */
  outline(glyph: number): readonly OutlineCommand[]
  /** Makes the font known to the page that is being drawn. */
  use(): void
}

/** Every kind of space reads as a plain one and every hyphen that belongs to the text as a plain hyphen. */
export const readableText = (cluster: string): string =>
  cluster
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/gu, ' ')
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/[\u200b\u2060\ufeff]/gu, '')

const faceOf = (engine: PdfEngine, font: PdfFont): PdfFace => {
  const codes = new Map<string, string>()
  const taken = new Set<number>()
  const allot = (glyph: number): number => {
    if (!taken.has(glyph)) {
      taken.add(glyph)
      return font.subset.includeGlyph(glyph)
    }
    // A glyph that stands for another text too (a hyphen within a word and one that breaks it) gets a second code.
    return font.subset.glyphs.push(glyph) - 1
  }
  const advance = (glyph: number) => font.font.getGlyph(glyph).advanceWidth * font.scale
  return {
    name: font.id,
    advance,
    glyphOf: (character) => font.font.glyphForCodePoint(character.codePointAt(0) ?? 0).id,
    code: (glyph, text) => {
      const key = `${glyph} ${text}`
      const known = codes.get(key)
      if (known) return known
      const id = allot(glyph)
      font.widths[id] = advance(glyph)
      font.unicode[id] = [...text].map((character) => character.codePointAt(0) ?? 0)
      const code = id.toString(16).padStart(4, '0')
      codes.set(key, code)
      return code
    },
    outline: (glyph) =>
      font.font
        .getGlyph(glyph)
        .path.commands.map(({ command, args }) => ({ command, args: args.map((arg) => arg * font.scale) })),
    use: () => {
      engine.page.fonts[font.id] = font.ref()
    },
  }
}

/** Faces by their names, each read when it is first asked for. */
export const openFaces = (engine: PdfEngine, files: Readonly<Record<string, Uint8Array>>): ((name: string) => PdfFace) => {
  const faces = new Map<string, PdfFace>()
  return (name) => {
    const known = faces.get(name)
    if (known) return known
    const file = files[name]
    if (!file) throw new Error(`no font file for ${name}`)
    const face = faceOf(engine, openFont(engine, name, file))
    faces.set(name, face)
    return face
  }
}
