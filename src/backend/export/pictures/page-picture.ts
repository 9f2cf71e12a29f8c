import { failure, type Result, success } from '../../../shared/api/result.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { withTokens } from '../../advert/marking.ts'
import { layoutOf } from '../../layout/layout-service.ts'
import { imageLibrary } from '../../media/image-library.ts'
import type { Newsroom } from '../../newsroom.ts'
import { readFonts, readyPage } from '../compose-files.ts'

/** Width of the picture, in pixels: as wide as sites show a cover on a sharp screen. */
const widthPx = 1200

/** A page of an issue as approved, as a JPEG in sRGB 1200 pixels wide; a picture on it that can't be made stays a pale field. */
export const pagePicture = async (newsroom: Newsroom, issue: Issue, page: number): Promise<Result<Uint8Array>> => {
  const layout = await layoutOf(newsroom, issue.serial, 'approved')
  const shown = layout.pages.filter((display) => display.page === page)
  const [display] = await withTokens(newsroom, issue, shown)
  if (!display) throw new Error(`the layout of ${issue.serial} lacks page ${page}`)
  const ready = await readyPage(newsroom, display, { target: 'web' }, () => undefined)
  if (!ready.ok) return ready
  const { pictures } = ready.value
  const [{ glyphOutlines }, { paintOutlinedSvg }] = await Promise.all([
    import('../../../layout/paint/outlines.ts'),
    import('../../../layout/paint/outlined-svg.ts'),
  ])
  const svg = paintOutlinedSvg(display, {
    outline: glyphOutlines(await readFonts(newsroom)),
    picture: (item) => {
      const made = pictures.get(item)
      return made ? `data:image/jpeg;base64,${Buffer.from(made.jpeg).toString('base64')}` : null
    },
  })
  try {
    const sharp = await imageLibrary()
    const density = (72 * widthPx) / display.width
    // Its pictures stand in it, so that the document is larger than the library takes by itself.
    const drawn = sharp(Buffer.from(svg), { density, unlimited: true }).resize({ width: widthPx }).flatten({ background: '#fff' })
    return success(await drawn.jpeg({ quality: 85, progressive: true }).toBuffer())
  } catch (error) {
    newsroom.environment.log(`page ${page} of ${issue.serial}: ${error instanceof Error ? error.message : String(error)}`)
    return failure('damaged', `Полоса ${page} не рисуется картинкой.`, {
      safe: 'Номер не изменён.',
      todo: 'Посмотрите снимки на этой полосе: один из них может быть повреждён.',
    })
  }
}
