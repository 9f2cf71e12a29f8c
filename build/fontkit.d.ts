// What tests and tools use of fontkit. The package's own types speak of Node's Buffer; in truth any bytes will do.
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number
    readonly advanceWidth: number
    readonly path: {
      readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[]
      toSVG(): string
    }
  }

  export interface GlyphRun {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly { readonly xAdvance: number }[]
  }

  export interface Font {
    readonly postscriptName: string
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly xHeight: number
    hasGlyphForCodePoint(codePoint: number): boolean
    getGlyph(id: number): Glyph
    glyphForCodePoint(codePoint: number): Glyph
    layout(text: string, features: Readonly<Record<string, boolean>>): GlyphRun
  }

  export function create(bytes: Uint8Array): Font
}
