import type { IssueOutline, StoryForLayout } from '../shared/layout/input.ts'
import type { IssueInput, StoryInput } from './input.ts'

/** A story as the page engine takes it. */
export const storyInputOf = ({ id, content, photos }: StoryForLayout): StoryInput => ({
  id,
  content,
  photos: new Map(photos.map(({ media, width, height, focus }) => [media, { width, height, focus }])),
})

const coded = new WeakMap<StoryInput, Map<string, StoryInput>>()

/** A story that ends with a code; asked again, it is the very same value. */
export const withCode = (story: StoryInput, code: string): StoryInput => {
  const known = coded.get(story) ?? new Map<string, StoryInput>()
  coded.set(story, known)
  const made = known.get(code) ?? { ...story, code }
  known.set(code, made)
  return made
}

/** An issue as the page engine takes it: its outline with its stories, those that are not there left out. */
export const issueInputOf = (outline: IssueOutline, storyOf: (id: string) => StoryInput | null): IssueInput => {
  const { pages, columns, style, furniture, placements, dummies, stories, adverts } = outline
  return {
    ...{ pages, columns, style, furniture },
    stories: stories.flatMap(({ id, address }) => {
      const story = storyOf(id)
      if (story === null) return []
      return placements[id]?.code === true && address !== undefined ? [withCode(story, address)] : [story]
    }),
    placements: new Map(Object.entries(placements)),
    dummies: new Map(Object.entries(dummies).map(([page, dummy]) => [Number(page), dummy])),
    adverts: new Map(Object.entries(adverts)),
  }
}
