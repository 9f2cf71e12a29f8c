import { dirname } from 'node:path'
import { errorCode, type Files, unless } from '../../../store/files.ts'
import { withImages } from '../article-html.ts'
import { formatArticle } from '../article-part.ts'
import type { ChannelAdapter } from '../channel-adapter.ts'
import { webPhoto } from '../web-photo.ts'
import { feedCarrier } from './feed.ts'
import { rssSettings } from './settings.ts'

/** Could the feed be written? Tries with an empty file beside it, which goes again. */
const problemOf = async (files: Files, path: string): Promise<string | null> => {
  try {
    if (!(await files.facts(dirname(path)))?.folder) return feedCarrier.failure('ENOENT', path).reason
    const present = await unless('ENOENT', files.read(path), null)
    if (present && present.length > 0 && !feedCarrier.isOurs(present))
      return `Файл ${path} сделан не этой программой, и она его не тронет. Укажите другой файл.`
    const probe = `${path}.probe`
    await (await files.open(probe, 'replace')).close()
    await files.remove(probe)
    return null
  } catch (error) {
    return feedCarrier.failure(errorCode(error), path).reason
  }
}

/** The item of an article. Readers could not load photos from a folder without an address, so there they are left out. */
const formatItem: ChannelAdapter['format'] = (content, context) => {
  const { settings } = context
  const preview = formatArticle(content, context)
  const { parts, warnings } = preview
  if (settings.folderAddress || parts.every((part) => part.photos.length === 0)) return preview
  const bare = parts.map((part) => ({ ...part, photos: [], html: withImages(part.html, () => '') }))
  return { parts: bare, warnings: [...warnings, 'Снимков в ленте не будет: у канала не указан адрес папки в интернете.'] }
}

/** A feed of whole articles (RSS 2.0), written into a folder that the newspaper's web server shows. */
export const rssChannel: ChannelAdapter = {
  settings: rssSettings,
  target: 'file',
  secretComplaint: null,
  intervalMs: 0,
  format: formatItem,
  preparePhoto: webPhoto,
  carrier: feedCarrier,
  selfTest: async ({ files }, { settings }) => ({ problem: await problemOf(files, settings.file ?? ''), settings }),
}
