import { photosOf } from '../../../shared/article/content.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { readStory } from '../../layout/layout-stories.ts'
import { rightsComplaint } from '../../media/rights-complaint.ts'
import { dayShown } from '../../media/standing.ts'
import type { Newsroom } from '../../newsroom.ts'

/** Which photos of an issue's pages may not be shown on the web, which its PDF does (rule U37); null where all may. */
export const pageRights = async (newsroom: Newsroom, { placements }: Issue): Promise<string | null> => {
  const day = dayShown(newsroom, null)
  const lacking: string[] = []
  for (const article of Object.keys(placements)) {
    if (!newsroom.articles.has(article)) continue
    const { content } = (await readStory(newsroom, article, 'approved')).told
    const media = photosOf(content).map(({ attrs }) => attrs.media)
    const complaint = rightsComplaint(newsroom, content, { media, use: 'web', day })
    if (complaint !== null) lacking.push(complaint)
  }
  return lacking.length === 0 ? null : lacking.join('; ')
}
