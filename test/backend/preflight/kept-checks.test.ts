import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openKeptChecks } from '../../../src/backend/preflight/file/kept-checks.ts'
import { aboutPage, type Found } from '../../../src/backend/preflight/found.ts'
import { testEnvironment } from '../../helpers/newsroom.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const heavy: Found = {
  rule: 'N09',
  page: 3,
  object: aboutPage({ x: 1.25, y: 0, width: 14, height: 14 }),
  message: 'а',
  todo: 'б',
}

test('L154: what was found on a page is known the next time, and found anew where what was kept is damaged', async () => {
  const folder = await temporaryFolder()
  const environment = testEnvironment(join(folder, 'home'), { build: 'сборка' })
  /** What the pages were found to have, and which of them were gone through. */
  const check = async (keys: readonly string[]) => {
    const { memory, keep } = await openKeptChecks({ environment, folder, readOnly: false })
    const gone: string[] = []
    const found = []
    for (const key of keys)
      found.push(
        await memory.remember(key, async () => {
          gone.push(key)
          return key === 'тёмная' ? [heavy] : []
        }),
      )
    await keep()
    return { found, gone }
  }
  expect(await check(['тёмная', 'светлая'])).toEqual({ found: [[heavy], []], gone: ['тёмная', 'светлая'] })
  expect(await check(['светлая', 'тёмная', 'новая'])).toEqual({ found: [[], [heavy], []], gone: ['новая'] })
  expect(await check(['тёмная', 'светлая', 'новая'])).toEqual({ found: [[heavy], [], []], gone: [] })
  const place = join(folder, 'cache', 'checks')
  const [name = ''] = await readdir(place)
  const bytes = await readFile(join(place, name))
  await writeFile(
    join(place, name),
    bytes.map((byte, i) => (i === bytes.length - 1 ? byte ^ 1 : byte)),
  )
  expect(await check(['тёмная', 'новая'])).toEqual({ found: [[heavy], []], gone: ['тёмная', 'новая'] })
})
