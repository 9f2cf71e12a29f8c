import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { documentsOf } from '../../../src/backend/publishing/channels/documents.ts'
import type { AttachmentBlock } from '../../../src/shared/article/content.ts'
import { mailSettings } from '../../helpers/mail-bench.ts'
import { startMailServer } from '../../helpers/mail-server.ts'
import { addPicture, type Desk, newPlace, openDesk, p, photo, story, value } from '../../helpers/publishing.ts'
import { startWordpressServer } from '../../helpers/wordpress-server.ts'
import { htmlText } from '../../helpers/xml-reader.ts'

const chief = { person: 'chief' }

const attachment = (media: string, name: string, size: number, title = ''): AttachmentBlock => ({
  type: 'attachment',
  attrs: { media, name, size, medium: 'webOnly' },
  content: title === '' ? [] : [{ type: 'text', text: title }],
})

/** An approved story with a photo, a PDF and a scan, which says where its camera stood. */
const withDocuments = async (desk: Desk) => {
  const paper = await PDFDocument.create()
  paper.addPage([200, 300])
  const pdf = Buffer.from(await paper.save())
  const scan = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'grey' } })
    .withExif({ IFD0: { Copyright: 'тайна' } })
    .jpeg()
    .toBuffer()
  const taken = async (name: string, bytes: Buffer) => value(await desk.newsroom.media.add(name, bytes, 'document')).id
  const [order, sheet] = [await taken('Приказ.pdf', pdf), await taken('Скан.jpg', scan)]
  const picture = await addPicture(desk, 30)
  const article = await desk.approved(
    story(
      'Приказ вышел',
      photo(picture, 'У школы'),
      p('Текст.'),
      attachment(order, 'Приказ № 5.pdf', pdf.length, 'Приказ о нагрузке'),
      attachment(sheet, 'Скан.jpg', scan.length),
    ),
  )
  return { article, pdf, order, sheet }
}

test('O64 O65 a site gets the documents of an article as files, and links to them; the preview warns of nothing', async () => {
  const server = await startWordpressServer()
  onTestFinished(() => server.close())
  const place = await newPlace()
  const desk = await openDesk(place)
  onTestFinished(() => desk.close())
  const settings = { site: server.site, user: server.user }
  value(await desk.handlers.addChannel({ id: 'wp', kind: 'wordpress', settings, secret: server.password }, chief))
  const { article, pdf, order, sheet } = await withDocuments(desk)
  expect(value(await desk.handlers.preview({ article, channel: 'wp', form: 'article' }, chief)).warnings).toEqual([])
  const delivery = await desk.publish(article, 'wp')
  // The site cuts the line once in the middle: what it has is not brought twice.
  server.trouble('post', { kind: 'maintenance' })
  await desk.drain()
  place.clock.now += 3_600_000
  await desk.drain()
  expect((await desk.delivery(delivery)).status).toBe('published')
  expect(server.media).toHaveLength(3)
  const [post] = server.posts
  const [shown, file, scan] = server.media
  expect(file?.slug).toBe(`prikaz-5-${order.slice(0, 12)}`)
  expect(file?.bytes.equals(pdf)).toBe(true)
  expect(scan?.slug).toBe(`skan-${sheet.slice(0, 12)}`)
  expect(scan?.bytes.includes('тайна')).toBe(false)
  expect(post?.featured).toBe(shown?.id)
  expect(post?.content).toContain(`<p><a href="${file?.url}">Документ: Приказ о нагрузке</a></p>`)
  expect(post?.content).not.toContain('media:')
})

test('O64 O65 a letter carries the documents, and names them in its text', async () => {
  const server = await startMailServer()
  onTestFinished(() => server.close())
  const desk = await openDesk(await newPlace())
  onTestFinished(() => desk.close())
  const settings = mailSettings(server)
  value(await desk.handlers.addChannel({ id: 'mail', kind: 'email', settings, secret: server.password }, chief))
  const { article, pdf } = await withDocuments(desk)
  await desk.publish(article, 'mail')
  await desk.drain()
  const [letter] = server.letters
  expect(letter?.files.map(({ type, cid }) => [type, cid !== ''])).toEqual([
    ['image/jpeg', true],
    ['application/pdf', false],
    ['image/jpeg', false],
  ])
  expect(Buffer.from(letter?.files[1]?.bytes ?? []).equals(pdf)).toBe(true)
  expect(htmlText(letter?.html ?? '')).toContain('Документ: Приказ о нагрузке')
  expect(letter?.html).not.toContain('media:')
})

test('O65 what is too much for a letter stays behind, and that is said; the rest goes', () => {
  const blocks = [
    attachment('a'.repeat(64), 'a.pdf', 60),
    attachment('b'.repeat(64), 'b.pdf', 50),
    attachment('c'.repeat(64), 'c', 40),
  ]
  const { files, left } = documentsOf(story('З', ...blocks), 100)
  expect(files.map(({ name, type }) => [name, type])).toEqual([
    ['a-aaaaaaaaaaaa.pdf', 'application/pdf'],
    ['c-cccccccccccc.pdf', 'application/pdf'],
  ])
  expect(left.map(({ attrs }) => attrs.name)).toEqual(['b.pdf'])
})
