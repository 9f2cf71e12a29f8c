import type { Page } from '@playwright/test'
import type { Desk, RunningHost } from './desk.ts'

interface DemoDesk {
  readonly host: RunningHost
  /** Goes to an address of the program, such as `#/page/2`. */
  readonly open: (address: string) => Promise<void>
}

/** Opens the training newsroom with the chief at the window. */
export const openDemo = async (page: Page, desk: Desk): Promise<DemoDesk> => {
  await desk.command('create', desk.folder, '--demo')
  const host = await desk.start(['serve', desk.folder])
  await page.goto(host.url)
  await page.getByRole('button', { name: 'Кто вы?' }).click()
  await page
    .getByRole('menuitemradio', { name: /Главный редактор/ })
    .or(page.getByRole('menuitem', { name: /Главный редактор/ }))
    .first()
    .click()
  const open = (address: string) =>
    page.evaluate((hash) => {
      window.location.hash = hash
    }, address)
  return { host, open }
}
