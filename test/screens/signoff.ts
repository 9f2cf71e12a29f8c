import type { Screen } from './screen.ts'

/** Signatures under pages and issues. */
export const signoffScreens: readonly Screen[] = [
  {
    name: 'signoff',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('signoff/1')
      await page.getByRole('heading', { name: text.signoff.articles }).waitFor()
    },
  },
]
