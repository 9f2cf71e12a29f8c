import { dialogOf, type Screen } from './screen.ts'

/** Opening a newsroom, and the keys. */
export const startScreens: readonly Screen[] = [
  {
    name: 'start',
    place: 'start',
    open: async ({ page, text }) => page.getByRole('heading', { name: text.start.how }).waitFor(),
  },
  {
    name: 'start-folder',
    place: 'start',
    open: async ({ page, text }) => {
      await page.getByRole('button', { name: text.start.open.title }).click()
      await dialogOf(page)
    },
  },
  {
    name: 'key-list',
    place: 'start',
    open: async ({ page, text }) => {
      await page.getByRole('heading', { name: text.start.how }).waitFor()
      await page.keyboard.press('F1')
      await dialogOf(page)
    },
  },
]
