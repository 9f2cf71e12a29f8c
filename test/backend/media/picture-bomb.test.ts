import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { mediaApi } from '../../../src/shared/media/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

/** A black PNG of one bit a pixel: a few kilobytes that want to be drawn as a square of this side. */
const blackPng = (side: number): Buffer => {
  const chunk = (type: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

test('F27 a PNG of 200 megapixels in 25 kilobytes is refused in words, an ordinary one is taken', async () => {
  const { call } = await newNewsroom()
  const bomb = blackPng(14_143)
  expect(bomb.length).toBeLessThan(40_000)
  const refused = await call(mediaApi.add, { name: 'бомба.png', bytes: bomb.toString('base64') })
  expect(refused.ok ? '' : refused.failure.what).toMatch(/слишком велик/)
  const taken = await call(mediaApi.add, { name: 'лист.png', bytes: blackPng(800).toString('base64') })
  expect(taken.ok).toBe(true)
})
