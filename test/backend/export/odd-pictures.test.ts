import { readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { cmykTiff } from '../../../src/backend/export/pictures/cmyk-tiff.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { mediaApi } from '../../../src/shared/media/api.ts'
import { preflightApi } from '../../../src/shared/preflight/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'
import { readPdf } from './pdf-reader.ts'

/** A newsroom with a page on which this picture stands. */
const office = async (name: string, bytes: Uint8Array) => {
  const newsroom = await newNewsroom()
  const { must, backend } = newsroom
  const { id: media } = await must(mediaApi.add, { name, bytes: Buffer.from(bytes).toString('base64') })
  const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2, columns: 5 })
  const open = backend.newsroom()
  if (!open) throw new Error('no newsroom')
  const attrs = { media, credit: '', alternative: 'Снимок', medium: 'everywhere' as const }
  const article = await open.articles.create({
    ...emptyContent,
    headline: 'Снимок недели',
    body: [
      { type: 'photo', attrs, content: [] },
      {
        type: 'paragraph',
        attrs: { kind: 'paragraph', medium: 'everywhere' },
        content: [{ type: 'text', text: 'Слова. '.repeat(300) }],
      },
    ],
  })
  await must(issueApi.place, { issue: serial, article, page: 1, before: null })
  // None of these pictures has a card of its rights.
  const findings = async () =>
    (await must(preflightApi.run, { issue: serial })).findings.filter(({ rule }) => !/^[RIT]|N14|M10/.test(rule))
  const draft = async (to: 'print' | 'web') => {
    const { files } = await must(exportApi.run, { issue: serial, to, file: null, pages: '1', draft: true, job: to })
    const pdf = readPdf(await readFile(files[0] ?? ''))
    return [...pdf.objects.values()]
      .filter(({ text }) => text.includes('/Subtype /Image'))
      .map(({ text }) => /\/ColorSpace \/(\w+)/.exec(text)?.[1])
  }
  return { ...newsroom, media, article, findings, draft }
}

const flat = (channels: 3 | 4, background: object, width = 1600, height = 1200): Sharp =>
  sharp({ create: { width, height, channels, background } })

const cmyk = async (): Promise<Buffer> => {
  const pixels = new Uint8Array(1600 * 1200 * 4).fill(90)
  return sharp(cmykTiff(pixels, 1600, 1200))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg()
    .toBuffer()
}

const sound: readonly (readonly [string, () => Promise<Buffer>, string])[] = [
  ['CMYK', cmyk, 'DeviceCMYK'],
  ['grey', () => flat(3, { r: 90, g: 90, b: 90 }).toColourspace('b-w').jpeg().toBuffer(), 'DeviceGray'],
  ['16 bits a channel', () => flat(3, { r: 200, g: 40, b: 90 }).toColourspace('rgb16').png().toBuffer(), 'DeviceCMYK'],
  ['transparent', () => flat(4, { r: 20, g: 90, b: 200, alpha: 0.4 }).png().toBuffer(), 'DeviceCMYK'],
  ['transparent grey', () => flat(4, { r: 90, g: 90, b: 90, alpha: 0.4 }).toColourspace('b-w').png().toBuffer(), 'DeviceGray'],
  ['palette', () => flat(3, { r: 20, g: 90, b: 200 }).png({ palette: true }).toBuffer(), 'DeviceCMYK'],
  ['WebP', () => flat(3, { r: 20, g: 90, b: 200 }).webp().toBuffer(), 'DeviceCMYK'],
  [
    'TIFF turned by a camera',
    () => flat(3, { r: 20, g: 90, b: 200 }).withMetadata({ orientation: 6 }).tiff().toBuffer(),
    'DeviceCMYK',
  ],
  ['20,000 pixels wide', () => flat(3, { r: 20, g: 90, b: 200 }, 20_000, 3000).jpeg().toBuffer(), 'DeviceCMYK'],
]

describe('a picture that is', () => {
  test.each(sound)('%s stands on the page in print and on the web, with nothing to be said', async (_, make, space) => {
    const { findings, draft } = await office('снимок.jpg', await make())
    expect((await findings()).map(({ rule, message }) => [rule, message])).toEqual([])
    expect(await draft('print')).toEqual([space])
    expect(await draft('web')).toEqual([space === 'DeviceGray' ? 'DeviceGray' : 'DeviceRGB'])
  })

  test('one pixel is too coarse: named with its place, and the draft is made', async () => {
    const { findings, draft, media } = await office('точка.png', await flat(3, { r: 1, g: 2, b: 3 }, 1, 1).png().toBuffer())
    const [found] = await findings()
    expect(found).toMatchObject({ rule: 'N08', page: 1, object: { kind: 'media', id: media } })
    expect(found?.object.area).not.toBeNull()
    expect(await draft('print')).toHaveLength(1)
  })

  test('20,000 pixels tall is too tall for the page: named with the place of its story', async () => {
    const { findings, article } = await office(
      'башня.jpg',
      await flat(3, { r: 20, g: 90, b: 200 }, 2000, 20_000).jpeg().toBuffer(),
    )
    expect(await findings()).toMatchObject([{ rule: 'P02', page: 1, object: { kind: 'article', id: article } }])
  })

  test('cut short when it comes is refused in words', async () => {
    const { call } = await newNewsroom()
    const bytes = (await flat(3, { r: 1, g: 200, b: 3 }).jpeg().toBuffer()).subarray(0, 2000)
    expect(await call(mediaApi.add, { name: 'обрыв.jpg', bytes: bytes.toString('base64') })).toMatchObject({
      ok: false,
      failure: { code: 'invalidInput', what: expect.stringContaining('«обрыв.jpg»') },
    })
  })

  test('P03: cut short later is found with its place and keeps the file from being made', async () => {
    const bytes = await flat(3, { r: 1, g: 200, b: 3 }).jpeg().toBuffer()
    const { findings, folder, media, call } = await office('обрыв.jpg', bytes)
    await writeFile(join(folder, 'media', media.slice(0, 2), media), bytes.subarray(0, 2000))
    const [found] = await findings()
    expect(found).toMatchObject({
      rule: 'P03',
      page: 1,
      object: { kind: 'media', id: media, area: { width: expect.any(Number) } },
    })
    const outcome = await call(exportApi.run, { issue: '47 (47)', to: 'print', file: null, pages: null, draft: true, job: 'x' })
    expect(outcome.ok).toBe(false)
  })

  test('P01: gone is found by its article', async () => {
    const bytes = await flat(3, { r: 1, g: 200, b: 3 }).jpeg().toBuffer()
    const { folder, media, article, must } = await office('нет.jpg', bytes)
    await unlink(join(folder, 'media', media.slice(0, 2), media))
    const found = (await must(preflightApi.run, { issue: '47 (47)', file: false })).findings.find(({ rule }) => rule === 'P01')
    expect(found).toMatchObject({ page: 1, object: { kind: 'media', id: media, article } })
  })
})
