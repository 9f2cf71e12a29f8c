import { dialogOf, type Screen } from './screen.ts'

/** What lies over any section: menus and the palette. */
export const windowScreens: readonly Screen[] = [
  {
    name: 'menu-issues',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('issue')
      // By the keyboard: a click right after the window took another size is sometimes never acknowledged by Chromium.
      await page.getByRole('button', { name: text.app.issueSwitcher }).press('Enter')
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'menu-person',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('issue')
      await page.locator('header button[aria-haspopup]').nth(1).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'menu-program',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('issue')
      await page.getByRole('button', { name: text.app.folderMenu }).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'palette',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('issue')
      await page.locator('header').waitFor()
      await page.keyboard.press('Control+k')
      await dialogOf(page)
    },
  },
]
