import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from '@playwright/test'
import type { Desk } from './desk.ts'
import { expect, test } from './host.ts'
import { centre, clean, drag, drop, reach, spot, status, zones } from './sheet-desk.ts'

const picture = (name: string): string => join(import.meta.dirname, '../../resources/demo/adverts', name)

// A whole issue by hand: on a machine that has other work it takes longer than a test usually may.
test.slow()

/** The training newsroom with every page of its issue empty and every story of it approved; the chief at the window. */
const openEmpty = async (page: Page, desk: Desk): Promise<void> => {
  await desk.command('create', desk.folder, '--demo')
  const script = join(import.meta.dirname, 'empty-issue-child.ts')
  await promisify(execFile)(process.execPath, [script, desk.folder, join(desk.root, 'other-home')])
  const host = await desk.start(['serve', desk.folder])
  await page.addInitScript((folder) => window.localStorage.setItem(`newsroom.person:${folder}`, 'editorInChief'), desk.folder)
  await page.goto(`${host.url}#/issue`)
  await expect(page.getByText('из 8 полос занято')).toBeVisible()
  await expect(stories(page)).toHaveCount(24 + notWritten)
}

/** Topics and stories that are only begun wait in the list, too; nobody lays them out. */
const notWritten = 3

const stories = (page: Page): Locator => page.getByRole('grid', { name: 'Не размещены' }).getByRole('row')
const waitingStory = (page: Page, headline: string): Locator =>
  page.getByRole('button', { name: `Взять материал: ${headline}`, exact: true })
const errors = (page: Page, count: number): Locator => page.getByRole('button', { name: `Ошибки ${count}`, exact: true })
const advertLine = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ hasText: name })

/** What stands on a page, each line of text with its place; of its pictures only where they stand. */
const standing = (page: Page, at: number): Promise<readonly string[]> =>
  page
    .locator(`[data-sheet="${at}"] svg :is(text, image)`)
    .evaluateAll((items) =>
      items.map((item) => [item.textContent, ...['x', 'y', 'transform'].map((name) => item.getAttribute(name))].join(' ')),
    )
const pictures = (page: Page, at: number): Promise<readonly (string | null)[]> =>
  page.locator(`[data-sheet="${at}"] svg image`).evaluateAll((images) => images.map((image) => image.getAttribute('href')))

const places = [
  ['Вступить в Профсоюз!', /^с\. 4: 2/],
  ['Тетради и журналы для школ', /^с\. 4: 5/],
  ['Окна для школ', /^с\. 6: 2/],
] as const
const awaited = 'Окна для школ'

test('номер верстается мышью: от пустых полос до готового к подписи', async ({ page, desk }) => {
  await openEmpty(page, desk)

  await test.step('главные материалы первой полосы — в плане номера', async () => {
    for (const [index, headline] of ['Сначала посчитать, потом спросить', 'Подписали с третьего раза'].entries()) {
      await stories(page)
        .filter({ hasText: headline })
        .dragTo(page.getByRole('grid', { name: /^Полоса 1:/ }))
      await expect(stories(page)).toHaveCount(23 + notWritten - index)
    }
  })

  await test.step('полоса с рекламой — по шаблону, материалы — в её зоны', async () => {
    await page.getByRole('link', { name: 'Открыть полосу 4' }).click()
    await page.getByRole('button', { name: 'Шаблон' }).click()
    await page.getByRole('menuitem', { name: /^Внутренняя с рекламой/ }).click()
    await expect(zones(page, 4)).toHaveCount(4)
    for (const [headline, at] of [
      ['Суббота, которой не было в табеле', 0],
      ['Две недели у сосен', 1],
    ] as const) {
      await drag(page, await centre(waitingStory(page, headline)), await centre(zones(page, 4).nth(at)))
      await drop(page)
      await expect(status(page)).toHaveText('материал поставлен')
      await expect(waitingStory(page, headline)).toHaveCount(0)
    }
  })

  await test.step('полоса от руки: материал, зоны, реклама', async () => {
    await page.locator('[data-thumbnail="6"]').click()
    await drag(page, await centre(waitingStory(page, '«Мне сказали: зайди и просто посиди»')), await spot(page, 0.2, 0.15, 6))
    await drop(page)
    await expect(zones(page, 6)).toHaveCount(1)
    await drag(page, await centre(page.locator('[data-edges="bottom right"]')), await spot(page, 0.94, 0.52, 6))
    await drop(page)
    await drag(page, await spot(page, 0.1, 0.62, 6), await spot(page, 0.94, 0.93, 6))
    await drop(page)
    await page.getByRole('button', { name: 'Разделить по ширине' }).click()
    await expect(zones(page, 6)).toHaveCount(3)
    await zones(page, 6).nth(2).click()
    await page.getByLabel('Что здесь').click()
    await page.getByRole('option', { name: 'Реклама' }).click()
    await drag(page, await centre(waitingStory(page, 'Ставка')), await centre(zones(page, 6).nth(1)))
    await drop(page)
    await expect(zones(page, 6).nth(1)).toHaveAccessibleName(/^Ставка: /)
    await expect(zones(page, 6).nth(2)).toHaveAccessibleName(/^Реклама/)
  })

  await test.step('реклама — на свои места, остальное раскладывает программа', async () => {
    await page.getByRole('link', { name: 'Реклама' }).click()
    for (const [name, place] of places) {
      const line = advertLine(page, name)
      await line.getByRole('button', { name: 'Изменить' }).click()
      await line.getByLabel('Место на полосе').click()
      await page.getByRole('option', { name: place }).click()
      await expect(line.getByText(/ · с\.\s[46]$/)).toBeVisible()
      await line.getByRole('button', { name: 'Свернуть' }).click()
    }
    await page.getByRole('link', { name: 'Номер' }).click()
    await page.getByRole('button', { name: 'Разложить сами' }).click()
    await expect(stories(page)).toHaveCount(notWritten)
  })

  await test.step('проверка ведёт к последней ошибке: ждут файл рекламы', async () => {
    await page.getByRole('link', { name: 'Открыть полосу 1' }).click()
    await page.getByRole('button', { name: /^Весь номер/ }).click()
    await errors(page, 1).click()
    await page.getByRole('button', { name: `Показать: Нет файла рекламы «${awaited}».` }).click()
    await expect(page).toHaveURL(/#\/page\/6$/)
  })

  await test.step('файл приходит, меняется в последнюю минуту и ничего не сдвигает; ошибок нет', async () => {
    await page.locator('[data-sheet="6"] svg text').first().waitFor()
    const setFile = async (name: string) => {
      await page.getByRole('link', { name: 'Реклама' }).click()
      const line = advertLine(page, awaited)
      const chooser = page.waitForEvent('filechooser')
      await line.getByRole('button', { name: `Файл рекламы «${awaited}»` }).click()
      await (await chooser).setFiles(picture(name))
      await line.getByRole('button', { name: 'Утвердить' }).click()
      await expect(line.getByText(/^утверждена/)).toBeVisible()
      await page.getByRole('link', { name: 'Полосы' }).click()
      await page.locator('[data-thumbnail="6"]').click()
      await expect(errors(page, 0)).toBeVisible()
    }
    await setFile('join.jpg')
    const [before, shown] = [await standing(page, 6), await pictures(page, 6)]
    await setFile('paper.jpg')
    await expect.poll(() => pictures(page, 6)).not.toEqual(shown)
    expect(await standing(page, 6)).toEqual(before)
    expect(before.length).toBeGreaterThan(80)
    await page.getByRole('button', { name: /^Весь номер/ }).click()
    await expect(errors(page, 0)).toBeVisible()
    await clean(page)
  })
})

test('номер верстается одной клавиатурой: от пустых полос до готового к подписи', async ({ page, desk }) => {
  await openEmpty(page, desk)
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  /** Presses a key until what is sought has focus; lists and toolbars are one stop of Tab. */
  const keyTo = async (key: string, target: Locator): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await target.evaluateAll((all) => all.some((one) => one === document.activeElement))) return
      await press(key)
    }
    throw new Error(`${key} does not lead there`)
  }
  const enter = async (target: Locator): Promise<void> => {
    await reach(page, target)
    await press('Enter')
  }
  const choose = async (button: string, item: string | RegExp): Promise<void> => {
    const tools = page.getByRole('toolbar', { name: 'Вид полосы' }).getByRole('button')
    await reach(page, tools)
    await keyTo('ArrowLeft', tools.first())
    await keyTo('ArrowRight', page.getByRole('button', { name: button, exact: true }))
    await press('Enter')
    await keyTo('ArrowDown', page.getByRole('menuitem', { name: item }))
    await press('Enter')
  }
  const put = async (headline: string, target: Locator): Promise<void> => {
    await enter(waitingStory(page, headline))
    await enter(target)
    await expect(waitingStory(page, headline)).toHaveCount(0)
  }

  await test.step('главный материал первой полосы — в плане номера', async () => {
    await reach(page, stories(page))
    await press('ArrowRight')
    await press('Enter')
    await keyTo('Tab', page.getByRole('button', { name: /^Перетащить на Полоса 1:/ }))
    await press('Enter')
    await expect(stories(page)).toHaveCount(23 + notWritten)
  })

  await test.step('полоса с рекламой — по шаблону, материалы — в её зоны', async () => {
    await press('Control+Digit4')
    await page.locator('[data-sheet="1"]').waitFor()
    for (let pages = 0; pages < 3; pages += 1) await press('PageDown')
    await page.locator('[data-sheet="4"]').waitFor()
    await choose('Шаблон', /^Внутренняя с рекламой/)
    await expect(zones(page, 4)).toHaveCount(4)
    await put('Сколько стоит одна ставка', zones(page, 4).nth(0))
    await put('Подписали с третьего раза', zones(page, 4).nth(1))
  })

  await test.step('полоса от руки: материал, зона для рекламы, другой материал', async () => {
    await press('PageDown')
    await press('PageDown')
    await page.locator('[data-sheet="6"]').waitFor()
    const free = page.locator('[data-sheet="6"] [data-free]')
    await put('Четыре минуты между уроками', free)
    await expect(zones(page, 6)).toBeFocused()
    for (let modules = 0; modules < 11; modules += 1) await press('Shift+ArrowUp')
    await expect(zones(page, 6)).toHaveAccessibleName(/Колонки 1–5, строки 1–43$/)
    await choose('Полоса', 'Реклама')
    await expect(zones(page, 6)).toHaveCount(2)
    await reach(page, zones(page, 6).nth(1))
    for (let columns = 0; columns < 3; columns += 1) await press('Shift+ArrowLeft')
    await expect(zones(page, 6).nth(1)).toHaveAccessibleName(/Колонки 1–2, строки 46–99$/)
    await put('Кубометр под расписку', free)
    await expect(zones(page, 6).nth(2)).toHaveAccessibleName(/^Кубометр под расписку: /)
  })

  await test.step('сдвинутое шаг за шагом отменяется за раз', async () => {
    await reach(page, zones(page, 6).nth(1))
    for (let modules = 0; modules < 3; modules += 1) await press('Shift+ArrowUp')
    await expect(zones(page, 6).nth(1)).toHaveAccessibleName(/строки 46–83$/)
    await press('Control+KeyZ')
    await expect(zones(page, 6).nth(1)).toHaveAccessibleName(/строки 46–99$/)
  })

  await test.step('реклама — на свои места, остальное раскладывает программа', async () => {
    await press('Control+Digit6')
    for (const [name, place] of places) {
      const line = advertLine(page, name)
      await expect(line).toHaveCount(1)
      await enter(line.getByRole('button', { name: 'Изменить' }))
      await enter(line.getByLabel('Место на полосе'))
      await keyTo('ArrowDown', page.getByRole('option', { name: place }))
      await press('Enter')
      await expect(line.getByText(/ · с\.\s[46]$/)).toBeVisible()
      await enter(line.getByRole('button', { name: 'Свернуть' }))
    }
    await press('Control+Digit2')
    await enter(page.getByRole('button', { name: 'Разложить сами' }))
    await expect(stories(page)).toHaveCount(notWritten)
  })

  await test.step('проверка ведёт к последней ошибке: ждут файл рекламы', async () => {
    await press('Control+Digit4')
    await page.locator('[data-sheet="1"]').waitFor()
    await enter(page.getByRole('button', { name: /^Весь номер/ }))
    await enter(errors(page, 1))
    await press('F8')
    await expect(page).toHaveURL(/#\/page\/6$/)
  })

  await test.step('файл приходит, меняется в последнюю минуту и ничего не сдвигает; ошибок нет', async () => {
    await page.locator('[data-sheet="6"] svg text').first().waitFor()
    const setFile = async (name: string) => {
      await press('Control+Digit6')
      const line = advertLine(page, awaited)
      await expect(line).toHaveCount(1)
      const chooser = page.waitForEvent('filechooser')
      await enter(line.getByRole('button', { name: `Файл рекламы «${awaited}»` }))
      await (await chooser).setFiles(picture(name))
      await line.getByRole('button', { name: 'Утвердить' }).waitFor()
      await press('Shift+Tab')
      await keyTo('Tab', line.getByRole('button', { name: 'Утвердить' }))
      await press('Enter')
      await expect(line.getByText(/^утверждена/)).toBeVisible()
      await press('Control+Digit4')
      await page.locator('[data-sheet="1"]').waitFor()
      for (let pages = 0; pages < 5; pages += 1) await press('PageDown')
      await expect(page).toHaveURL(/#\/page\/6$/)
      await expect(errors(page, 0)).toBeVisible()
    }
    await setFile('join.jpg')
    const [before, shown] = [await standing(page, 6), await pictures(page, 6)]
    await setFile('paper.jpg')
    await expect.poll(() => pictures(page, 6)).not.toEqual(shown)
    expect(await standing(page, 6)).toEqual(before)
    expect(before.length).toBeGreaterThan(80)
  })
})
