import type { Page } from '@playwright/test'
import type { Messages } from '../../src/renderer/i18n/ru.ts'
import type { Stage } from './stage.ts'

type Place = 'start' | 'newsroom' | 'readOnly' | 'empty' | 'fresh'

interface Visit {
  readonly page: Page
  readonly text: Messages
  readonly stage: Stage
  /** Goes to an address inside the program: `issue`, `page/3`. */
  readonly go: (address: string) => Promise<void>
}

/** One picture of the program: where it is taken and what a person does to come there. */
export interface Screen {
  readonly name: string
  readonly place: Place
  readonly open: (visit: Visit) => Promise<void>
}

const dialog = (page: Page) => page.getByRole('dialog').last().waitFor()

/** In a narrow window the panel beside the work is opened first. */
const openSide = async (page: Page) => {
  const folded = page.locator('main button[aria-expanded="false"]:not([aria-haspopup])').first()
  if (await folded.isVisible()) await folded.click()
}

const articleWith = (stage: Stage, status: string): string =>
  (stage.articles.find((article) => article.status === status) ?? stage.articles[0])?.id ?? ''

/** Every screen, panel, dialog and state of the interface, in the order of a walk. */
export const screens: readonly Screen[] = [
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
      await dialog(page)
    },
  },
  {
    name: 'key-list',
    place: 'start',
    open: async ({ page, text }) => {
      await page.getByRole('heading', { name: text.start.how }).waitFor()
      await page.keyboard.press('F1')
      await dialog(page)
    },
  },
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
      await dialog(page)
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
      await dialog(page)
    },
  },
  {
    name: 'calendar-special',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('calendar')
      await page.getByRole('button', { name: text.calendar.special }).click()
      await dialog(page)
    },
  },
  {
    name: 'issue-new',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('issue')
      await page.getByRole('button', { name: text.app.issueSwitcher }).click()
      await page.getByRole('menuitem', { name: text.app.newIssue }).click()
      await dialog(page)
    },
  },
  {
    name: 'menu-issues',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('issue')
      // By the keyboard: a click right after the window took another size is sometimes never acknowledged by Chromium.
      await page.getByRole('button', { name: text.app.issueSwitcher }).press('Enter')
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'menu-person',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('issue')
      await page.locator('header button[aria-haspopup]').nth(1).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'menu-program',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('issue')
      await page.getByRole('button', { name: text.app.folderMenu }).click()
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'palette',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('issue')
      await page.locator('header').waitFor()
      await page.keyboard.press('Control+k')
      await dialog(page)
    },
  },
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
      await dialog(page)
    },
  },
  {
    name: 'page',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
    },
  },
  {
    name: 'page-story',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
      await openSide(page)
      await page.locator('aside button[aria-pressed]').first().click()
      await page.keyboard.press('KeyG')
    },
  },
  {
    name: 'page-spread',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('page/2')
      await page.locator('[data-sheet="2"] svg text').first().waitFor()
      await page.getByRole('button', { name: text.page.desk.spread }).click()
      await page.locator('[data-sheet="3"] svg text').first().waitFor()
      await page.locator('[data-sheet="3"] [data-zone]').first().click()
    },
  },
  {
    name: 'page-shapes',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('page/2')
      await page.locator('[data-zone]').first().focus()
      await page.keyboard.press('KeyF')
      await openSide(page)
      await page.getByRole('region', { name: text.page.desk.shapes.title }).getByRole('button').first().waitFor()
    },
  },
  {
    name: 'page-text',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
      await page.locator('[data-zone]').first().focus()
      await page.keyboard.press('F2')
      await page.getByLabel(text.page.passage.text, { exact: true }).waitFor()
    },
  },
  {
    name: 'page-list',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
      await page.keyboard.press('KeyT')
    },
  },
  {
    name: 'page-check',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('page/2')
      await page.locator('[data-sheet] svg text').first().waitFor()
      await page.getByRole('button', { name: text.page.desk.pageMenu, exact: true }).click()
      await page.getByRole('menuitem', { name: text.page.proof.take }).click()
      // Every walk takes one more: its number is not known here.
      await page.getByRole('region', { name: text.ui.messages }).locator('span').first().waitFor()
      await go('page/2/check')
      await page.getByRole('heading', { name: text.page.proof.title(2) }).waitFor()
      await page.locator('[data-sheet="2"] svg text').last().waitFor({ state: 'attached' })
    },
  },
  {
    name: 'advert',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('advert')
      await page.getByRole('button', { name: text.advert.edit, exact: true }).first().click()
      await page.getByLabel(text.advert.advertiser).waitFor()
    },
  },
  {
    name: 'publishing',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('publishing')
      await page.getByRole('heading', { name: text.publishing.title }).waitFor()
    },
  },
  {
    name: 'publishing-out',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`publishing/${stage.articles.find(({ status }) => status === 'approved')?.id ?? ''}`)
      await page.getByText(text.vocabulary.delivery.published).first().waitFor()
    },
  },
  {
    name: 'publishing-unknown',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`publishing/${stage.articles.filter(({ status }) => status === 'approved')[1]?.id ?? ''}`)
      await page.getByText(text.vocabulary.delivery.unknown).first().waitFor()
    },
  },
  ...(['publication', 'staff', 'printers', 'channels', 'folder', 'look'] as const).map(
    (part): Screen => ({
      name: `settings-${part}`,
      place: 'newsroom',
      open: async ({ page, text, go }) => {
        await go(`settings/${part}`)
        await page.getByRole('tab', { name: text.settings.parts[part], selected: true }).waitFor()
      },
    }),
  ),
  ...(['add', 'begin'] as const).map(
    (act): Screen => ({
      name: `staff-${act}`,
      place: 'newsroom',
      open: async ({ page, text, go }) => {
        await go('settings/staff')
        await page.getByRole('button', { name: text.staff[act], exact: true }).click()
        await page.getByRole(act === 'add' ? 'dialog' : 'alertdialog').waitFor()
      },
    }),
  ),
  {
    name: 'staff-roles',
    place: 'newsroom',
    open: async ({ page, go }) => {
      await go('settings/staff')
      await page.locator('td button').first().click()
      await dialog(page)
    },
  },
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
