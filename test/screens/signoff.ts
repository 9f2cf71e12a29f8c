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
  {
    name: 'signoff-queue',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('signoff/queue')
      await page.getByRole('heading', { name: text.signoff.queue.findings }).waitFor()
    },
  },
  {
    name: 'signoff-board',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('signoff/board')
      await page.getByRole('heading', { name: text.signoff.board.hands }).waitFor()
      await page.getByText(text.signoff.state.open).first().waitFor()
    },
  },
]
