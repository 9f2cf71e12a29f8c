import type { Screen } from './screen.ts'

/** Pictures with the card of one of them, and what is said where none fits. */
export const mediaScreens: readonly Screen[] = [
  {
    name: 'media',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('media')
      await page.getByRole('grid', { name: text.media.grid }).getByRole('row').first().click()
      await page.getByRole('complementary', { name: text.media.card }).getByText(text.media.places).waitFor()
      await page.getByRole('button', { name: text.media.addPerson }).waitFor()
    },
  },
  {
    name: 'media-nothing',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('media')
      await page.getByLabel(text.media.find).fill('щщщ')
      await page.getByText(text.media.nothing).waitFor()
    },
  },
]
