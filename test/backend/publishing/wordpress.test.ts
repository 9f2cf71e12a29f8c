import fc from 'fast-check'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { webPhoto } from '../../../src/backend/publishing/channels/web-photo.ts'
import { articleFound, articleOutcome, mediaOutcome } from '../../../src/backend/publishing/channels/wordpress/outcome.ts'
import { wordpressChannel } from '../../../src/backend/publishing/channels/wordpress/wordpress-channel.ts'
import type { ArticleContent } from '../../../src/shared/article/content.ts'
import { channelPartSchema } from '../../../src/shared/publishing/channel.ts'
import { addPicture, newPlace, openDesk, p, photo, story, value } from '../../helpers/publishing.ts'
import { startWordpressServer } from '../../helpers/wordpress-server.ts'
import { htmlText } from '../../helpers/xml-reader.ts'

const chief = { person: 'chief' }
const context = { portal: '', delivery: '0123456789abcdef0123456789abcdef', settings: {} }
const formatted = (content: ArticleContent) => {
  const [part] = wordpressChannel.format(content, context).parts
  if (part?.kind !== 'article') throw new Error('нет записи')
  return part
}

const site = async (options: Parameters<typeof startWordpressServer>[0] = {}) => {
  const server = await startWordpressServer(options)
  onTestFinished(() => server.close())
  const desk = await openDesk(await newPlace())
  onTestFinished(() => desk.close())
  const connect = (settings: Record<string, string> = {}, secret = server.password) =>
    desk.handlers.addChannel(
      { id: 'wp', kind: 'wordpress', settings: { site: server.site, user: server.user, ...settings }, secret },
      chief,
    )
  return { server, desk, connect }
}

test('P1 the text is clean HTML, and nothing in it can be markup, a shortcode or a picture of its own', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('[gallery]', '<img src="media:x" alt="">', '"><script>', '&amp;'),
  )
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
      const shown = texts.map((each) => each.replace(/\r\n?/g, '\n').replaceAll('\u00AD', ''))
      const { html } = formatted(story('Заголовок', ...texts.map((each) => p(`«${each}»`))))
      expect(html).not.toMatch(/<(?!\/?(p|br)>)|[[\]]/)
      expect(htmlText(html).replace(/\n+/g, '\n')).toContain(`«${shown[0]}»`.replace(/\n+/g, '\n'))
    }),
  )
})

test('P1 every kind of block has its element', () => {
  const { html, summary, title } = formatted({
    ...story(
      'Заголовок',
      p('Лид.', 'lead'),
      p('Раздел', 'subhead'),
      p('Один', 'listItem'),
      p('Два', 'listItem'),
      p('Цитата', 'quote'),
      p('Вопрос?', 'question'),
      p('Пометка', 'note'),
      photo('abc', 'Подпись', 'И. Петров'),
    ),
    byline: 'Анна Ким',
  })
  expect(title).toBe('Заголовок')
  expect(summary).toBe('Лид.')
  expect(html.split('\n')).toEqual([
    '<p>Лид.</p>',
    '<h2>Раздел</h2>',
    '<ul><li>Один</li><li>Два</li></ul>',
    '<blockquote><p>Цитата</p></blockquote>',
    '<p><strong>Вопрос?</strong></p>',
    '<figure><img src="media:abc" alt=""><figcaption>Подпись. Фото: И. Петров</figcaption></figure>',
    '<p><em>Анна Ким</em></p>',
  ])
})

test('P2 the address is the headline in Latin letters with the mark of the delivery, and fits an address', () => {
  expect(formatted(story('Ёлка, щука и «съезд» — 2026', p('Т.'))).slug).toBe('elka-shchuka-i-sezd-2026-0123456789')
  expect(formatted(story('😀', p('Т.'))).slug).toBe('material-0123456789')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (headline) => {
      const { slug } = formatted(story(headline, p('Т.')))
      expect(slug).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*-0123456789$|^[a-z0-9]+(-[a-z0-9]+)*-0123456789$/)
      expect(slug.length).toBeLessThanOrEqual(72)
    }),
  )
})

test('P1 what is stored of a post reads back as it was', () => {
  const part = formatted(story('Заголовок', photo('abc'), p('Текст.')))
  expect(channelPartSchema.parse(JSON.parse(JSON.stringify(part)))).toEqual(part)
})

test('P5 cover, category, author and state are what the settings say', async () => {
  const { server, desk, connect } = await site()
  const picture = await addPicture(desk, 30)
  const send = async (headline: string, rubric: string) => {
    await desk.publish(await desk.approved({ ...story(headline, photo(picture), p('Т.')), rubric }), 'wp')
    await desk.drain()
    return server.posts.at(-1)
  }
  value(await connect({ categories: 'Новости = 3\nПраво на право=7', author: '5', status: 'draft' }))
  expect(await send('Раз', 'право на право')).toMatchObject({ categories: [7], author: 5, status: 'draft', featured: 11 })
  value(await connect({ cover: 'none' }))
  expect(await send('Два', 'Право на право')).toMatchObject({ categories: [], author: null, status: 'publish', featured: null })
  expect(server.posts.at(-1)?.content).toContain(`<img class="wp-image-13" src="${server.media[1]?.url}"`)
})

test('P6 photos are upright JPEGs of 2560 pixels at most, without what the camera wrote', async () => {
  const camera = await sharp({ create: { width: 4000, height: 1000, channels: 3, background: '#258' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Copyright: 'Secret' }, IFD3: { GPSLatitude: '55/1 45/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect(camera.includes('Secret')).toBe(true)
  const made = value(await webPhoto(camera))
  const facts = await sharp(made).metadata()
  expect(facts).toMatchObject({ format: 'jpeg', width: 640, height: 2560 })
  expect(facts.exif).toBeUndefined()
  expect(Buffer.from(made).includes('Secret')).toBe(false)
  expect((await webPhoto(Buffer.from('не снимок'))).ok).toBe(false)
})

test.each([
  ['in its header', { link: true, pretty: true }, /\/wp-json\/$/],
  ['in its header, without pretty addresses', { link: true, pretty: false }, /\/index\.php\?rest_route=\/$/],
  ['at its usual place', { link: false, pretty: true }, /\/wp-json\/$/],
  ['at the place that every WordPress has', { link: false, pretty: false }, /\/\?rest_route=\/$/],
])('P7 the interface is found %s, and posts arrive', async (_name, options, root) => {
  const { server, desk, connect } = await site(options)
  expect(value(await connect())).toMatchObject({ problem: null })
  const [channel] = value(await desk.handlers.channels({}, chief))
  expect(channel?.settings.restRoot).toMatch(root)
  await desk.publish(await desk.approved(story('Раз', p('Т.'))), 'wp')
  expect(await desk.drain()).toBe(1)
  expect(server.posts).toHaveLength(1)
})

test('P7 what is wrong with a connection is told in Russian, and nothing is posted to find it out', async () => {
  const { server, connect } = await site()
  expect(value(await connect({}, 'aaaa bbbb cccc dddd eeee ffff')).problem).toContain('не пустил')
  server.forbid('upload_files')
  expect(value(await connect()).problem).toContain('не может загружать файлы')
  server.forbid('publish_posts')
  expect(value(await connect()).problem).toContain('публиковать записи и загружать файлы')
  expect(value(await connect({ site: 'http://127.0.0.1:9' })).problem).toContain('не отвечает')
  expect(server.requests).toHaveLength(0)
})

test('P7 a root that was learnt of one site is not used for another', () => {
  const settings = { site: 'https://eseur.ru', user: 'a', restRoot: 'https://eseur.ru/wp-json/' }
  expect(value(wordpressChannel.settings(settings)).restRoot).toBe('https://eseur.ru/wp-json/')
  expect(value(wordpressChannel.settings({ ...settings, site: 'https://eseur.ru.example' })).restRoot).toBe('')
})

const part = formatted(story('Заголовок', p('Текст.')))
const answered = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  kind: 'answer' as const,
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const made = { id: 7, slug: part.slug, status: 'publish', link: 'https://eseur.ru/x/' }

test('P4 only WordPress’s own word that it is being updated means that nothing was made', () => {
  const maintenance = answered(503, { code: 'wp_die', message: 'Briefly unavailable' }, { 'retry-after': '600' })
  expect(articleOutcome(maintenance)).toMatchObject({ kind: 'retry', afterMs: 600_000 })
  expect(articleOutcome(answered(503, '<html>', { 'retry-after': '5' })).kind).toBe('unknown')
  expect(articleOutcome(answered(429, '', { 'retry-after': '99999999' }))).toMatchObject({ afterMs: 3_600_000 })
  expect(articleOutcome(answered(408, '')).kind).toBe('unknown')
  expect(articleOutcome(answered(201, made))).toEqual({ kind: 'sent', remoteId: '7', url: 'https://eseur.ru/x/' })
  expect(articleOutcome(answered(201, { ...made, link: 'javascript:x' }))).toMatchObject({ kind: 'sent', url: null })
  expect(articleOutcome(answered(200, '<b>Notice</b>{"id":7}')).kind).toBe('unknown')
  expect(articleOutcome({ kind: 'notSent', reason: 'r' }).kind).toBe('retry')
})

test('P4 whatever answers a photo, it is taken, refused or tried again', () => {
  const upload = { media: 'abc', bytes: new Uint8Array(3), alternative: '', mark: 'm', settings: {}, secret: '' }
  const outcome = (status: number, body: unknown) => mediaOutcome(answered(status, body), upload).kind
  expect(mediaOutcome(answered(201, { id: 5, source_url: 'https://eseur.ru/a.jpg' }), upload)).toEqual({
    kind: 'uploaded',
    upload: { media: 'abc', remoteId: '5', url: 'https://eseur.ru/a.jpg', size: 3 },
  })
  expect(outcome(500, { code: 'rest_upload_sideload_error', message: 'x' })).toBe('refused')
  expect(outcome(500, '<html>')).toBe('retry')
  expect(outcome(201, '<html>')).toBe('retry')
  expect(outcome(413, '<html>')).toBe('refused')
  expect(mediaOutcome({ kind: 'unknown', reason: 'r' }, upload).kind).toBe('retry')
})

test('P3 «absent» is an empty list and nothing else', () => {
  const found = (status: number, body: unknown) => articleFound(answered(status, body), part).kind
  expect(found(200, [])).toBe('absent')
  expect(found(200, [made])).toBe('found')
  expect(found(200, [{ ...made, slug: 'other' }])).toBe('noAnswer')
  expect(found(200, [{ ...made, slug: `${part.slug}__trashed`, status: 'trash' }])).toBe('noAnswer')
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.oneof(fc.string(), fc.json()), (status, body) => {
      if (found(status, body) === 'absent') expect([status, JSON.parse(body)]).toEqual([200, []])
    }),
  )
})
