import { type Browser, test as base, expect, type Page } from '@playwright/test'
import { screens } from './screens.ts'
import { type Stage, setStage } from './stage.ts'
import { type Look, openWindow, visit } from './visit.ts'

/** A test with newsrooms in every condition the screens can show; they are set once for all tests of a file. */
export const test = base.extend<object, { stage: Stage }>({
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

/** Walks through every screen in a window of this look; `see` looks at each. */
export const walk = async (
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

/** The window itself never scrolls sideways; tables and columns of channels scroll inside their own place. */
export const fits = async (page: Page, screen: string) => {
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
export const reachable = async (page: Page, screen: string) => {
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

export const desktop = { width: 1280, height: 800 } as const
export const small = { width: 1024, height: 700 } as const
