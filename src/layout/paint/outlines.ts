/// <reference path="../text/fontkit.d.ts" />
import { create, type Font } from 'fontkit'
import type { FontId } from '../../shared/layout/display.ts'

/** The outline of a glyph as the data of an SVG path, y growing upward, and how many of its units make an em. */
export type GlyphOutline = (font: FontId, glyph: number) => { readonly path: string; readonly unitsPerEm: number }

/** Outlines out of font files; a face is read when it is first drawn. */
export const glyphOutlines = (files: Readonly<Record<FontId, Uint8Array>>): GlyphOutline => {
  const fonts = new Map<FontId, Font>()
  return (id, glyph) => {
    const font = fonts.get(id) ?? create(files[id])
    fonts.set(id, font)
    return { path: font.getGlyph(glyph).path.toSVG(), unitsPerEm: font.unitsPerEm }
  }
}
