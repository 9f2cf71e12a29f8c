import type { DisplayItem, ImageItem, PageDisplay, TextItem } from '../../shared/layout/display.ts'
import { colourOf, type Ink } from '../../shared/layout/ink.ts'
import type { GlyphOutline } from './outlines.ts'

interface OutlinedOptions {
  readonly outline: GlyphOutline
  /** Address of a picture, cropped to its frame; null leaves a pale field. */
  readonly picture: (item: ImageItem) => string | null
}

/** A length to a thousandth of a point. */
const length = (value: number): string => String(Math.round(value * 1000) / 1000)

const box = ({ x, y, width, height }: Extract<DisplayItem, { width: number; height: number }>): string =>
  `x="${length(x)}" y="${length(y)}" width="${length(width)}" height="${length(height)}"`

/**
 * A page as an SVG document in which letters are drawn as outlines: it looks the same where none of its fonts is installed.
 */
export const paintOutlinedSvg = (page: PageDisplay, { outline, picture }: OutlinedOptions): string => {
  const names = new Map<string, string>()
  const shapes: string[] = []
  const css = (ink: Ink): string =>
    `rgb(${colourOf(ink, page.colours)
      .screen.map((share) => Math.round(share * 255))
      .join(',')})`
  const shape = (font: TextItem['font'], glyph: number): string => {
    const key = `${font} ${glyph}`
    const known = names.get(key)
    if (known !== undefined) return known
    const { path, unitsPerEm } = outline(font, glyph)
    const name = path === '' ? '' : `g${names.size}`
    names.set(key, name)
    // Made one em large here, so that a use of it says its size alone.
    if (name !== '') shapes.push(`<path id="${name}" transform="scale(${1 / unitsPerEm} ${-1 / unitsPerEm})" d="${path}"/>`)
    return name
  }
  const letters = ({ x, y, font, size, scale, ink, glyphs, xs }: TextItem): string => {
    const drawn = glyphs.map((glyph, at) => {
      const name = shape(font, glyph)
      const place = `translate(${length(x + (xs[at] ?? 0))} ${length(y)}) scale(${length(size * scale)} ${length(size)})`
      return name === '' ? '' : `<use href="#${name}" transform="${place}"/>`
    })
    return `<g fill="${css(ink)}">${drawn.join('')}</g>`
  }
  const drawn = page.items.map((item) => {
    if (item.kind === 'text') return letters(item)
    if (item.kind === 'rectangle') return `<rect ${box(item)} fill="${css(item.ink)}"/>`
    const address = item.kind === 'image' ? picture(item) : null
    return address === null
      ? `<rect ${box(item)} fill="${css('tint')}"/>`
      : `<image ${box(item)} preserveAspectRatio="none" href="${address}"/>`
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${length(page.width)} ${length(page.height)}"` +
    ` width="${length(page.width)}" height="${length(page.height)}"><defs>${shapes.join('')}</defs>` +
    `<rect width="100%" height="100%" fill="${css('paper')}"/>${drawn.join('')}</svg>`
  )
}
