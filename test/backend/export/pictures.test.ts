import { createHash } from 'node:crypto'
import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cmykTiff } from '../../../src/backend/export/pictures/cmyk-tiff.ts'
import { colourTable, toCmyk } from '../../../src/backend/export/pictures/colour-table.ts'
import { limitInk } from '../../../src/backend/export/pictures/ink-limit.ts'
import { jpegFacts } from '../../../src/backend/export/pictures/jpeg-facts.ts'
import { placedPicture } from '../../../src/backend/export/pictures/placed-picture.ts'
import { preparePicture } from '../../../src/backend/export/pictures/prepare-picture.ts'
import { printTreatment } from '../../../src/backend/export/pictures/print-treatment.ts'
import { type PictureTreatment, renderPicture } from '../../../src/backend/export/pictures/render-picture.ts'
import { createNewsroom, type Newsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import type { ImageItem } from '../../../src/shared/layout/display.ts'
import { testEnvironment } from '../../helpers/newsroom.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { part, profile, resources } from './handmade.ts'

const profileFile = join(resources, 'icc', 'newsprint_tr002_240.icc')
const treatment = (inkLimit: number): PictureTreatment => printTreatment(profile, profileFile, inkLimit)
const print = treatment(240)

/** A picture with everything that is hard on the ink limit: black, pure colours, noise. */
const colourful = (width = 300, height = 200) => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let i = 0; i < pixels.length; i += 1) {
    const column = Math.floor(i / 3) % width
    pixels[i] = column < width / 3 ? 0 : column < width / 2 ? (i % 3 === 0 ? 90 : 0) : (i * 7919) % 256
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

const item = (media: string, more: Partial<ImageItem> = {}): ImageItem => ({
  kind: 'image',
  x: 0,
  y: 0,
  width: 72,
  height: 48,
  media,
  crop: { x: 0, y: 0, width: 1, height: 1 },
  alternative: '',
  tag: part('a', 'photo', 1),
  ...more,
})

test('the ink limit holds for every pixel and leaves black and lighter pixels alone', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 4, maxLength: 400 }), fc.integer({ min: 200, max: 320 }), (bytes, percent) => {
      const pixels = bytes.slice(0, bytes.length - (bytes.length % 4))
      const before = pixels.slice()
      limitInk(pixels, percent)
      for (let i = 0; i < pixels.length; i += 4) {
        const sum = (of: Uint8Array) => of.slice(i, i + 4).reduce((a, b) => a + b, 0) / 2.55
        expect(sum(pixels)).toBeLessThanOrEqual(percent + 1e-9)
        expect(pixels[i + 3]).toBe(before[i + 3])
        if (sum(before) <= percent) expect(pixels.slice(i, i + 4)).toEqual(before.slice(i, i + 4))
      }
    }),
    // Exactly at the limit.
    { examples: [[Uint8Array.of(81, 233, 43, 153), 200]] },
  )
})

describe('the colour table', () => {
  test('says of any colour what the profile says, to a few levels', async () => {
    const table = await colourTable(profileFile, 400)
    const pixels = new Uint8Array(64 * 64 * 3).map((_, i) => (i * 7919 + (i >> 5) * 131) % 256)
    const { data } = await sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
      .toColourspace('cmyk')
      .withIccProfile(profileFile, { attach: false })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const inks = toCmyk(table, pixels)
    const off = [...data].map((ink, i) => Math.abs(ink - (inks[i] ?? 0)))
    expect(off.reduce((sum, d) => sum + d, 0) / off.length).toBeLessThan(1.5)
    expect(Math.max(...off)).toBeLessThan(20)
  })

  test('white stays paper and greys change evenly', async () => {
    const table = await colourTable(profileFile, 240)
    const greys = Uint8Array.from({ length: 256 * 3 }, (_, i) => Math.floor(i / 3))
    const inks = toCmyk(table, greys)
    expect([...inks.slice(-4)]).toEqual([0, 0, 0, 0])
    for (let level = 1; level < 256; level += 1)
      for (let ink = 0; ink < 4; ink += 1)
        expect(Math.abs((inks[level * 4 + ink] ?? 0) - (inks[level * 4 - 4 + ink] ?? 0))).toBeLessThan(8)
  })

  test('no mean of its colours goes over the ink limit', async () => {
    const table = await colourTable(profileFile, 160)
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 3, maxLength: 3 }), (colour) => {
        expect(toCmyk(table, colour).reduce((sum, ink) => sum + ink, 0) / 2.55).toBeLessThanOrEqual(160)
      }),
    )
  })
})

test('raw CMYK comes through the TIFF unchanged', async () => {
  const pixels = new Uint8Array(16 * 8 * 4).map((_, i) => (i * 37) % 256)
  const { data } = await sharp(cmykTiff(pixels, 16, 8))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(Buffer.compare(data, Buffer.from(pixels))).toBe(0)
})

describe('a placed picture', () => {
  test('never has more pixels than the resolution asks for, nor more than its source', () => {
    const size = fc.integer({ min: 1, max: 8000 })
    const share = fc.double({ min: 0.01, max: 1, noNaN: true })
    const points = fc.double({ min: 5, max: 900, noNaN: true })
    fc.assert(
      fc.property(size, size, share, share, share, points, points, (width, height, x, y, part, w, h) => {
        const crop = { x: Math.min(x, 1 - part), y: Math.min(y, 1 - part), width: part, height: part }
        const placed = placedPicture(item('m', { crop, width: w, height: h }), { width, height }, 300)
        expect(placed.part.left + placed.part.width).toBeLessThanOrEqual(width)
        expect(placed.part.top + placed.part.height).toBeLessThanOrEqual(height)
        expect(placed.width).toBeLessThanOrEqual(placed.part.width)
        expect(placed.height).toBeLessThanOrEqual(placed.part.height)
        expect(Math.min(placed.width, placed.height)).toBeGreaterThanOrEqual(1)
        if (placed.width > 1) expect(placed.width / (w / 72)).toBeLessThanOrEqual(300)
      }),
    )
  })
})

describe('rendering', () => {
  const whole = { media: '', part: { left: 0, top: 0, width: 300, height: 200 }, width: 150, height: 100 }

  test('for print: CMYK within the ink limit after compression too', async () => {
    const source = await colourful().png().toBuffer()
    const over = async (inkLimit: number) => {
      const jpeg = await renderPicture(source, whole, treatment(inkLimit))
      expect(jpegFacts(jpeg)).toEqual({ width: 150, height: 100, channels: 4 })
      const { data } = await sharp(jpeg)
        .pipelineColourspace('cmyk')
        .toColourspace('cmyk')
        .raw()
        .toBuffer({ resolveWithObject: true })
      let count = 0
      for (let i = 0; i < data.length; i += 4) {
        const sum = [0, 1, 2, 3].reduce((inks, k) => inks + (data[i + k] ?? 0), 0) / 2.55
        if (sum > 150) count += 1
      }
      return count / (data.length / 4)
    }
    expect(await over(240)).toBeGreaterThan(0.2)
    expect(await over(150)).toBeLessThan(0.01)
  })

  test('for the web: RGB', async () => {
    expect(jpegFacts(await renderPicture(await colourful().jpeg().toBuffer(), whole, { target: 'web' }))?.channels).toBe(3)
  })

  test('a black-and-white photo stays on the black plate', async () => {
    const grey = await colourful().toColourspace('b-w').jpeg().toBuffer()
    expect(jpegFacts(await renderPicture(grey, whole, print))?.channels).toBe(1)
  })

  test('transparency becomes white paper', async () => {
    const clear = await sharp({ create: { width: 300, height: 200, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer()
    const { data } = await sharp(await renderPicture(clear, whole, print))
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(Math.max(...data)).toBeLessThan(8)
  })

  test('a photo that lies on its side is turned upright before it is cut', async () => {
    const upright = sharp(await colourful(200, 300).png().toBuffer())
    const lying = await upright.clone().rotate(-90).jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer()
    const part = { left: 0, top: 0, width: 60, height: 300 }
    const jpeg = await renderPicture(lying, { ...whole, part, width: 60, height: 300 }, { target: 'web' })
    const { dominant } = await sharp(jpeg).stats()
    expect(Math.max(dominant.r, dominant.g, dominant.b)).toBeLessThan(40)
  })
})

describe('preparing', () => {
  const open = async (): Promise<Newsroom> => {
    const root = await temporaryFolder()
    const folder = join(root, 'newsroom')
    const environment = testEnvironment(join(root, 'home'))
    await createNewsroom(environment, folder)
    const opened = await openNewsroom(environment, folder, () => undefined)
    if (!opened.ok) throw new Error(opened.failure.what)
    onTestFinished(() => opened.value.close())
    return opened.value
  }
  const add = async (newsroom: Newsroom): Promise<string> => {
    const added = await newsroom.media.add('Митинг.jpg', await colourful().jpeg().toBuffer())
    if (!added.ok) throw new Error(added.failure.what)
    return added.value.id
  }
  const source = (newsroom: Newsroom, id: string) => join(newsroom.folder, 'media', id.slice(0, 2), id)

  test('the second time the picture comes from the cache, byte for byte, and a damaged cache is made anew', async () => {
    const newsroom = await open()
    const id = await add(newsroom)
    const first = await preparePicture(newsroom, item(id), 1, print)
    const kept = await newsroom.media.read(id)
    await rm(source(newsroom, id))
    expect(await preparePicture(newsroom, item(id), 1, print)).toEqual(first)
    const cache = join(newsroom.folder, 'cache', 'pictures')
    const [entry] = await newsroom.environment.files.list(cache)
    const size = (await newsroom.environment.files.read(join(cache, entry?.name ?? ''))).length
    await truncate(join(cache, entry?.name ?? ''), size - 100)
    await writeFile(source(newsroom, id), kept)
    expect(await preparePicture(newsroom, item(id), 1, print)).toEqual(first)
  })

  test('another place or another target is another picture in the cache', async () => {
    const newsroom = await open()
    const id = await add(newsroom)
    await preparePicture(newsroom, item(id), 1, print)
    await preparePicture(newsroom, item(id, { width: 36, height: 24 }), 1, print)
    await preparePicture(newsroom, item(id), 1, { target: 'web' })
    await preparePicture(newsroom, item(id), 2, { target: 'web' })
    expect(await newsroom.environment.files.list(join(newsroom.folder, 'cache', 'pictures'))).toHaveLength(3)
  })

  test.each([
    ['is not there', (path: string) => rm(path)],
    ['was cut short', (path: string) => truncate(path, 900)],
    ['is another one', async (path: string) => writeFile(path, await colourful().negate().jpeg().toBuffer())],
  ])('a picture whose file %s fails by its name and page', async (_, spoil) => {
    const newsroom = await open()
    const id = await add(newsroom)
    await spoil(source(newsroom, id))
    const prepared = await preparePicture(newsroom, item(id), 3, print)
    expect(prepared).toMatchObject({ ok: false, failure: { code: 'damaged' } })
    expect(prepared.ok ? '' : prepared.failure.what).toMatch(/«Митинг\.jpg» на полосе 3/)
  })

  test('bytes of the right hash that are no picture fail too', async () => {
    const newsroom = await open()
    const id = await add(newsroom)
    const bytes = Buffer.from('не снимок')
    const hash = createHash('sha256').update(bytes).digest('hex')
    const media = { ...newsroom.media, get: () => newsroom.media.get(id), read: async () => bytes }
    const prepared = await preparePicture({ ...newsroom, media }, item(hash), 3, print)
    expect(prepared).toMatchObject({ ok: false, failure: { code: 'damaged', todo: expect.stringContaining('Замените') } })
  })

  test('a folder open for reading is not written to', async () => {
    const newsroom = await open()
    const id = await add(newsroom)
    expect(await preparePicture({ ...newsroom, readOnly: true }, item(id), 1, print)).toMatchObject({ ok: true })
    expect(await newsroom.environment.files.list(join(newsroom.folder, 'cache'))).toEqual([])
  })
})
