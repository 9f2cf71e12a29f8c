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

/** Waits for the dialog in front. */
export const dialogOf = (page: Page): Promise<void> => page.getByRole('dialog').last().waitFor()

/** In a narrow window the panel beside the work is opened first. */
export const openSide = async (page: Page): Promise<void> => {
  const folded = page.locator('main button[aria-expanded="false"]:not([aria-haspopup])').first()
  if (await folded.isVisible()) await folded.click()
}

/** The first article in this state. */
export const articleWith = (stage: Stage, status: string): string =>
  (stage.articles.find((article) => article.status === status) ?? stage.articles[0])?.id ?? ''
