import { type ArticleContent, contentFor, photosOf, textOf } from '../../shared/article/content.ts'
import { dayOf } from '../../shared/calendar/day.ts'
import { gapsInWords, mediumName } from '../media/gap-words.ts'
import { rightsIn } from '../media/standing.ts'
import type { Newsroom } from '../newsroom.ts'

/**
 * Which of a text's photos may not be shown on the web at a moment (milliseconds since 1970) and what each lacks, as one
 * clause; null where all may (rules U26, U30). A photo without a card stops nothing.
 */
export const rightsComplaint = (newsroom: Newsroom, content: ArticleContent, at: number): string | null => {
  const day = dayOf(at)
  const lacking = photosOf(contentFor(content, 'web')).flatMap(({ attrs, content: caption }) => {
    const medium = newsroom.media.get(attrs.media)
    if (!medium) return []
    const { gaps, standing } = rightsIn(medium, 'web', day)
    if (standing !== 'law' && standing !== 'editor') return []
    return [`снимок ${mediumName(medium.name, medium.card?.caption || textOf(caption))}: ${gapsInWords(gaps, 'web')}`]
  })
  return lacking.length === 0 ? null : [...new Set(lacking)].join('; ')
}
