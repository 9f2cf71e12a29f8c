import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { success } from '../../../shared/api/result.ts'
import { writeBeside } from '../../export/write-beside.ts'
import type { Newsroom } from '../../newsroom.ts'
import { unless } from '../../store/files.ts'
import { type InkReader, type PictureInk, readPictureInk } from './picture-ink.ts'

/** Part of every key: raised when samples are taken differently. */
const recipe = 1

/** Width, height, a checksum of the sums; 32 bits each, little-endian, as the machines are that we run on. */
const headLength = 12

const packed = ({ width, height, sums }: PictureInk): Uint8Array => {
  const bytes = new Uint8Array(headLength + sums.byteLength)
  bytes.set(new Uint8Array(sums.buffer, sums.byteOffset, sums.byteLength), headLength)
  const head = new DataView(bytes.buffer)
  head.setUint32(0, width, true)
  head.setUint32(4, height, true)
  head.setUint32(8, crc32(bytes.subarray(headLength)), true)
  return bytes
}

const unpacked = (bytes: Uint8Array): PictureInk | null => {
  if (bytes.length < headLength) return null
  const head = new DataView(bytes.buffer, bytes.byteOffset)
  const [width, height] = [head.getUint32(0, true), head.getUint32(4, true)]
  if (bytes.length !== headLength + 4 * width * height || crc32(bytes.subarray(headLength)) !== head.getUint32(8, true))
    return null
  return { width, height, sums: new Float32Array(Uint8Array.from(bytes.subarray(headLength)).buffer) }
}

/**
 * Reads the inks of pictures and keeps them in the folder's cache by the hash of the JPEG: equal bytes are decoded once.
 * A folder open for reading is not written to.
 */
export const keptInks =
  (newsroom: Pick<Newsroom, 'folder' | 'environment' | 'readOnly'>): InkReader =>
  async (jpeg, width, height) => {
    const { environment, folder } = newsroom
    const hash = createHash('sha256').update(jpeg).digest('hex')
    const path = join(folder, 'cache', 'inks', `${hash}-${width}x${height}-${recipe}.inks`)
    const kept = await unless('ENOENT', environment.files.read(path), null)
    const known = kept && unpacked(kept)
    if (known) return known
    const made = await readPictureInk(jpeg, width, height)
    if (made === null || newsroom.readOnly) return made
    try {
      await writeBeside(environment, path, async (write) => success(await write(packed(made))))
    } catch (error) {
      // One that can't be written costs time at the next check, not this one.
      environment.log(`${path}: ${error instanceof Error ? error.message : String(error)}`)
    }
    return made
  }
