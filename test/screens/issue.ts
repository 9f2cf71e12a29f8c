import { dialogOf, type Screen } from './screen.ts'

/** The issue and its export. */
export const issueScreens: readonly Screen[] = [
  {
    name: 'issue',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('issue')
      await page.getByRole('heading', { name: text.issue.title }).waitFor()
      // What does not fit stands third, and comes with the measuring of the pages.
      await page.locator('main dl > div').nth(2).waitFor()
    },
  },
  {
    name: 'issue-story',
    place: 'newsroom',
    open: async ({ page, stage, go }) => {
      await go('issue')
      await page
        .getByRole('row', { name: stage.articles[1]?.headline ?? '' })
        .first()
        .click()
    },
  },
  {
    name: 'issue-export',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('issue')
      await page.getByRole('button', { name: text.issue.export }).click()
      await dialogOf(page)
    },
  },
  {
    name: 'issue-exported',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('issue')
      await page.getByRole('button', { name: text.issue.export }).click()
      await page.getByRole('radio', { name: text.issue.exportTargets.web }).click({ force: true })
      await page.getByRole('checkbox', { name: text.issue.exportDraft }).click({ force: true })
      await page.getByRole('button', { name: text.issue.exportAction, exact: true }).click()
      await page.getByRole('link', { name: text.issue.exportOpen }).waitFor()
    },
  },
  {
    name: 'issue-new',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('issue')
      await page.getByRole('button', { name: text.app.issueSwitcher }).click()
      await page.getByRole('menuitem', { name: text.app.newIssue }).click()
      await dialogOf(page)
    },
  },
]
