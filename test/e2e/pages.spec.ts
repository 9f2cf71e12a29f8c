import type { Locator, Page } from '@playwright/test'
import type { Desk } from './desk.ts'
import { expect, test } from './host.ts'
import { centre, clean, drag, drop, spot, status, tabTo, waiting, zones } from './sheet-desk.ts'

/** The training newsroom, its second page in front. */
const openPage = async (page: Page, desk: Desk): Promise<void> => {
  await desk.command('create', desk.folder, '--demo')
  const host = await desk.start(['serve', desk.folder])
  await page.addInitScript((folder) => window.localStorage.setItem(`newsroom.person:${folder}`, 'layoutArtist'), desk.folder)
  await page.goto(`${host.url}#/page/2`)
  await page.locator('[data-sheet="2"] svg text').first().waitFor()
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

  await test.step('подписанную полосу не меняют, не спросив: подпись назад не вернуть', async () => {
    await page.addInitScript((folder) => window.localStorage.setItem(`newsroom.person:${folder}`, 'editorInChief'), desk.folder)
    await page.goto(`${page.url().replace(/#.*/, '')}#/signoff`)
    await page.reload()
    await page.getByRole('option', { name: /^Полоса 4/ }).click()
    await page.getByRole('button', { name: 'Подписать полосу' }).click()
    const state = page.getByRole('option', { name: /^Полоса 4, подписана/ })
    await expect(state).toBeVisible()
    await page.goto(`${page.url().replace(/#.*/, '')}#/page/4`)
    await expect(page.getByText('подписана', { exact: true })).toBeVisible()
    for (const number of [4, 7]) await page.locator(`[data-thumbnail="${number}"] > *`).first().waitFor()
    const swap = async () => {
      await drag(page, await centre(page.locator('[data-thumbnail="4"]')), await centre(page.locator('[data-thumbnail="7"]')))
      await expect(status(page)).toHaveText('Полосы 4 и 7 поменяются местами.')
      await drop(page)
    }
    await swap()
    const question = page.getByRole('alertdialog', { name: 'Полоса 4 подписана' })
    await question.getByRole('button', { name: 'Отмена' }).click()
    await expect(page.getByText('подписана', { exact: true })).toBeVisible()
    await swap()
    await question.getByRole('button', { name: 'Изменить' }).click()
    await expect(status(page)).toHaveText('полосы поменялись местами')
    await expect(page.getByText('подписана', { exact: true })).toBeHidden()
  })
})

test('пустая полоса собирается одной клавиатурой', async ({ page, desk }) => {
  await openPage(page, desk)
  const focused = (): Locator => page.locator(':focus')
  const takeFirst = async () => {
    await tabTo(page, waiting(page).first())
    await page.keyboard.press('Enter')
    await expect(status(page)).toHaveText(/выберите место/)
  }

  await test.step('полоса освобождается', async () => {
    const count = await zones(page).count()
    for (let left = count; left > 0; left -= 1) {
      await tabTo(page, zones(page))
      await page.keyboard.press('Delete')
      await expect(zones(page)).toHaveCount(left - 1)
    }
  })

  await test.step('взять материал, выбрать свободное место, поставить', async () => {
    await takeFirst()
    await tabTo(page, page.locator('[data-free]'))
    await page.keyboard.press('Enter')
    await expect(zones(page)).toHaveCount(1)
    await expect(zones(page).first()).toHaveAccessibleName(/колонки 1–5|Колонки 1–5/)
  })

  await test.step('зону — меньше, разделить, закрепить, соединить', async () => {
    await tabTo(page, zones(page))
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
    await tabTo(page, zones(page).nth(1))
    await page.keyboard.press('Enter')
    await expect(status(page)).toHaveText('материал поставлен')
    const name = (await zones(page).nth(1).getAttribute('aria-label'))?.replace(/[:.].*/, '') ?? ''
    await page.keyboard.press('Enter')
    await tabTo(page, zones(page).first())
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
    await tabTo(page, zones(page).first())
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
