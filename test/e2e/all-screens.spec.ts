import { expect } from '@playwright/test'
import { messagesOf } from '../../src/renderer/i18n/language.ts'
import { accessible, faults, setTheme } from '../screens/accessible.ts'
import { screens } from '../screens/screens.ts'
import { type Look, openWindow, speak, visit } from '../screens/visit.ts'
import { desktop, fits, reachable, small, test, walk } from '../screens/walk.ts'

// Dozens of screens make a trace of gigabytes; what is wrong is named by the screen and the element.
test.use({ trace: 'off' })

/** 200 % of 1280×800 leaves half as many pixels. */
const zoomed = { width: 640, height: 400 } as const

test('проверка доступности видит неназванную кнопку и бледный текст', async ({ page }) => {
  await page.setContent('<main lang="ru"><button></button><p style="color:#ccc;background:#fff">Бледно</p></main>')
  expect((await faults(page, 'all')).join()).toMatch(/button-name.*color-contrast/)
  expect((await faults(page, 'colours')).join()).toMatch(/^color-contrast/)
  expect((await faults(page, 'names')).join()).toMatch(/^button-name/)
})

test('каждый экран доступен в обеих темах и на обоих языках и помещается в окно', async ({ browser, stage }) => {
  test.setTimeout(600_000)
  await walk(browser, stage, { language: 'ru', theme: 'light', ...desktop }, async (page, screen) => {
    await accessible(page, `${screen}, светлая тема`)
    await setTheme(page, 'dark')
    await accessible(page, `${screen}, тёмная тема`, 'colours')
    await setTheme(page, 'light')
    for (const size of [small, zoomed]) {
      await page.setViewportSize(size)
      await fits(page, `${screen}, ${size.width}`)
      await reachable(page, `${screen}, ${size.width}`)
    }
    // Colours and the rest are the same in another language: names are not, and lengths.
    await page.setViewportSize(small)
    await speak(page, 'en')
    await accessible(page, `${screen}, по-английски`, 'names')
    await fits(page, `${screen}, ${small.width}, по-английски`)
    await reachable(page, `${screen}, ${small.width}, по-английски`)
  })
})

test('в английском интерфейсе не остаётся русских слов, кроме текстов редакции', async ({ browser, stage }) => {
  test.setTimeout(300_000)
  const look: Look = { language: 'en', theme: 'light', ...desktop }
  const context = await openWindow(browser, look, stage)
  const page = await context.newPage()
  for (const screen of screens.filter(({ place }) => place === 'empty')) {
    await visit(page, screen, look, stage)
    const words = await page.evaluate(() =>
      [...document.querySelectorAll('button, h1, h2, h3, p, th, label, [aria-label]')].flatMap((element) => [
        element.getAttribute('aria-label') ?? '',
        element.children.length === 0 ? (element.textContent ?? '') : '',
      ]),
    )
    expect
      .soft(
        words.filter((word) => /[а-яё]{3,}/i.test(word)),
        screen.name,
      )
      .toEqual([])
  }
  await context.close()
})

test('главное делается с клавиатуры на 1280×800', async ({ browser, stage }) => {
  const look: Look = { language: 'ru', theme: 'light', ...desktop }
  const context = await openWindow(browser, look, stage)
  const page = await context.newPage()
  const text = messagesOf.ru
  await page.goto(`${stage.newsroom}#/issue`)
  await page.getByRole('heading', { name: text.issue.title }).waitFor()

  /** Presses Tab until the element has focus. */
  const tabTo = async (name: string, role: 'button' | 'link' | 'tab' | 'textbox') => {
    const target = page.getByRole(role, { name }).first()
    await expect(target).toBeInViewport()
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not reach «${name}»`)
  }

  await test.step('номер: принять файлы и выпустить PDF', async () => {
    await tabTo(text.issue.import, 'button')
    await tabTo(text.issue.export, 'button')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: text.issue.exportTitle })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('план: материал — в другой номер и обратно', async () => {
    const waiting = page.getByRole('grid', { name: text.issue.unplaced, exact: true }).getByRole('row')
    const count = await waiting.count()
    const shelf = page.getByRole('grid', { name: text.issue.shelf.title }).getByRole('row').first()
    await expect(shelf).toContainText(text.issue.shelf.stories(0))
    await waiting.first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const target = page.getByRole('button', { name: /^Перетащить на № / }).first()
    await expect(target).toBeAttached()
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await expect(shelf).toContainText(text.issue.shelf.stories(1))
    await expect(waiting).toHaveCount(count - 1)
    await page.getByRole('button', { name: text.issue.undo }).press('Enter')
    await expect(waiting).toHaveCount(count)
  })

  await test.step('разделы по Ctrl с цифрой', async () => {
    await page.keyboard.press('Control+3')
    await expect(page.getByRole('heading', { name: text.article.title })).toBeVisible()
    await tabTo(text.article.create, 'button')
  })

  await test.step('материал: шаг работы', async () => {
    const filed = stage.articles.find(({ status }) => status === 'filed')
    await page.goto(`${new URL(page.url()).origin}/#/article/${filed?.id ?? ''}`)
    await expect(page.getByLabel(text.article.body)).toBeVisible()
    await tabTo(text.vocabulary.action('approve'), 'button')
  })

  await test.step('публикация: опубликовать', async () => {
    await page.keyboard.press('Control+5')
    await expect(page.getByRole('heading', { name: text.publishing.title })).toBeVisible()
    await tabTo(text.publishing.openText, 'link')
  })

  await test.step('панель справа складывается и возвращается', async () => {
    await page.keyboard.press('Control+4')
    const panel = page.getByRole('complementary', { name: text.page.panel.label })
    await expect(panel).toBeVisible()
    await page.keyboard.press('Control+BracketRight')
    await expect(panel).toBeHidden()
    await page.keyboard.press('Control+BracketRight')
    await expect(panel).toBeVisible()
  })
  await context.close()
})
