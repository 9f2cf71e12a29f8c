import type { FontId } from '../../shared/layout/display.ts'
import { fontFile } from '../text/font-file.ts'
import { glyphOutline, type OutlineCommand, outlineBytes } from '../text/glyph-outline.ts'

/** The outline of a glyph as the data of an SVG path, y growing upward, and how many of its units make an em. */
export type GlyphOutline = (font: FontId, glyph: number) => { readonly path: string; readonly unitsPerEm: number }

const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', closePath: 'Z' } as const

const pathOf = (commands: readonly OutlineCommand[]): string =>
  commands.map(({ command, args }) => `${letters[command]}${args.map((arg) => Math.round(arg * 100) / 100).join(' ')}`).join('')

const outlinesOf = (file: Uint8Array): ((glyph: number) => ReturnType<GlyphOutline>) => {
  const font = fontFile(file)
  const bytesOf = outlineBytes(file, font)
  return (glyph) => ({ path: pathOf(glyphOutline(glyph, bytesOf)), unitsPerEm: font.unitsPerEm })
}

/** Outlines out of font files; a face is read when it is first drawn. */
export const glyphOutlines = (files: Readonly<Record<FontId, Uint8Array>>): GlyphOutline => {
  const fonts = new Map<FontId, (glyph: number) => ReturnType<GlyphOutline>>()
  return (id, glyph) => {
    const font = fonts.get(id) ?? outlinesOf(files[id])
    fonts.set(id, font)
    return font(glyph)
  }
}
