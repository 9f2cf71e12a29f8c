import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { FileItem } from '../../../src/backend/publishing/channels/carrier.ts'
import { feedCarrier } from '../../../src/backend/publishing/channels/rss/feed.ts'
import { rssChannel } from '../../../src/backend/publishing/channels/rss/rss-channel.ts'
import { type ArticleContent, emptyContent } from '../../../src/shared/article/content.ts'
import type { ArticlePart } from '../../../src/shared/publishing/channel.ts'
import { addPicture, codeOf, newPlace, openDesk, p, photo, story, value } from '../../helpers/publishing.ts'
import { startWordpressServer } from '../../helpers/wordpress-server.ts'
import { childOf, htmlText, readXml, textIn, type XmlElement } from '../../helpers/xml-reader.ts'

const chief = { person: 'chief' }
const settings = value(rssChannel.settings({ file: '/srv/feed.xml', title: 'Лента', folderAddress: 'https://eseur.ru/f' }))
const partOf = (content: ArticleContent): ArticlePart => {
  const [part] = rssChannel.format(content, { portal: '', delivery: 'd'.repeat(32), settings }).parts
  if (part?.kind !== 'article') throw new Error('нет материала')
  return part
}
const documentOf = (items: readonly FileItem[], more: Record<string, string> = {}, now = 1000) =>
  new TextDecoder().decode(feedCarrier.document(items, { ...settings, ...more }, now))
const itemsOf = (xml: string): readonly XmlElement[] =>
  (readXml(xml).children[0]?.children ?? []).filter((child) => child.name === 'item')
const item = (delivery: string, at: number, part = partOf(story('Заголовок', p('Текст.')))): FileItem => ({
  delivery,
  part,
  uploads: [],
  at,
  link: null,
})

/** Text with everything that XML and HTML trip over. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(']]>', '<![CDATA[', '\u0000', '\u000b', '\ud800', '&#0;', '😀', '\r\n', '"\'<&>'),
    ),
  )
  .map((pieces) => pieces.join(''))
const sayable = (text: string) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

test('F2 whatever the text, the feed is well-formed and gives the words back', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, (headline, deck, byline, text) => {
      const content = { ...emptyContent, headline: `Ъ${headline}`, deck, byline, rubric: byline, body: [p(`«${text}»`)] }
      const [only] = itemsOf(documentOf([item('d1', 500, partOf(content))], { title: `Л${deck}`, description: text }))
      if (!only) throw new Error('нет записи')
      expect(textIn(only, 'title')).toBe(sayable(`Ъ${headline}`.replace(/\s+/g, ' ').trim()))
      expect(textIn(only, 'guid')).toBe('d1')
      const plain = (words: string) => sayable(words.replace(/\r\n?/g, '\n').replaceAll('\u00AD', '')).replace(/\n+/g, '\n')
      expect(htmlText(textIn(only, 'content:encoded')).replace(/\n+/g, '\n')).toContain(plain(`«${text}»`))
    }),
  )
})

test('F1 an item says what it is, where, when and with what', () => {
  const content = {
    ...story('Заголовок', photo('abc', 'Подпись'), p('Текст.')),
    rubric: 'Право',
    byline: 'Анна Ким',
    deck: 'О чём',
  }
  const uploads = [{ media: 'abc', remoteId: 'abc.jpg', url: 'https://eseur.ru/f/abc.jpg', size: 321 }]
  const at = Date.UTC(2026, 10, 25, 9)
  const [only] = itemsOf(
    documentOf([{ ...item('d1', at, partOf(content)), uploads, link: 'https://eseur.ru/x/?a=1&b=2' }], {}, at),
  )
  if (!only) throw new Error('нет записи')
  expect(childOf(only, 'guid')?.attributes).toEqual({ isPermaLink: 'false' })
  expect(textIn(only, 'pubDate')).toBe('Wed, 25 Nov 2026 09:00:00 GMT')
  expect(textIn(only, 'category')).toBe('Право')
  expect(textIn(only, 'dc:creator')).toBe('Анна Ким')
  expect(textIn(only, 'description')).toBe('О чём')
  expect(textIn(only, 'link')).toBe('https://eseur.ru/x/?a=1&b=2')
  expect(childOf(only, 'enclosure')?.attributes).toEqual({ url: 'https://eseur.ru/f/abc.jpg', length: '321', type: 'image/jpeg' })
  expect(textIn(only, 'content:encoded')).toContain('<img src="https://eseur.ru/f/abc.jpg" alt="">')
})

test('F3 newest first, no more and no older than the settings say, the same for the same', () => {
  const day = 86_400_000
  const all = [item('b', 5 * day), item('a', 9 * day), item('c', 10 * day), item('old', day)]
  const guids = (more: Record<string, string>) => itemsOf(documentOf(all, more, 10 * day)).map((each) => textIn(each, 'guid'))
  expect(guids({ days: '5' })).toEqual(['c', 'a', 'b'])
  expect(guids({ days: '30', items: '2' })).toEqual(['c', 'a'])
  expect(documentOf(all.toReversed(), {}, 10 * day)).toBe(documentOf(all, {}, 10 * day))
})

/** A newsroom with a feed in a folder of its own. */
const withFeed = async (more: Record<string, string> = {}) => {
  const place = await newPlace()
  const folder = join(place.home, '..', 'feeds')
  await mkdir(folder)
  const file = join(folder, 'feed.xml')
  const desk = await openDesk(place)
  onTestFinished(() => desk.close())
  const connect = (id: string, changed: Record<string, string> = {}) =>
    desk.handlers.addChannel(
      {
        id,
        kind: 'rss',
        settings: { file, title: 'Лента', folderAddress: 'https://eseur.ru/f', ...more, ...changed },
        secret: null,
      },
      chief,
    )
  value(await connect('rss'))
  const guids = async () => itemsOf(await readFile(file, 'utf8')).map((each) => textIn(each, 'title'))
  return { place, folder, file, desk, connect, guids }
}

test('F4 the feed holds everything that was sent, each article in its newest version', async () => {
  const { place, folder, desk, guids } = await withFeed()
  const article = await desk.approved(story('Первая', photo(await addPicture(desk, 10)), p('Т.')))
  await desk.publish(article, 'rss')
  await desk.drain()
  place.clock.now += 60_000
  await desk.publish(await desk.approved(story('Вторая', p('Т.'))), 'rss')
  await desk.drain()
  expect(await guids()).toEqual(['Вторая', 'Первая'])
  place.clock.now += 60_000
  await desk.retitle(article, 'Первая, исправленная')
  await desk.approve(article)
  await desk.publish(article, 'rss')
  await desk.drain()
  expect(await guids()).toEqual(['Первая, исправленная', 'Вторая'])
  // Nothing but the feed and the photo lies there.
  expect((await readdir(folder)).map((name) => name.replace(/^[0-9a-f]{64}/, 'hash')).sort()).toEqual(['feed.xml', 'hash.jpg'])
})

test('F4 an item leads to the article on the site, where it is there', async () => {
  const { place, desk, file } = await withFeed()
  const server = await startWordpressServer()
  onTestFinished(() => server.close())
  const site = { site: server.site, user: server.user }
  value(await desk.handlers.addChannel({ id: 'wp', kind: 'wordpress', settings: site, secret: server.password }, chief))
  const article = await desk.approved(story('Статья', p('Т.')))
  await desk.publish(article, 'wp')
  await desk.drain()
  place.clock.now += 1_000
  await desk.publish(article, 'rss')
  await desk.drain()
  const [only] = itemsOf(await readFile(file, 'utf8'))
  expect(only && textIn(only, 'link')).toBe(`${server.site}/${server.posts[0]?.slug}/`)
})

test('F5 a file that another program made is never written over, whoever asks', async () => {
  const { desk, file, connect } = await withFeed()
  await writeFile(file, '<rss>чужое</rss>')
  expect(value(await connect('rss')).problem).toContain('не этой программой')
  const id = await desk.publish(await desk.approved(story('Раз', p('Т.'))), 'rss')
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'needsPerson', reason: expect.stringContaining('не тронут') })
  expect(await readFile(file, 'utf8')).toBe('<rss>чужое</rss>')
})

test('F5 two channels do not write one file, and no secret is taken', async () => {
  const { desk, connect } = await withFeed()
  expect(codeOf(await connect('second'))).toBe('conflict')
  expect(codeOf(await desk.handlers.addChannel({ id: 'x', kind: 'rss', settings: {}, secret: 'ключ' }, chief))).toBe(
    'invalidInput',
  )
})

test('F1 without the address of the folder there are no pictures, and their words stay', async () => {
  const { desk, folder, file } = await withFeed({ folderAddress: '' })
  const article = await desk.approved(story('Раз', photo(await addPicture(desk, 20), 'Подпись'), p('Т.')))
  const { warnings } = value(await desk.handlers.preview({ article, channel: 'rss' }, chief))
  expect(warnings.join()).toContain('Снимков в ленте не будет')
  await desk.publish(article, 'rss')
  expect(await desk.drain()).toBe(1)
  const xml = await readFile(file, 'utf8')
  expect(xml).not.toMatch(/<enclosure|&lt;img/)
  expect(xml).toContain('Подпись')
  expect(await readdir(folder)).toEqual(['feed.xml'])
})
