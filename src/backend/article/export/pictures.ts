import type { ArticleContent } from '../../../shared/article/content.ts'
import { photosOf } from '../../../shared/article/content.ts'
import { dayOf } from '../../../shared/calendar/day.ts'
import { mediumPicture } from '../../media/medium-picture.ts'
import { rightsComplaint } from '../../media/rights-complaint.ts'
import type { Newsroom } from '../../newsroom.ts'

/** A picture on its way out: a JPEG without what a camera wrote into it, and its size in pixels. */
export interface LeavingPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Pixels of a picture's wider side in a copy: enough for a page of paper, and a letter can carry it. */
const widest = 2400

/**
 * The pictures of an article by their ids. One that can't be read is left out and told by its name; one that may be shown
 * nowhere is left out and told with what it lacks (rule U38).
 */
export const readPictures = async (newsroom: Newsroom, content: ArticleContent) => {
  const pictures = new Map<string, LeavingPicture>()
  const missing: string[] = []
  const refused: string[] = []
  const day = dayOf(newsroom.environment.now())
  for (const id of new Set(photosOf(content).map(({ attrs }) => attrs.media))) {
    const rights = rightsComplaint(newsroom, content, { media: [id], use: 'anywhere', day })
    if (rights !== null) {
      refused.push(rights)
      continue
    }
    const medium = newsroom.media.get(id)
    const found =
      medium && (await newsroom.media.isStored(id)) ? await mediumPicture(newsroom, id, Math.min(medium.width, widest)) : null
    if (medium && found) {
      const scale = Math.min(1, widest / medium.width)
      pictures.set(id, { bytes: found.bytes, width: Math.round(medium.width * scale), height: Math.round(medium.height * scale) })
    } else missing.push(medium?.name ?? id.slice(0, 8))
  }
  return { pictures, missing, refused }
}
