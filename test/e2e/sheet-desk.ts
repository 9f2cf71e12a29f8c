import type { Locator, Page } from '@playwright/test'
import { accessible } from '../screens/accessible.ts'

/** The stories without a place, beside the pages. */
export const waiting = (page: Page): Locator => page.getByRole('button', { name: /^Взять материал: / })
export const zones = (page: Page, at = 2): Locator => page.locator(`[data-sheet="${at}"] [data-zone]`)
export const status = (page: Page): Locator => page.getByRole('status', { name: 'Что сделано' })

type Point = readonly [number, number]

/** Where a share of a page's width and height lies, in pixels of the window. */
export const spot = async (page: Page, across: number, down: number, at = 2): Promise<Point> => {
  const box = await page.locator(`[data-sheet="${at}"]`).boundingBox()
  if (box === null) throw new Error('no sheet')
  return [box.x + box.width * across, box.y + box.height * down]
}

export const centre = async (target: Locator): Promise<Point> => {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error('not to be seen')
  return [box.x + box.width / 2, box.y + box.height / 2]
}

export const drag = async (page: Page, from: Point, to: Point): Promise<void> => {
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 })
  await page.mouse.move(...to, { steps: 4 })
}
export const drop = (page: Page): Promise<void> => page.mouse.up()

/** Presses Tab until something that matches has focus. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluateAll((all) => all.some((one) => one === document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

/** The same by way of the regions of the window: F6 goes from one to the next. */
export const reach = async (page: Page, target: Locator): Promise<void> => {
  const isInRegion = (): Promise<boolean> =>
    target.evaluateAll((all) => {
      const regions = 'nav, header, main, aside, [data-region]'
      const own = document.activeElement?.closest(regions) ?? null
      return own !== null && all.some((one) => one.closest(regions) === own)
    })
  for (let presses = 0; presses < 12 && !(await isInRegion()); presses += 1) await page.keyboard.press('F6')
  await tabTo(page, target)
}

export const clean = async (page: Page): Promise<void> => {
  await accessible(page, 'Полоса')
}
