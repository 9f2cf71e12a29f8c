import { widestSpan } from '../../../../layout/page/photo.ts'
import { type PublicationSpec, publicationSpec, spanWidth } from '../../../../layout/page/publication-spec.ts'
import type { ImageItem, PageDisplay } from '../../../../shared/layout/display.ts'
import { resolutionAcross, resolutionIn, wholeResolution } from '../../../../shared/media/resolution.ts'
import type { PageStyle } from '../../../../shared/settings/page-style.ts'

/** Where the photos of an article stand, or would. */
export interface PhotoPlace {
  readonly spec: PublicationSpec
  /** Columns of the article's place on its page; null where it stands on none. */
  readonly span: number | null
  /** Its photos as they stand there. */
  readonly images: readonly ImageItem[]
}

/** How fine a photo is on paper, and how that is for print. */
export interface Fineness {
  /** Whole pixels per inch. */
  readonly resolution: number
  readonly columns: number
  readonly verdict: 'good' | 'coarse' | 'tooCoarse'
}

interface Pixels {
  readonly width: number
  readonly height: number
}

/** The columns a page may have. */
const columnCounts = [4, 5, 6]

/** A publication's pages with as many columns as make a place of that span as wide as it is. */
const specLike = (style: PageStyle, { span, width }: { readonly span: number; readonly width: number }): PublicationSpec => {
  const off = (spec: PublicationSpec) => Math.abs(spanWidth(spec, span) - width)
  return columnCounts
    .map((columns) => publicationSpec(style, columns))
    .reduce((best, spec) => (off(spec) < off(best) ? spec : best))
}

/** Where an article's photos stand on a page; without a page, where they could. */
export const photoPlace = (style: PageStyle, article: string, page: PageDisplay | null): PhotoPlace => {
  const zone = page?.zones.find((each) => each.article === article)
  if (!page || !zone) return { spec: publicationSpec(style, style.grid.columns), span: null, images: [] }
  const images = page.items.filter((item): item is ImageItem => item.kind === 'image' && item.tag.article === article)
  return { spec: specLike(style, zone), span: zone.span, images }
}

const judged = ({ goodResolution, leastResolution }: PublicationSpec, resolution: number, columns: number): Fineness => {
  const whole = wholeResolution(resolution)
  const verdict = whole < leastResolution ? 'tooCoarse' : whole < goodResolution ? 'coarse' : 'good'
  return { resolution: whole, columns, verdict }
}

/** How fine a picture would be over so many columns. */
export const finenessAcross = ({ spec }: PhotoPlace, pixels: Pixels, columns: number): Fineness =>
  judged(spec, resolutionAcross(spanWidth(spec, columns), pixels), columns)

/** How fine a picture is where it stands; null where it stands nowhere. */
export const finenessOf = ({ spec, images }: PhotoPlace, media: string, pixels: Pixels): Fineness | null => {
  const image = images.find((item) => item.media === media)
  if (!image) return null
  const columns = Math.max(1, Math.round((image.width + spec.gutter) / (spec.columnWidth + spec.gutter)))
  return judged(spec, resolutionIn(image, pixels), columns)
}

/** The columns over which a picture that stands nowhere is fine enough for print; 0 where it is so over none. */
export const columnsEnough = (place: PhotoPlace, pixels: Pixels): number => {
  const widest = widestSpan(pixels, place.spec)
  return finenessAcross(place, pixels, widest).verdict === 'good' ? widest : 0
}
