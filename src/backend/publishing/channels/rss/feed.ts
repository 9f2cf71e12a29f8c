import { basename, dirname, join } from 'node:path'
import { escapeHtml, withImages } from '../article-html.ts'
import type { FileCarrier, FileItem } from '../carrier.ts'
import { element } from './xml.ts'

type Settings = Readonly<Record<string, string>>

/** By this a file is known as ours. */
const generator = element('generator', 'Профдвижение. Редакция')

const feedPath = (settings: Settings): string => settings.file ?? ''

/** Where readers load a file of the feed's folder; null without the folder's address. */
const addressOf = (settings: Settings, name: string): string | null =>
  settings.folderAddress ? `${settings.folderAddress}/${encodeURIComponent(name)}` : null

const guidOf = (delivery: string): string => element('guid', delivery, { isPermaLink: 'false' })

/** RFC 822, as RSS 2.0 wants it. */
const dateOf = (at: number): string => new Date(at).toUTCString()

const itemXml = ({ delivery, part, uploads, at, link }: FileItem): string => {
  const urlOf = (media: string) => uploads.find((upload) => upload.media === media)?.url ?? null
  const content = withImages(part.html, (media, alt) => {
    const url = urlOf(media)
    return url === null ? '' : `<img src="${escapeHtml(url)}" ${alt}>`
  })
  const enclosures = uploads.flatMap(({ url, size }) =>
    url === null ? [] : [element('enclosure', '', { url, length: String(size), type: 'image/jpeg' })],
  )
  const lines = [
    element('title', part.title),
    ...(link === null ? [] : [element('link', link)]),
    guidOf(delivery),
    element('pubDate', dateOf(at)),
    ...(part.rubric === '' ? [] : [element('category', part.rubric)]),
    ...(part.byline === '' ? [] : [element('dc:creator', part.byline)]),
    element('description', part.summary),
    element('content:encoded', content),
    ...enclosures,
  ]
  return `<item>\n${lines.join('\n')}\n</item>`
}

/** The newest items within the feed's limits, newest first. */
const listed = (items: readonly FileItem[], settings: Settings, now: number): readonly FileItem[] =>
  items
    .filter(({ at }) => at >= now - Number(settings.days) * 86_400_000)
    .toSorted((a, b) => b.at - a.at || (a.delivery < b.delivery ? -1 : 1))
    .slice(0, Number(settings.items))

const feedXml = (items: readonly FileItem[], settings: Settings, now: number): string => {
  const shown = listed(items, settings, now)
  const [newest] = shown
  const self = addressOf(settings, basename(feedPath(settings)))
  const head = [
    element('title', settings.title ?? ''),
    element('link', settings.site || settings.folderAddress || ''),
    element('description', settings.description || settings.title || ''),
    element('language', 'ru'),
    ...(newest ? [element('lastBuildDate', dateOf(newest.at))] : []),
    generator,
    ...(self === null ? [] : [element('atom:link', '', { href: self, rel: 'self', type: 'application/rss+xml' })]),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
${[...head, ...shown.map(itemXml)].join('\n')}
</channel>
</rss>
`
}

const nobodyThere: ReadonlySet<string | null> = new Set(['ENOENT', 'ENOTDIR'])
const notAllowed: ReadonlySet<string | null> = new Set(['EACCES', 'EPERM', 'EROFS', 'EISDIR'])
const full: ReadonlySet<string | null> = new Set(['ENOSPC', 'EDQUOT'])

const decoder = new TextDecoder()

/** A feed of whole articles in a file. */
export const feedCarrier: FileCarrier = {
  kind: 'file',
  path: feedPath,
  address: (settings) => addressOf(settings, basename(feedPath(settings))),
  photo: ({ media, bytes, settings }) => {
    const name = `${media}.jpg`
    const upload = { media, remoteId: name, url: addressOf(settings, name), size: bytes.length }
    return { upload, file: { path: join(dirname(feedPath(settings)), name), bytes } }
  },
  document: (items, settings, now) => new TextEncoder().encode(feedXml(items, settings, now)),
  isOurs: (bytes) => decoder.decode(bytes).includes(generator),
  holds: (bytes, delivery) => decoder.decode(bytes).includes(guidOf(delivery)),
  failure: (code, path) => {
    const person = (why: string) => ({ kind: 'refused' as const, to: 'needsPerson' as const, reason: why })
    if (nobodyThere.has(code))
      return person(`Папки ${dirname(path)} нет. Создайте её или подключите диск, затем отправьте снова.`)
    if (notAllowed.has(code)) return person(`В ${path} нельзя писать. Дайте программе право на запись, затем отправьте снова.`)
    const reason = full.has(code)
      ? `На диске нет места для ${path}.`
      : `Файл ${path} сейчас не записать (${code ?? 'сбой диска'}).`
    return { kind: 'retry', afterMs: null, reason }
  },
}
