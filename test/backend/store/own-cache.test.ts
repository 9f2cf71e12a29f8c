import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Files } from '../../../src/backend/store/files.ts'
import { ownCache } from '../../../src/backend/store/own-cache.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { forgetfulFiles } from '../../helpers/forgetful-files.ts'

const folder = '/newsroom/cache/layout'

const cacheOn = (files: Files, most = 4, more: Parameters<typeof calmEnvironment>[1] = {}) =>
  ownCache(
    { environment: calmEnvironment(files, { build: 'сборка', ...more }), folder: '/newsroom', readOnly: false },
    'layout',
    most,
  )

test('L152: what was kept is found again, and nothing else: not a damaged value, not one under another name or from another computer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 40 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (bytes, place, mask, cut) => {
        const files = forgetfulFiles().files
        const here = cacheOn(files)
        expect(await here.find('a')).toBeNull()
        await here.keep('a', bytes)
        const again = cacheOn(files)
        for (const cache of [here, again]) expect([...((await cache.find('a')) ?? [])]).toEqual([...bytes])
        expect(await cacheOn(files, 4, { build: 'другая сборка' }).find('a')).toBeNull()
        expect(await cacheOn(files, 4, { home: '/elsewhere', run: 'b' }).find('a')).toBeNull()
        await here.keep('b', bytes)
        const [first = '', second = ''] = (await files.list(folder)).map(({ name }) => `${folder}/${name}`)
        const stored = await files.read(first)
        const write = async (value: Uint8Array) => {
          const file = await files.open(first, 'replace')
          await file.write(value)
          await file.close()
        }
        const at = place % stored.length
        await write(cut ? stored.subarray(0, at) : stored.map((byte, i) => (i === at ? byte ^ mask : byte)))
        const found = [await here.find('a'), await here.find('b')]
        expect(found.filter((value) => value === null)).toHaveLength(1)
        await write(await files.read(second))
        const swapped = [await here.find('a'), await here.find('b')]
        expect(swapped.filter((value) => value === null)).toHaveLength(1)
      },
    ),
    { numRuns: 40 },
  )
})

test('L152: of more values than there is room for the last ones stay', async () => {
  let clock = 0
  const files = forgetfulFiles({ now: () => ++clock }).files
  const cache = cacheOn(files, 3)
  for (const name of ['a', 'b', 'c', 'd', 'e']) await cache.keep(name, Uint8Array.of(1))
  const there = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(async (name) => (await cache.find(name)) !== null))
  expect(there).toEqual([false, false, true, true, true])
})
