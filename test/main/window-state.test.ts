import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDesktopMemory } from '../../src/main/desktop-state.ts'
import { leastSize, placeWindow } from '../../src/main/window-state.ts'
import { testEnvironment } from '../helpers/newsroom.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const wall = { x: 1440, y: 0, width: 2560, height: 1440 }
const place = { x: 1600, y: 100, width: 1800, height: 1200, maximized: false }

describe('место окна', () => {
  test('впервые — посередине первого экрана', () => {
    expect(placeWindow(null, [wall], 0)).toEqual({ x: 2000, y: 270, width: 1440, height: 900 })
  })

  test('там же, где стояло; следующее — лесенкой', () => {
    expect(placeWindow(place, [laptop, wall], 0)).toEqual({ x: 1600, y: 100, width: 1800, height: 1200 })
    expect(placeWindow(place, [laptop, wall], 2)).toMatchObject({ x: 1664, y: 164 })
  })

  test('экран отключили — на первый из оставшихся и не больше его', () => {
    expect(placeWindow(place, [laptop], 0)).toEqual({ x: 0, y: 25, width: 1440, height: 875 })
  })

  test('заголовок выше экрана или в полоске шириной с палец — не место', () => {
    expect(placeWindow({ ...place, y: -50 }, [wall], 0)).toMatchObject({ y: 120 })
    expect(placeWindow({ ...place, x: 3990 }, [wall], 0)).toMatchObject({ x: 1820 })
  })

  test('всегда на каком-то экране и не меньше наименьшего', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 })
    const size = fc.integer({ min: 1, max: 10_000 })
    const anywhere = fc.record({ x: number, y: number, width: size, height: size, maximized: fc.boolean() })
    fc.assert(
      fc.property(anywhere, fc.constantFrom([laptop], [laptop, wall], [wall]), fc.nat(50), (remembered, displays, others) => {
        const window = placeWindow(remembered, displays, others)
        expect(window.width).toBeGreaterThanOrEqual(leastSize.width)
        expect(window.height).toBeGreaterThanOrEqual(leastSize.height)
        const shown = displays.some(
          (display) =>
            window.x < display.x + display.width &&
            window.x + window.width > display.x &&
            window.y >= display.y &&
            window.y < display.y + display.height,
        )
        expect(shown).toBe(true)
      }),
    )
  })
})

describe('память настольной программы', () => {
  test('переживает перезапуск; испорченный файл и отказ диска работе не мешают', async () => {
    const home = join(await temporaryFolder(), 'home')
    const environment = testEnvironment(home)
    const first = await openDesktopMemory(environment)
    expect(first.get()).toEqual({ schemaVersion: 1, window: null, language: 'ru', folders: {} })
    await first.update({ window: place })
    await first.update({ folders: { export: '/out' } })
    expect((await openDesktopMemory(environment)).get()).toMatchObject({ window: place, folders: { export: '/out' } })
    await writeFile(join(home, 'desktop.json'), '{"schemaVersion":1,"window":{"x":"слева"}}')
    await writeFile(join(home, 'desktop.json.previous'), 'мусор')
    expect((await openDesktopMemory(environment)).get().window).toBeNull()
    const said: string[] = []
    const broken = await openDesktopMemory({
      home,
      log: (line) => said.push(line),
      files: {
        ...environment.files,
        open: async () => Promise.reject(Object.assign(new Error('нет места'), { code: 'ENOSPC' })),
      },
    })
    await broken.update({ language: 'en' })
    expect(broken.get().language).toBe('en')
    expect(said).toEqual(['desktop: нет места'])
  })
})
