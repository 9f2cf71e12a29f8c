import { addDays, type Day } from '../../shared/calendar/day.ts'
import { compareText, plainText } from '../../shared/language/sorting.ts'
import type { ListedMedium, MediaFilter, PictureUse } from '../../shared/media/api.ts'
import { rightsEnd } from '../../shared/media/rights.ts'
import type { Newsroom } from '../newsroom.ts'
import { usedMedia } from './medium-places.ts'
import type { Medium } from './medium-type.ts'
import { dayShown, rightsFor } from './standing.ts'

/** Days ahead in which rights that end are shown. */
const aheadDays = 30

const fits = (medium: Medium, filter: MediaFilter, day: Day, used: () => ReadonlySet<string>, id: string): boolean => {
  const { card } = medium
  switch (filter) {
    case 'all':
      return true
    case 'noCard':
      return card === undefined
    case 'noAuthor':
      return card === undefined || card.credit.trim() === ''
    case 'ending': {
      const end = card ? rightsEnd(card) : null
      return end !== null && end <= addDays(day, aheadDays)
    }
    case 'noConsent':
      return rightsFor(medium, 'anywhere', day).gaps.some(({ kind }) => /^(?:consent|minor)/.test(kind))
    case 'unused':
      return !used().has(id)
  }
}

const searchable = ({ name, card }: Medium): string =>
  plainText([name, card?.caption, card?.credit, card?.source, ...(card?.tags ?? [])].filter(Boolean).join(' '))

interface Wanted {
  readonly words: string
  readonly filter: MediaFilter
  /** Where they are to be shown: what of their rights is told. */
  readonly issue: string | null
  readonly use: PictureUse
}

/** The newsroom's pictures with all these words that fit the filter, those that came in last first (rule U28). */
export const listMedia = (newsroom: Newsroom, { words, filter, issue, use }: Wanted): readonly ListedMedium[] => {
  const wanted = plainText(words).split(/\s+/).filter(Boolean)
  const day = dayShown(newsroom, null)
  const shown = dayShown(newsroom, issue)
  let known: ReadonlySet<string> | null = null
  const used = () => {
    known ??= usedMedia(newsroom)
    return known
  }
  return newsroom.media
    .ids()
    .flatMap((id) => {
      const medium = newsroom.media.get(id)
      if (!medium || medium.format === 'pdf') return []
      if (wanted.length > 0) {
        const text = searchable(medium)
        if (!wanted.every((word) => text.includes(word))) return []
      }
      return fits(medium, filter, day, used, id) ? [{ id, medium }] : []
    })
    .sort(
      (a, b) =>
        (b.medium.taken?.at ?? 0) - (a.medium.taken?.at ?? 0) ||
        compareText(a.medium.name, b.medium.name) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id, medium }) => ({
      id,
      name: medium.name,
      caption: medium.card?.caption ?? '',
      credit: medium.card?.credit ?? '',
      width: medium.width,
      height: medium.height,
      standing: rightsFor(medium, use, shown).standing,
    }))
}
