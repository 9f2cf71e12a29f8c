import { expect } from '@playwright/test'
import { accessible } from '../screens/accessible.ts'
import { screens } from '../screens/screens.ts'
import { type Look, openWindow, visit } from '../screens/visit.ts'
import { desktop, fits, reachable, small, test, walk } from '../screens/walk.ts'

// Dozens of screens make a trace of gigabytes; what is wrong is named by the screen and the element.
test.use({ trace: 'off' })

test('каждый экран доступен и помещается в окно по-английски', async ({ browser, stage }) => {
  test.setTimeout(600_000)
  await walk(browser, stage, { language: 'en', theme: 'dark', ...desktop }, async (page, screen) => {
    // Colours and the rest were looked at in Russian; another language changes names only.
    await accessible(page, screen, 'names')
    await page.setViewportSize(small)
    await fits(page, screen)
    await reachable(page, screen)
    await page.setViewportSize(desktop)
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
