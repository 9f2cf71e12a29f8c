import type { DisplayItem, DocumentItem, ImageItem, PageDisplay, TextItem } from '../../shared/layout/display.ts'
import { colourOf, type Ink } from '../../shared/layout/ink.ts'

export interface SvgOptions {
  /** Where a picture's bytes are. */
  readonly mediaUrl: (media: string) => string
  /** The CSS family a face is loaded under. */
  readonly fontFamily: (font: TextItem['font']) => string
}

/** How an ink of the page is written in CSS. */
type Colours = (ink: Ink) => string

const coloursOf =
  ({ colours }: PageDisplay): Colours =>
  (ink) =>
    `rgb(${colourOf(ink, colours)
      .screen.map((share) => Math.round(share * 255))
      .join(',')})`

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// Characters XML 1.0 does not allow at all are left out.
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? '')

/** A length to a thousandth of a point. */
const length = (value: number): string => String(Math.round(value * 1000) / 1000)

const attributesOf = (item: DisplayItem): string =>
  ` data-role="${item.tag.role}"${item.tag.article === null ? '' : ` data-article="${escaped(item.tag.article)}"`}`

/** A discretionary hyphen is U+00AD in the text; browsers do not draw that character. */
const drawn = (cluster: string): string => (cluster === '\u00ad' ? '-' : cluster)

const textElement = (item: TextItem, colours: Colours, options: SvgOptions): string => {
  // One x for each UTF-16 unit the browser counts as a character; units after the first of a cluster follow their glyph.
  const clusters = item.clusters.map(drawn)
  const xs = clusters.flatMap((cluster, index) => [...cluster].map(() => length((item.xs[index] ?? 0) / item.scale)))
  const transform = `matrix(${length(item.scale)} 0 0 1 ${length(item.x)} ${length(item.y)})`
  const element =
    `<text transform="${transform}" x="${xs.join(' ')}" font-family="${escaped(options.fontFamily(item.font))}"` +
    ` font-size="${length(item.size)}" fill="${colours(item.ink)}"${attributesOf(item)}>${escaped(clusters.join(''))}</text>`
  return item.href === null || !/^(https?|mailto):/i.test(item.href) ? element : `<a href="${escaped(item.href)}">${element}</a>`
}

const imageElement = (item: ImageItem, options: SvgOptions): string => {
  const { crop } = item
  const width = crop.width > 0 ? item.width / crop.width : 0
  const height = crop.height > 0 ? item.height / crop.height : 0
  return (
    `<svg x="${length(item.x)}" y="${length(item.y)}" width="${length(item.width)}" height="${length(item.height)}" overflow="hidden"${attributesOf(item)}>` +
    `<title>${escaped(item.alternative)}</title>` +
    `<image href="${escaped(options.mediaUrl(item.media))}" x="${length(-crop.x * width)}" y="${length(-crop.y * height)}"` +
    ` width="${length(width)}" height="${length(height)}" preserveAspectRatio="none"/></svg>`
  )
}

/** What stands in for a page of a PDF, which browsers do not draw in an image: a pale field with its name as title. */
const documentElement = (item: DocumentItem, colours: Colours): string =>
  `<rect x="${length(item.x)}" y="${length(item.y)}" width="${length(item.width)}" height="${length(item.height)}"` +
  ` fill="${colours('tint')}"${attributesOf(item)}><title>${escaped(item.alternative)}</title></rect>`

const element = (item: DisplayItem, colours: Colours, options: SvgOptions): string => {
  if (item.kind === 'text') return textElement(item, colours, options)
  if (item.kind === 'image') return imageElement(item, options)
  if (item.kind === 'document') return documentElement(item, colours)
  return (
    `<rect x="${length(item.x)}" y="${length(item.y)}" width="${length(item.width)}" height="${length(item.height)}"` +
    ` fill="${colours(item.ink)}"${attributesOf(item)}/>`
  )
}

/**
 * A page as an SVG document; every glyph stands exactly where the display list says. What shows it must switch kerning
 * and ligatures off and keep white space in its texts in its own style sheet: the policy of the windows lets no inline
 * style in.
 */
export const paintSvg = (page: PageDisplay, options: SvgOptions): string => {
  const colours = coloursOf(page)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${length(page.width)} ${length(page.height)}"` +
    ` width="${length(page.width)}pt" height="${length(page.height)}pt" xml:space="preserve">` +
    `<rect width="100%" height="100%" fill="${colours('paper')}"/>` +
    `${page.items.map((item) => element(item, colours, options)).join('')}</svg>`
  )
}
