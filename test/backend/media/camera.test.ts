import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { channelAdapters } from '../../../src/backend/publishing/channels/registry.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { mediaApi } from '../../../src/shared/media/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const camera = 'CameraOfOurs'

/** A photo as a telephone writes it: on its side, with the place where it was taken. */
const taken = (): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#557799' } })
    .withExif({ IFD0: { Make: camera }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 45/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

const told = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(camera) || Buffer.from(bytes).includes('Exif')

describe('what a camera wrote', () => {
  test('U31 U32 no channel sends it, and every picture stands upright', async () => {
    const bytes = await taken()
    expect(told(bytes)).toBe(true)
    for (const [kind, { preparePhoto }] of Object.entries(channelAdapters)) {
      const made = await preparePhoto(bytes)
      if (!made.ok) throw new Error(`${kind}: ${made.failure.what}`)
      const { width, height } = await sharp(made.value).metadata()
      expect([kind, told(made.value), width < height]).toEqual([kind, false, true])
    }
  })

  test('U31 no PDF carries it', async () => {
    const { must, backend } = await newNewsroom()
    const added = await must(mediaApi.add, { name: 'телефон.jpg', bytes: (await taken()).toString('base64') })
    expect([added.width, added.height]).toEqual([1200, 1600])
    const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 1, columns: 5 })
    const open = backend.newsroom()
    if (!open) throw new Error('no newsroom')
    const attrs = { media: added.id, credit: '', alternative: 'Снимок', medium: 'everywhere' as const }
    const words = { type: 'text' as const, text: 'Слова. '.repeat(300) }
    const article = await open.articles.create({
      ...emptyContent,
      headline: 'Снимок недели',
      body: [
        { type: 'photo', attrs, content: [] },
        { type: 'paragraph', attrs: { kind: 'paragraph', medium: 'everywhere' }, content: [words] },
      ],
    })
    await must(issueApi.place, { issue: serial, article, page: 1, before: null })
    for (const to of ['print', 'web'] as const) {
      const { files } = await must(exportApi.run, { issue: serial, to, file: null, pages: null, draft: true, job: to })
      const pdf = await readFile(files[0] ?? '')
      expect(pdf.includes('/Subtype /Image')).toBe(true)
      expect([to, told(pdf)]).toEqual([to, false])
    }
  })
})
