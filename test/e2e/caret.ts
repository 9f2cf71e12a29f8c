import type { Page } from '@playwright/test'

/** Moves the caret by a key that the browser itself acts on: the editor hears of it a moment after the key, a person later still. */
export const moveCaret = async (page: Page, key: string): Promise<void> => {
  await page.keyboard.press(key)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}
