import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { keptInks } from '../../../src/backend/preflight/file/kept-inks.ts'
import { readPictureInk } from '../../../src/backend/preflight/file/picture-ink.ts'
import { testEnvironment } from '../../helpers/newsroom.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const half = async () =>
  sharp({ create: { width: 64, height: 32, channels: 3, background: '#808080' } })
    .toColourspace('b-w')
    .jpeg()
    .toBuffer()

const keptIn = async (folder: string) => {
  const names = await readdir(join(folder, 'cache', 'inks')).catch(() => [])
  return names.map((name) => join(folder, 'cache', 'inks', name))
}

test('the inks of a picture are kept as they were read, and read anew where what was kept is damaged', async () => {
  const folder = await temporaryFolder()
  const jpeg = await half()
  const inks = keptInks({ folder, environment: testEnvironment(folder), readOnly: false })
  const read = await readPictureInk(jpeg, 8, 4)
  expect(read?.sums[0]).toBeCloseTo(50, 0)
  expect(await inks(jpeg, 8, 4)).toEqual(read)
  const [path = ''] = await keptIn(folder)
  expect(await inks(jpeg, 8, 4)).toEqual(read)
  expect(await inks(jpeg, 4, 2)).not.toEqual(read)
  const bytes = await readFile(path)
  bytes[20] = (bytes[20] ?? 0) ^ 1
  await writeFile(path, bytes)
  expect(await inks(jpeg, 8, 4)).toEqual(read)
  await writeFile(path, bytes.subarray(0, 9))
  expect(await inks(jpeg, 8, 4)).toEqual(read)
})

test('a folder open for reading is not written to, and what is no picture has no inks', async () => {
  const folder = await temporaryFolder()
  const inks = keptInks({ folder, environment: testEnvironment(folder), readOnly: true })
  expect(await inks(await half(), 8, 4)).toEqual(await readPictureInk(await half(), 8, 4))
  expect(await keptIn(folder)).toEqual([])
  expect(await inks(Uint8Array.of(1, 2, 3), 8, 4)).toBeNull()
})
