import type { IssueOutline, StoryForLayout } from '../shared/layout/input.ts'
import type { IssueInput, StoryInput } from './input.ts'

/** A story as the page engine takes it. */
export const storyInputOf = ({ id, content, photos }: StoryForLayout): StoryInput => ({
  id,
  content,
  photos: new Map(photos.map(({ media, width, height, focus }) => [media, { width, height, focus }])),
})

/** An issue as the page engine takes it: its outline with its stories, those that are not there left out. */
export const issueInputOf = (outline: IssueOutline, storyOf: (id: string) => StoryInput | null): IssueInput => {
  const { pages, columns, style, furniture, placements, dummies, stories, adverts } = outline
  return {
    ...{ pages, columns, style, furniture },
    stories: stories.flatMap(({ id }) => storyOf(id) ?? []),
    placements: new Map(Object.entries(placements)),
    dummies: new Map(Object.entries(dummies).map(([page, dummy]) => [Number(page), dummy])),
    adverts: new Map(Object.entries(adverts)),
  }
}
