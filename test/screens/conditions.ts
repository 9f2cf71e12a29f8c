import type { Screen } from './screen.ts'

/** Sections in special conditions: read only, empty, at an import, without a connection. */
export const conditionScreens: readonly Screen[] = [
  {
    name: 'read-only',
    place: 'readOnly',
    open: async ({ page, text, go }) => {
      await go('issue')
      await page.getByRole('heading', { name: text.issue.title }).waitFor()
    },
  },
  {
    name: 'empty',
    place: 'empty',
    open: async ({ page, text, go }) => {
      await go('issue')
      await page.getByText(text.issue.empty).waitFor()
    },
  },
  {
    name: 'empty-desk',
    place: 'empty',
    open: async ({ page, text, go }) => {
      await go('desk')
      await page.getByRole('heading', { name: text.myDesk.title }).waitFor()
    },
  },
  {
    name: 'empty-articles',
    place: 'empty',
    open: async ({ page, text, go }) => {
      await go('article')
      await page.getByText(text.article.list.empty).waitFor()
    },
  },
  {
    name: 'empty-advert',
    place: 'empty',
    open: async ({ page, text, go }) => {
      await go('advert')
      await page.getByText(text.advert.noIssue).waitFor()
    },
  },
  {
    name: 'empty-publishing',
    place: 'empty',
    open: async ({ page, text, go }) => {
      await go('publishing')
      await page.getByText(text.publishing.noArticles).waitFor()
    },
  },
  {
    name: 'import-report',
    place: 'fresh',
    open: async ({ page, text, stage, go }) => {
      await go('issue')
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: text.issue.import }).click()
      await (await chooser).setFiles([...stage.texts])
      await page.getByRole('dialog', { name: text.issue.importTitle }).waitFor()
    },
  },
  {
    name: 'lost-connection',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('article')
      await page.getByRole('heading', { name: text.article.title }).waitFor()
      await page.evaluate(() => window.dispatchEvent(new Event('test-lose-connection')))
      await page.getByText(text.app.lost).waitFor()
    },
  },
]
