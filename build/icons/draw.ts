// Draws the program's icon and writes it in the sizes and containers the systems want: `node build/icons/draw.ts`.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const ink = '#16181d'
const paper = '#ffffff'
const rule = '#c9cdd4'
const blue = '#1f5fbf'

/** Lines of one column, from its top to its bottom. */
const column = (x: number, from: number, lines: number, width: number): string =>
  Array.from({ length: lines }, (_, line) => {
    const last = line === lines - 1 ? width * 0.62 : width
    return `<rect x="${x}" y="${from + line * 64}" width="${last}" height="28" fill="${ink}" />`
  }).join('')

/** A sheet with a nameplate, a headline, a picture and two columns, on a field of 1024 units. */
const sheet = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024">
  <path d="M184 56 H712 L856 200 V968 H184 Z" fill="${paper}" stroke="${ink}" stroke-width="32" stroke-linejoin="round" />
  <path d="M712 56 V200 H856" fill="${rule}" stroke="${ink}" stroke-width="32" stroke-linejoin="round" />
  <rect x="264" y="136" width="368" height="72" fill="${blue}" />
  <rect x="264" y="264" width="512" height="24" fill="${ink}" />
  <rect x="264" y="340" width="512" height="72" fill="${ink}" />
  ${column(264, 480, 6, 232)}
  <rect x="544" y="480" width="232" height="176" fill="${rule}" />
  ${column(544, 704, 3, 232)}
</svg>`

/** At the smallest sizes lines of text run together: a headline and two columns are enough. */
const smallSheet = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <path d="M2.5 1.5 H10.5 L13.5 4.5 V14.5 H2.5 Z" fill="${paper}" stroke="${ink}" stroke-linejoin="round" />
  <rect x="4" y="3" width="5" height="2" fill="${blue}" />
  <rect x="4" y="6" width="8" height="1" fill="${ink}" />
  <rect x="4" y="8" width="3" height="5" fill="${ink}" fill-opacity="0.75" />
  <rect x="9" y="8" width="3" height="5" fill="${ink}" fill-opacity="0.75" />
</svg>`

const picture = (size: number): Promise<Buffer> =>
  sharp(Buffer.from(size < 48 ? smallSheet : sheet), { density: size < 48 ? 72 * (size / 16) : 72 * (size / 1024) })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()

/** Windows' container: a directory of pictures, each a PNG. */
const ico = (pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer => {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, at) => {
    const entry = 6 + 16 * at
    // 256 is written as 0.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** macOS's container: chunks with a type for each size. */
const icns = (pictures: readonly { readonly type: string; readonly png: Buffer }[]): Buffer => {
  const chunks = pictures.map(({ type, png }) => {
    const head = Buffer.from(`${type}0000`)
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const head = Buffer.from('icns0000')
  head.writeUInt32BE(8 + chunks.reduce((sum, chunk) => sum + chunk.length, 0), 4)
  return Buffer.concat([head, ...chunks])
}

const here = import.meta.dirname
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const drawn = new Map<number, Buffer>()
for (const size of sizes) drawn.set(size, await picture(size))
const pngOf = (size: number): Buffer => drawn.get(size) ?? Buffer.alloc(0)

for (const size of sizes) await writeFile(join(here, `${size}x${size}.png`), pngOf(size))
await writeFile(join(here, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: pngOf(size) }))))
const macTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
] as const
await writeFile(join(here, 'icon.icns'), icns(macTypes.map(([type, size]) => ({ type, png: pngOf(size) }))))
