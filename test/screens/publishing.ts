import type { Screen } from './screen.ts'

/** Channels and deliveries. */
export const publishingScreens: readonly Screen[] = [
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
    name: 'publishing-schedule',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('publishing/schedule')
      await page.getByRole('heading', { name: text.schedule.title }).waitFor()
      await page.getByRole('grid').first().waitFor()
    },
  },
  {
    name: 'mailing',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('mailing')
      await page.getByRole('heading', { name: text.mailing.letter.title }).waitFor()
    },
  },
  {
    name: 'publishing-teasers',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('publishing/teasers')
      await page.getByRole('heading', { name: text.teaser.title }).waitFor()
      await page.getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'publishing-correction',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`publishing/${stage.articles.find(({ status }) => status === 'approved')?.id ?? ''}`)
      await page.getByRole('button', { name: text.correction.open }).click()
      await page.getByRole('dialog').getByText(text.correction.explain.correction).waitFor()
    },
  },
  {
    name: 'publishing-hand',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`publishing/${stage.articles.find(({ status }) => status === 'approved')?.id ?? ''}`)
      await page.getByRole('button', { name: text.publishing.hand.action }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: text.publishing.hand.copy }).first().waitFor()
    },
  },
  {
    name: 'publishing-log',
    place: 'newsroom',
    open: async ({ page, text, stage, go }) => {
      await go(`publishing/${stage.articles.find(({ status }) => status === 'approved')?.id ?? ''}`)
      await page.getByRole('button', { name: text.report.openLog }).click()
      await page.getByRole('dialog').getByText(text.report.log.text).first().waitFor()
    },
  },
  {
    name: 'publishing-report',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('publishing/report')
      await page.getByRole('heading', { name: text.report.title }).waitFor()
      await page.getByRole('button', { name: text.report.fetchCounts }).click()
      await page.getByRole('status').first().waitFor()
    },
  },
  {
    name: 'publishing-online',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('publishing/online')
      await page.getByRole('button', { name: new RegExp(text.online.save('').trim()) }).click()
      await page.getByRole('status').first().waitFor()
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
]
