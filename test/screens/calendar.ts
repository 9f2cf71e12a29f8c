import { planningParts } from '../../src/renderer/app/router.ts'
import { dialogOf, type Screen } from './screen.ts'

/** The calendar of issues. */
export const calendarScreens: readonly Screen[] = [
  ...(['month', 'week', 'list'] as const).map(
    (view): Screen => ({
      name: `calendar-${view}`,
      place: 'newsroom',
      open: async ({ page, text, go }) => {
        await go('calendar')
        await page.getByRole('radio', { name: text.calendar.views[view] }).click({ force: true })
        await page.getByText('47 (1295)').nth(1).waitFor()
      },
    }),
  ),
  {
    name: 'calendar-series',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('calendar')
      await page.getByRole('button', { name: text.calendar.series.title }).click()
      await page.getByRole('menuitem').first().click()
      await dialogOf(page)
    },
  },
  {
    name: 'calendar-special',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('calendar')
      await page.getByRole('button', { name: text.calendar.special }).click()
      await dialogOf(page)
    },
  },
  ...planningParts.map(
    (part): Screen => ({
      name: `planning-${part}`,
      place: 'newsroom',
      open: async ({ page, text, go }) => {
        const titles = {
          archive: text.search.title,
          rubrics: text.rubric.title,
          geography: text.region.title,
          ideas: text.idea.title,
          authors: text.author.title,
        }
        await go(`calendar/${part}`)
        await page.getByRole('heading', { name: titles[part], level: 1 }).waitFor()
      },
    }),
  ),
  {
    name: 'archive-issues',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('calendar/archive')
      await page.getByRole('button', { name: text.search.issues, exact: true }).click()
      await page
        .getByRole('img', { name: text.search.cover('47 (1295)') })
        .locator('svg')
        .first()
        .waitFor()
    },
  },
]
