import type { Screen } from './screen.ts'

/** Adverts. */
export const advertScreens: readonly Screen[] = [
  {
    name: 'advert',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('advert')
      await page.getByRole('button', { name: text.advert.edit, exact: true }).first().click()
      await page.getByLabel(text.advert.advertiser).waitFor()
    },
  },
]
