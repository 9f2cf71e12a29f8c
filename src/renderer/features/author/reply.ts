import type { AuthorStory } from '../../../shared/author/api.ts'
import type { Formats } from '../../i18n/format.ts'
import type { Messages } from '../../i18n/ru.ts'

/** The line an author is answered with (rule Q17): where the story is, and no word before its fact. */
export const replyOf = (story: AuthorStory, words: Messages['author'], format: Formats, now: number): string => {
  const { replies } = words
  const { issue, page, plannedFor, isOut, status, deadline } = story
  const isAside = status === 'onHold' || status === 'spiked'
  const place =
    issue !== null && page !== null && plannedFor !== null && !isAside ? { issue, page, day: format.date(plannedFor) } : null
  const isPrinted = isOut && status === 'published'
  const isWritten = status !== 'pitch' && status !== 'assigned' && status !== 'inProgress'
  const parts = [
    place && isPrinted ? replies.out(place.issue, place.page, place.day) : replies.steps[status],
    place && !isPrinted ? replies.planned(place.issue, place.page, place.day) : '',
    !isWritten && deadline !== null ? replies.due(format.comingMoment(deadline, now)) : '',
    ...story.places.map(({ channel, url }) => (url === null ? replies.onlineWithout(channel) : replies.online(channel, url))),
  ]
  return replies.about(story.headline || words.untitled, `${parts.filter((part) => part !== '').join('; ')}.`)
}
