import type { Day } from '../../shared/calendar/day.ts'
import { isDone } from '../../shared/issue/issue.ts'
import type { Newsroom } from '../newsroom.ts'

/** An issue in which something stands, with the ids of its stories; each story in the latest issue it stands in. */
export interface IssueStories {
  readonly serial: string
  readonly day: Day
  readonly isOut: boolean
  readonly stories: readonly string[]
}

/** The issues in which something stands, the earliest first (rules U2, U9). The catalog is read, no document. */
export const issueStories = ({ issues, articles }: Newsroom): readonly IssueStories[] =>
  issues
    .entries()
    .flatMap((entry) => {
      const { serial, plannedFor: day, pageOf } = entry
      const stories = [...pageOf.keys()].filter((id) => articles.has(id) && issues.placeOf(id)?.issue === serial)
      return stories.length === 0 ? [] : [{ serial, day, isOut: isDone(entry), stories }]
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.serial < b.serial ? -1 : 1))
