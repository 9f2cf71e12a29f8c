import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { momentOf } from '../../shared/calendar/day.ts'
import { quoted } from '../../shared/language/quoted.ts'
import type { ArticlePart } from '../../shared/publishing/channel.ts'
import type { SitePackage } from '../../shared/publishing/issue-online.ts'
import { momentWords } from '../../shared/publishing/schedule.ts'
import { packZip } from '../article/import/zip.ts'
import type { Newsroom } from '../newsroom.ts'
import { errorCode } from '../store/files.ts'
import { approvedVersion } from './approved-version.ts'
import { formatArticle } from './channels/article-part.ts'
import type { FileItem, Upload } from './channels/carrier.ts'
import { feedCarrier } from './channels/rss/feed.ts'
import { webPhoto } from './channels/web-photo.ts'
import { knownIssue, storiesIn } from './issue-online.ts'
import { partsRights } from './photo-rights.ts'
import { placeFile } from './place-file.ts'
import { sha256 } from './post-job.ts'
import { publisherOf } from './publishers.ts'
import { embargoOf } from './release-time.ts'
import { siteLinkOf } from './site-link.ts'

const safe = 'Пакет не записан; прежний, если он был, цел.'
const picturesFolder = 'pictures'

interface Story {
  readonly article: string
  readonly part: ArticlePart
}

/** The story as other sites may have it now, or why not: what is approved and under no embargo (rule O50). */
const storyOf = async (newsroom: Newsroom, article: string): Promise<Story | { readonly why: string }> => {
  const embargo = embargoOf(newsroom, article)
  if (embargo !== null && newsroom.environment.now() < embargo) return { why: `под эмбарго до ${momentWords(embargo)} по Москве` }
  const approval = await approvedVersion(newsroom, article, { channel: '', form: 'article' })
  if (!approval.ok) return { why: approval.failure.code === 'notApproved' ? 'не утверждён' : 'изменён после утверждения' }
  const { content } = approval.value
  const { parts } = formatArticle(content, { portal: '', delivery: article, settings: {} })
  const rights = partsRights(newsroom, content, parts, newsroom.environment.now())
  if (rights !== null) return { why: rights }
  const [part] = parts
  return part?.kind === 'article' ? { article, part } : { why: 'для сайта в нём ничего нет' }
}

/** Brings a picture into the package under a name of its own; it is the same for the same picture. */
const placePicture = async (newsroom: Newsroom, folder: string, media: string): Promise<Result<Upload>> => {
  const bytes = await newsroom.media.read(media).catch(() => null)
  const fit = bytes !== null && sha256(bytes) === media ? await webPhoto(bytes) : null
  if (!fit?.ok)
    return failure('damaged', 'Файл снимка пропал или повреждён.', {
      safe,
      todo: 'Добавьте снимок ещё раз и утвердите материал.',
    })
  const name = `${picturesFolder}/${media.slice(0, 32)}.jpg`
  const placed = await placeFile(newsroom.environment.files, join(folder, name), fit.value)
  return placed.kind === 'notPlaced'
    ? failure('unavailable', `Снимок не записан: ${join(folder, name)} (${placed.code ?? 'сбой диска'}).`, {
        safe,
        todo: 'Проверьте место на диске и повторите.',
      })
    : success({ media, remoteId: name, url: name, size: fit.value.length })
}

/** The number of an issue as a part of a file's name: «47-1295». */
const fileNumber = (serial: string): string => serial.match(/\d+/g)?.join('-') ?? 'nomer'

/**
 * Writes a folder that other sites can take an issue from: a feed with the full text of its approved stories and their
 * pictures beside it, named by paths within the folder (rules O50 and O51). Pictures are placed first and the feed last, so
 * that whoever copies the folder at any moment finds a whole package.
 */
export const writeSitePackage = async (
  newsroom: Newsroom,
  serial: string,
  person: string | null,
): Promise<Result<SitePackage>> => {
  const publisher = publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const issue = await knownIssue(newsroom, serial)
  if (!issue.ok) return issue
  const { environment, settings } = newsroom
  const { name, portal } = settings.get().publication
  const left: { headline: string; why: string }[] = []
  const stories: Story[] = []
  for (const { id } of storiesIn(newsroom, issue.value)) {
    const story = await storyOf(newsroom, id)
    if ('part' in story) stories.push(story)
    else left.push({ headline: newsroom.articles.entry(id)?.headline.trim() || 'Без заголовка', why: story.why })
  }
  if (stories.length === 0)
    return failure('notApproved', `В номере ${serial} нет материалов, которые можно отдать другим сайтам.`, {
      safe,
      todo:
        left.length === 0
          ? 'Поставьте материалы на полосы.'
          : left.map((each) => `${quoted(each.headline)}: ${each.why}`).join('; '),
    })
  const folder = join(newsroom.folder, 'exports', `paket-${fileNumber(serial)}`)
  const written = new Map<string, Upload>()
  try {
    await environment.files.makeFolder(join(folder, picturesFolder))
    for (const media of new Set(stories.flatMap(({ part }) => part.photos))) {
      const placed = await placePicture(newsroom, folder, media)
      if (!placed.ok) return placed
      written.set(media, placed.value)
    }
  } catch (error) {
    return failure('unavailable', `Папка пакета не записана: ${folder} (${errorCode(error) ?? 'сбой диска'}).`, {
      safe,
      todo: 'Проверьте место на диске и повторите.',
    })
  }
  // A second apart, so that readers of the feed keep the order of the pages.
  const day = momentOf(issue.value.plannedFor, '00:00')
  const items = stories.map(
    ({ article, part }, at): FileItem => ({
      delivery: article,
      part,
      uploads: part.photos.flatMap((media) => written.get(media) ?? []),
      at: day + (stories.length - at) * 1000,
      link: siteLinkOf(newsroom, article),
    }),
  )
  const everything = { items: String(items.length), days: String(100 * 366) }
  const head = {
    title: `${name}, № ${serial}`,
    site: portal,
    description: `Материалы номера ${serial} с полным текстом и снимками`,
  }
  const bytes = feedCarrier.document(items, { ...everything, ...head }, environment.now())
  const feed = await placeFile(environment.files, join(folder, 'feed.xml'), bytes)
  if (feed.kind === 'notPlaced')
    return failure('unavailable', `Лента пакета не записана: ${folder} (${feed.code ?? 'сбой диска'}).`, {
      safe,
      todo: 'Проверьте место на диске и повторите.',
    })
  const archive = `${folder}.zip`
  const parts = new Map<string, string | Uint8Array>([['feed.xml', new TextDecoder().decode(bytes)]])
  for (const { remoteId } of written.values()) parts.set(remoteId, await environment.files.read(join(folder, remoteId)))
  const packed = await placeFile(environment.files, archive, packZip(parts))
  return packed.kind === 'notPlaced'
    ? failure('unavailable', `Архив пакета не записан: ${archive} (${packed.code ?? 'сбой диска'}).`, {
        safe: `Папка пакета записана целиком: ${folder}.`,
        todo: 'Закройте архив в других программах, проверьте место на диске и повторите.',
      })
    : success({ folder, archive, stories: stories.length, photos: written.size, left })
}
