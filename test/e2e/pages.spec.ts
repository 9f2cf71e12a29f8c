import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { Desk } from './desk.ts'
import { expect, test } from './host.ts'

/** The training newsroom, its second page in front. */
const openPage = async (page: Page, desk: Desk): Promise<void> => {
  await desk.command('create', desk.folder, '--demo')
  const host = await desk.start(['serve', desk.folder])
  await page.addInitScript((folder) => window.localStorage.setItem(`newsroom.person:${folder}`, 'layoutArtist'), desk.folder)
  await page.goto(`${host.url}#/page/2`)
  await page.locator('[data-sheet="2"] svg text').first().waitFor()
}

const waiting = (page: Page): Locator => page.getByRole('button', { name: /^Взять материал: / })
const zones = (page: Page): Locator => page.locator('[data-sheet="2"] [data-zone]')
const status = (page: Page): Locator => page.getByRole('status', { name: 'Что сделано' })

/** Where a share of a page's width and height lies, in pixels of the window. */
const spot = async (page: Page, across: number, down: number): Promise<readonly [number, number]> => {
  const box = await page.locator('[data-sheet="2"]').boundingBox()
  if (box === null) throw new Error('no sheet')
  return [box.x + box.width * across, box.y + box.height * down]
}

const centre = async (target: Locator): Promise<readonly [number, number]> => {
  const box = await target.boundingBox()
  if (box === null) throw new Error('not to be seen')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

const drag = async (page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 })
  await page.mouse.move(...to, { steps: 4 })
}
const drop = (page: Page): Promise<void> => page.mouse.up()

const clean = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
}

test('пустая полоса собирается мышью: поставить, растянуть, разделить, поменять, отменить', async ({ page, desk }) => {
  await openPage(page, desk)

  await test.step('полоса освобождается', async () => {
    const count = await zones(page).count()
    for (let left = count; left > 0; left -= 1) {
      await zones(page).first().click()
      await page.getByRole('button', { name: 'Снять с полосы' }).click()
      await expect(zones(page)).toHaveCount(left - 1)
    }
  })

  await test.step('материал из списка ложится на свободное место', async () => {
    await drag(page, await centre(waiting(page).first()), await spot(page, 0.2, 0.15))
    await drop(page)
    await expect(zones(page)).toHaveCount(1)
    await expect(status(page)).toHaveText('материал поставлен')
    await expect(page.locator('[data-sheet="2"] svg text').first()).toBeAttached()
  })

  await test.step('край зоны тянется по модулям, Esc возвращает её', async () => {
    const before = await zones(page).first().boundingBox()
    await drag(page, await centre(page.locator('[data-edges="bottom right"]')), await spot(page, 0.9, 0.8))
    expect((await zones(page).first().boundingBox())?.width).toBeGreaterThan((before?.width ?? 0) * 1.3)
    await page.keyboard.press('Escape')
    await drop(page)
    expect(await zones(page).first().boundingBox()).toEqual(before)
    await drag(page, await centre(page.locator('[data-edges="bottom right"]')), await spot(page, 0.94, 0.52))
    await drop(page)
    await expect(status(page)).toHaveText('размер зоны')
  })

  await test.step('новая зона рисуется на свободном месте и делится надвое', async () => {
    await drag(page, await spot(page, 0.1, 0.6), await spot(page, 0.94, 0.93))
    await drop(page)
    await expect(zones(page)).toHaveCount(2)
    await page.getByRole('button', { name: 'Разделить по ширине' }).click()
    await expect(zones(page)).toHaveCount(3)
  })

  await test.step('материалы встают в дыры и меняются местами', async () => {
    for (const { across, empty } of [
      { across: 0.2, empty: 1 },
      { across: 0.8, empty: 0 },
    ]) {
      await drag(page, await centre(waiting(page).first()), await spot(page, across, 0.8))
      await drop(page)
      await expect(page.getByRole('button', { name: /^Пустая зона/ })).toHaveCount(empty)
    }
    const names = await zones(page).evaluateAll((all) => all.map((zone) => (zone.ariaLabel ?? '').replace(/[:.].*/, '')))
    await drag(page, await centre(zones(page).nth(1)), await centre(zones(page).nth(2)))
    await drop(page)
    await expect(status(page)).toHaveText('материалы поменялись местами')
    await expect(zones(page).nth(1)).toHaveAccessibleName(new RegExp(`^${names[2]}`))
  })

  await test.step('каждый шаг отменяется и повторяется', async () => {
    await page.getByRole('button', { name: 'Отменить: материалы поменялись местами' }).click()
    await expect(status(page)).toHaveText('Отменено: материалы поменялись местами')
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+KeyZ')
    await expect(zones(page)).toHaveCount(0)
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+Shift+KeyZ')
    await expect(zones(page)).toHaveCount(3)
    await clean(page)
  })

  await test.step('после перезапуска полоса та же', async () => {
    await page.reload()
    await expect(zones(page)).toHaveCount(3)
  })
})

test('пустая полоса собирается одной клавиатурой', async ({ page, desk }) => {
  await openPage(page, desk)
  const focused = (): Locator => page.locator(':focus')
  /** Presses Tab until something that matches has focus. */
  const tabTo = async (target: Locator): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      if ((await target.count()) > 0 && (await target.evaluateAll((all) => all.some((one) => one === document.activeElement))))
        return
      await page.keyboard.press('Tab')
    }
    throw new Error('Tab does not lead there')
  }
  const takeFirst = async () => {
    await tabTo(waiting(page).first())
    await page.keyboard.press('Enter')
    await expect(status(page)).toHaveText(/выберите место/)
  }

  await test.step('полоса освобождается', async () => {
    const count = await zones(page).count()
    for (let left = count; left > 0; left -= 1) {
      await tabTo(zones(page))
      await page.keyboard.press('Delete')
      await expect(zones(page)).toHaveCount(left - 1)
    }
  })

  await test.step('взять материал, выбрать свободное место, поставить', async () => {
    await takeFirst()
    await tabTo(page.locator('[data-free]'))
    await page.keyboard.press('Enter')
    await expect(zones(page)).toHaveCount(1)
    await expect(zones(page).first()).toHaveAccessibleName(/колонки 1–5|Колонки 1–5/)
  })

  await test.step('зону — меньше, разделить, закрепить, соединить', async () => {
    await tabTo(zones(page))
    for (let press = 0; press < 8; press += 1) await page.keyboard.press('Shift+ArrowUp')
    await expect(status(page)).toHaveText(/^Теперь: колонки 1–5, строки 1–/)
    await page.keyboard.press('Control+Shift+ArrowUp')
    await page.keyboard.press('Control+ArrowDown')
    await expect(status(page)).toHaveText(/^Теперь: колонки 1–5, строки 2–/)
    await page.keyboard.press('Control+ArrowUp')
    await page.keyboard.press('Shift+KeyS')
    await expect(zones(page)).toHaveCount(2)
    await page.keyboard.press('KeyL')
    await expect(focused()).toHaveAccessibleName(/закреплена$/)
    await page.keyboard.press('ArrowDown')
    await expect(status(page)).toHaveText(/^Зона закреплена/)
    await page.keyboard.press('KeyL')
    await page.keyboard.press('KeyJ')
    await expect(zones(page)).toHaveCount(1)
    await page.keyboard.press('KeyS')
    await expect(zones(page)).toHaveCount(2)
  })

  await test.step('второй материал — в пустую зону, поменять их местами', async () => {
    await takeFirst()
    await tabTo(zones(page).nth(1))
    await page.keyboard.press('Enter')
    await expect(status(page)).toHaveText('материал поставлен')
    const name = (await zones(page).nth(1).getAttribute('aria-label'))?.replace(/[:.].*/, '') ?? ''
    await page.keyboard.press('Enter')
    await tabTo(zones(page).first())
    await page.keyboard.press('Enter')
    await expect(status(page)).toHaveText('материалы поменялись местами')
    await expect(zones(page).first()).toHaveAccessibleName(new RegExp(`^${name}`))
  })

  await test.step('взятое возвращает Esc, зону убирает Delete, отменяет Ctrl Z', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(status(page)).toHaveText('Материал остался на своём месте.')
    await page.keyboard.press('Delete')
    await expect(zones(page)).toHaveCount(1)
    await page.keyboard.press('Control+KeyZ')
    await expect(zones(page)).toHaveCount(2)
    await clean(page)
  })

  await test.step('строка сокращается на месте только в печати и возвращается', async () => {
    await tabTo(zones(page).first())
    await page.keyboard.press('F2')
    const area = page.getByLabel('Текст абзаца')
    await expect(area).toBeFocused()
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.press('Control+Shift+KeyX')
    await expect(page.getByRole('list', { name: 'Только на сайте' }).getByRole('listitem')).toHaveCount(1)
    await clean(page)
    await page.keyboard.press('Enter')
    await expect(area).toBeHidden()
    await expect(page.getByRole('button', { name: 'Отменить: правка текста' })).toBeEnabled()
    await page.keyboard.press('Control+KeyZ')
    await expect(status(page)).toHaveText('Отменено: правка текста')
  })
})
