import type { Block } from '../../shared/article/content.ts'
import { rubricKey } from '../../shared/rubric/rubric.ts'
import { skeletonBody } from '../../shared/rubric/skeleton.ts'
import type { Newsroom } from '../newsroom.ts'

/** The text that a story under a rubric of this name begins with (rule U10). */
export const bodyUnder = (newsroom: Newsroom, rubric: string): Block[] => {
  const key = rubricKey(rubric)
  const found = newsroom.rubrics.get().rubrics.find(({ name }) => rubricKey(name) === key)
  return skeletonBody(found?.skeleton ?? [])
}
