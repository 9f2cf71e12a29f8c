import type { Publication } from '../settings/settings.ts'
import type { Issue } from './issue.ts'

/** The publication as it is for an issue: with what the issue has kept of it, and as it is now in all else. */
export const publicationFor = (publication: Publication, { look }: Pick<Issue, 'look'>): Publication => ({
  ...publication,
  ...look?.facts,
  ...(look ? { style: look.style, storyAddress: look.storyAddress } : {}),
})
