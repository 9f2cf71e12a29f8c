import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { author } from './demo-pictures/author.ts'
import { captains } from './demo-pictures/captains.ts'
import { chart } from './demo-pictures/chart.ts'
import { classroom } from './demo-pictures/classroom.ts'
import { height, randomFrom, width } from './demo-pictures/draw.ts'
import { evening } from './demo-pictures/evening.ts'
import { gym } from './demo-pictures/gym.ts'
import { hall } from './demo-pictures/hall.ts'
import { letters } from './demo-pictures/letters.ts'
import { marathon } from './demo-pictures/marathon.ts'
import { meeting } from './demo-pictures/meeting.ts'
import { notice } from './demo-pictures/notice.ts'
import { papers } from './demo-pictures/papers.ts'
import { pay } from './demo-pictures/pay.ts'
import { reporter } from './demo-pictures/reporter.ts'
import { resort } from './demo-pictures/resort.ts'
import { school } from './demo-pictures/school.ts'
import { service } from './demo-pictures/service.ts'
import { village } from './demo-pictures/village.ts'

/**
 * Draws the pictures of the demo newsroom into `resources/demo/media`: `node build/demo-pictures.ts [name…]`.
 * They are the product's own work and the same bytes at every run.
 */
const pictures = {
  chart,
  classroom,
  evening,
  meeting,
  notice,
  reporter,
  school,
  author,
  captains,
  gym,
  hall,
  letters,
  marathon,
  papers,
  pay,
  resort,
  service,
  village,
}

const largest = 230 * 1024

/** Grain of printed paper, as an image to lay over a picture: grey around the middle. */
const grain = async (seed: number): Promise<Buffer> => {
  const random = randomFrom(seed)
  const noise = new Uint8Array((width / 2) * (height / 2)).map(() => 128 + (random() + random() - 1) * 24)
  return sharp(noise, { raw: { width: width / 2, height: height / 2, channels: 1 } })
    .resize(width, height, { kernel: 'cubic' })
    .toColourspace('srgb')
    .png()
    .toBuffer()
}

const render = async (svg: string, seed: number): Promise<Buffer> => {
  const image = await sharp(Buffer.from(svg))
    .flatten()
    .composite([{ input: await grain(seed), blend: 'soft-light' }])
    .png()
    .toBuffer()
  for (let quality = 86; quality > 40; quality -= 4) {
    const jpeg = await sharp(image).jpeg({ quality, mozjpeg: true }).toBuffer()
    if (jpeg.length <= largest) return jpeg
  }
  throw new Error('a picture does not fit its size')
}

const folder = join(import.meta.dirname, '..', 'resources', 'demo', 'media')
await mkdir(folder, { recursive: true })
const wanted = process.argv.slice(2)
for (const [i, [name, draw]] of Object.entries(pictures).entries()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const jpeg = await render(draw(), i + 1)
  await writeFile(join(folder, `${name}.jpg`), jpeg)
  process.stdout.write(`${name}.jpg ${Math.round(jpeg.length / 1024)} КБ\n`)
}
