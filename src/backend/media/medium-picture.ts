import type { Newsroom } from '../newsroom.ts'
import { imageLibrary } from './image-library.ts'

/** A stored picture as a browser shows it, turned upright; `width` in pixels, 0 for its own. Null where there is none. */
export const mediumPicture = async (
  newsroom: Newsroom,
  id: string,
  width: number,
): Promise<{ bytes: Uint8Array; type: string } | null> => {
  const medium = newsroom.media.get(id)
  if (!medium || medium.format === 'pdf') return null
  const bytes = await newsroom.media.read(id)
  const wanted = Number.isInteger(width) && width >= 16 && width <= 4000 ? width : Math.min(medium.width, 2400)
  const sharp = await imageLibrary()
  const picture = await sharp(bytes).rotate().resize({ width: wanted, withoutEnlargement: true }).jpeg({ quality: 82 }).toBuffer()
  return { bytes: picture, type: 'image/jpeg' }
}
