import AxeBuilder from '@axe-core/playwright'
import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { messagesOf } from '../../src/renderer/i18n/language.ts'
import { screens } from '../screens/screens.ts'
import { type Stage, setStage } from '../screens/stage.ts'
import { type Look, openWindow, visit } from '../screens/visit.ts'

const test = base.extend<object, { stage: Stage }>({
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from its parameters.
    async ({}, use) => {
      const stage = await setStage()
      await use(stage)
      await stage.clear()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

// Dozens of screens make a trace of gigabytes; what is wrong is named by the screen and the element.
test.use({ trace: 'off' })

/** Walks through every screen in a window of this look; `see` looks at each. */
const walk = async (
  browser: Browser,
  stage: Stage,
  look: Look,
  see: (page: Page, screen: string) => Promise<void>,
): Promise<void> => {
  const context = await openWindow(browser, look, stage)
  for (const screen of screens) {
    const page = await context.newPage()
    await visit(page, screen, look, stage)
    await see(page, screen.name)
    await page.close()
  }
  await context.close()
}

/** Nothing on this screen stands in the way of people who use assistive technology. Soft: one walk names them all. */
const accessible = async (page: Page, screen: string, rules: readonly string[] | null = null) => {
  const builder = new AxeBuilder({ page })
  const { violations } = await (rules ? builder.withRules([...rules]) : builder).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  expect.soft(found, screen).toEqual([])
}

/** The window itself never scrolls sideways; tables and columns of channels scroll inside their own place. */
const fits = async (page: Page, screen: string) => {
  const wide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    const inside = (element: Element): boolean => {
      for (let parent = element.parentElement; parent; parent = parent.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(parent).overflowX)) return true
      return false
    }
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 1 && !inside(element))
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`)
  })
  expect.soft(wide, screen).toEqual([])
}

/** Buttons, links and fields of the work area that lie outside of what can be seen or scrolled to. */
const reachable = async (page: Page, screen: string) => {
  const lost = await page.evaluate(() => {
    const cutOff = (element: Element): boolean => {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) return false
      for (let parent = element.parentElement; parent; parent = parent.parentElement) {
        const { overflowX } = getComputedStyle(parent)
        const room = parent.getBoundingClientRect()
        if (/auto|scroll/.test(overflowX)) return false
        if (/hidden|clip/.test(overflowX) && (box.left >= room.right - 4 || box.right <= room.left + 4)) return true
      }
      return box.left >= document.documentElement.clientWidth
    }
    return [...document.querySelectorAll('button, a[href], input:not([type=file]), select:not([tabindex="-1"]), textarea')]
      .filter(
        (element) => element instanceof HTMLElement && element.checkVisibility() && !element.closest('[data-live-announcer]'),
      )
      .filter((element) => !/rect\(/.test(getComputedStyle(element.parentElement ?? element).clip) && cutOff(element))
      .map((element) => element.outerHTML.slice(0, 160))
  })
  expect.soft(lost, screen).toEqual([])
}

const desktop = { width: 1280, height: 800 } as const
const small = { width: 1024, height: 700 } as const
/** 200 % of 1280×800 leaves half as many pixels. */
const zoomed = { width: 640, height: 400 } as const

const setTheme = (page: Page, theme: 'light' | 'dark') =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)

test('каждый экран доступен в обеих темах и помещается в окно', async ({ browser, stage }) => {
  test.setTimeout(600_000)
  await walk(browser, stage, { language: 'ru', theme: 'light', ...desktop }, async (page, screen) => {
    await accessible(page, `${screen}, светлая тема`)
    await setTheme(page, 'dark')
    await accessible(page, `${screen}, тёмная тема`, ['color-contrast'])
    await setTheme(page, 'light')
    for (const size of [small, zoomed]) {
      await page.setViewportSize(size)
      await fits(page, `${screen}, ${size.width}`)
      await reachable(page, `${screen}, ${size.width}`)
    }
    await page.setViewportSize(desktop)
  })
})

test('каждый экран доступен и помещается в окно по-английски', async ({ browser, stage }) => {
  test.setTimeout(600_000)
  await walk(browser, stage, { language: 'en', theme: 'dark', ...desktop }, async (page, screen) => {
    await accessible(page, screen)
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
