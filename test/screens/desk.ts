import { dialogOf, type Screen } from './screen.ts'

/** «Мой стол»: whose it is, an article beside it, and the form of a topic. */
export const deskScreens: readonly Screen[] = [
  ...(['mine', 'everybody'] as const).map(
    (whose): Screen => ({
      name: `desk-${whose}`,
      place: 'newsroom',
      open: async ({ page, text, go }) => {
        await go('desk')
        await page.getByRole('button', { name: text.myDesk[whose], exact: true }).click()
        await page.getByRole('grid').first().waitFor()
      },
    }),
  ),
  {
    name: 'desk-preview',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('desk')
      await page.getByRole('button', { name: text.myDesk.everybody, exact: true }).click()
      await page.getByRole('grid').first().getByRole('row').first().click()
      await page.getByRole('complementary', { name: text.myDesk.preview }).getByRole('heading').first().waitFor()
    },
  },
  {
    name: 'desk-topic',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('desk')
      await page.getByRole('button', { name: text.myDesk.newTopic, exact: true }).click()
      await dialogOf(page)
    },
  },
]
