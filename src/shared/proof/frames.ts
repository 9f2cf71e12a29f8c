import { modulePitch } from '../issue/page-dummy.ts'
import type { DisplayItem, DocumentItem, ImageItem, PageDisplay } from '../layout/display.ts'
import { distance, type Place } from './place.ts'

/** Something shown in a frame: a photo of a story, or the file of an advert where `article` is null. */
export interface Frame extends Place {
  readonly article: string | null
  readonly media: string
  /** The part of the picture that is shown, in fractions. */
  readonly crop: ImageItem['crop'] | null
  readonly alternative: string
}

const isFramed = (item: DisplayItem): item is ImageItem | DocumentItem => item.kind === 'image' || item.kind === 'document'

/** The photos and the adverts of a page. */
export const framesOf = (page: PageDisplay): readonly Frame[] =>
  page.items.filter(isFramed).map((item) => ({
    article: item.tag.article,
    media: item.media,
    crop: item.kind === 'image' ? item.crop : null,
    alternative: item.alternative,
    x: item.x,
    y: item.y,
    width: item.width,
    height: item.height,
  }))

export type FrameChangeKind = 'replaced' | 'moved' | 'came' | 'left'

export interface FrameChange {
  readonly kind: FrameChangeKind
  readonly before: Frame | null
  readonly after: Frame | null
}

/** Points and fractions up to which two places are the same one. */
const point = 0.5
const part = 0.005

/** Height of a row of the baseline grid in points: what has moved with the text by less than a module stands where it stood. */
const rowOf = ({ zones }: PageDisplay): number => {
  const zone = zones.find(({ rows }) => rows > 0)
  return zone === undefined ? 0 : zone.height / zone.rows
}

const sameCrop = (a: Frame['crop'], b: Frame['crop']): boolean =>
  a === null || b === null
    ? a === b
    : [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].every((off) => Math.abs(off) < part)

const stands = (before: Frame, after: Frame, slack: number): boolean =>
  Math.abs(before.x - after.x) < point &&
  Math.abs(before.width - after.width) < point &&
  Math.abs(before.height - after.height) < point &&
  Math.abs(before.y - after.y) < slack &&
  sameCrop(before.crop, after.crop)

const nearest = (frame: Frame, others: readonly Frame[]): Frame | undefined =>
  others.toSorted((a, b) => distance(frame, a) - distance(frame, b))[0]

/**
 * What became of the photos of each story and of the adverts. The same picture in another place was moved; of those
 * that are left, the nearest of the same story took the place of one another.
 */
export const compareFrames = (before: PageDisplay, after: PageDisplay): readonly FrameChange[] => {
  const slack = point + modulePitch * rowOf(after)
  const changes: FrameChange[] = []
  const [old, now] = [framesOf(before), [...framesOf(after)]]
  const take = (found: Frame | undefined): Frame | null => {
    if (found === undefined) return null
    now.splice(now.indexOf(found), 1)
    return found
  }
  const alike = (frame: Frame) => now.filter(({ article }) => article === frame.article)
  const lost: Frame[] = []
  for (const frame of old) {
    const same = take(
      nearest(
        frame,
        alike(frame).filter(({ media }) => media === frame.media),
      ),
    )
    if (same === null) lost.push(frame)
    else if (!stands(frame, same, slack)) changes.push({ kind: 'moved', before: frame, after: same })
  }
  for (const frame of lost) {
    const instead = take(nearest(frame, alike(frame)))
    changes.push({ kind: instead === null ? 'left' : 'replaced', before: frame, after: instead })
  }
  return [...changes, ...now.map((frame): FrameChange => ({ kind: 'came', before: null, after: frame }))]
}
