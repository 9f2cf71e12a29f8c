import { type ArticleContent, photosOf, textOf } from '../../shared/article/content.ts'
import type { Day } from '../../shared/calendar/day.ts'
import type { PictureUse } from '../../shared/media/api.ts'
import type { Newsroom } from '../newsroom.ts'
import { gapsInWords, mediumName } from './gap-words.ts'
import { rightsFor } from './standing.ts'

/** What leaves the house of a text's photos, where to, and the day it is seen. */
interface Leaving {
  /** Ids of the photos that go along; the others of the text are nobody's concern. */
  readonly media: readonly string[]
  readonly use: PictureUse
  readonly day: Day
}

/**
 * Which of a text's photos may not leave the house so and what each lacks, as one clause; null where all may (rules U26 and
 * U37). A photo without a card stops nothing.
 */
export const rightsComplaint = (
  newsroom: Pick<Newsroom, 'media'>,
  content: ArticleContent,
  { media, use, day }: Leaving,
): string | null => {
  const lacking = photosOf(content).flatMap(({ attrs, content: caption }) => {
    const medium = media.includes(attrs.media) ? newsroom.media.get(attrs.media) : null
    if (!medium) return []
    const { gaps, standing } = rightsFor(medium, use, day)
    if (standing !== 'law' && standing !== 'editor') return []
    const words = gapsInWords(gaps, use === 'print' ? 'print' : 'web')
    return [`снимок ${mediumName(medium.name, medium.card?.caption || textOf(caption))}: ${words}`]
  })
  return lacking.length === 0 ? null : [...new Set(lacking)].join('; ')
}

/** Where a refusal of `rightsComplaint` is mended. */
export const rightsTodo = 'Дополните карточку снимка («Карточка снимка» под фото в материале) или уберите снимок.'
