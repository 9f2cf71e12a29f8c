import { openSide, type Screen } from './screen.ts'

/** Pages and the layout desk. */
export const pageScreens: readonly Screen[] = [
  {
    name: 'page',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
    },
  },
  {
    name: 'page-story',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
      await openSide(page)
      await page.locator('aside button[aria-pressed]').first().click()
      await page.keyboard.press('KeyG')
    },
  },
  {
    name: 'page-spread',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('page/2')
      await page.locator('[data-sheet="2"] svg text').first().waitFor()
      await page.getByRole('button', { name: text.page.desk.spread }).click()
      await page.locator('[data-sheet="3"] svg text').first().waitFor()
      await page.locator('[data-sheet="3"] [data-zone]').first().click()
    },
  },
  {
    name: 'page-shapes',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('page/2')
      await page.locator('[data-zone]').first().focus()
      await page.keyboard.press('KeyF')
      await openSide(page)
      await page.getByRole('region', { name: text.page.desk.shapes.title }).getByRole('button').first().waitFor()
    },
  },
  {
    name: 'page-text',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
      await page.locator('[data-zone]').first().focus()
      await page.keyboard.press('F2')
      await page.getByLabel(text.page.passage.text, { exact: true }).waitFor()
    },
  },
  {
    name: 'page-list',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
      await page.keyboard.press('KeyT')
    },
  },
  {
    name: 'page-check',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
      await page.getByRole('button', { name: text.page.desk.pageMenu, exact: true }).click()
      await page.getByRole('menuitem', { name: text.page.proof.take }).click()
      // Every walk takes one more: its number is not known here.
      await page.getByRole('region', { name: text.ui.messages }).locator('span').first().waitFor()
      await go('page/2/check')
      await page.getByRole('heading', { name: text.page.proof.title(2) }).waitFor()
      await page.locator('[data-sheet="2"] svg text').last().waitFor({ state: 'attached' })
    },
  },
]
