import { articleWith, dialogOf, openSide, type Screen } from './screen.ts'

/** Articles, their list and their text. */
export const articleScreens: readonly Screen[] = [
  {
    name: 'articles',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('article')
      await page.getByRole('grid', { name: text.article.list.label }).getByRole('rowheader').first().waitFor()
    },
  },
  {
    name: 'article',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`article/${articleWith(stage, 'approved')}`)
      await page.getByLabel(text.article.body).waitFor()
    },
  },
  {
    name: 'article-return',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`article/${articleWith(stage, 'filed')}`)
      await page.getByLabel(text.article.body).waitFor()
      await openSide(page)
      await page
        .getByRole('button', { name: `${text.vocabulary.action('return')}…` })
        .first()
        .click()
      await dialogOf(page)
    },
  },
  {
    name: 'article-comment',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`article/${articleWith(stage, 'filed')}`)
      await page.getByLabel(text.article.body).waitFor()
      await openSide(page)
      await page.getByRole('tab', { name: text.comment.tab }).click()
      await page.getByRole('button', { name: text.comment.begin }).click()
      await page.getByLabel(text.comment.newComment).waitFor()
    },
  },
  {
    name: 'article-versions',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`article/${articleWith(stage, 'filed')}`)
      await page.getByLabel(text.article.body).waitFor()
      await openSide(page)
      await page.getByRole('tab', { name: text.version.tab }).click()
      await page.getByLabel(text.version.name).waitFor()
    },
  },
  {
    name: 'article-pictures',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`article/${articleWith(stage, 'approved')}`)
      const inText = page.getByRole('button', { name: text.media.card }).first()
      await inText.waitFor()
      await inText.scrollIntoViewIfNeeded()
      await page.getByRole('button', { name: text.article.photo.library.open }).click()
      await page.getByRole('grid', { name: text.media.grid }).getByRole('row').first().click()
      await page.getByRole('button', { name: text.article.photo.library.insert, exact: true }).waitFor()
    },
  },
]
