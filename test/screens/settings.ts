import type { Page } from '@playwright/test'
import type { Messages } from '../../src/renderer/i18n/ru.ts'
import type { ChannelKind } from '../../src/shared/publishing/channel.ts'
import { dialogOf, type Screen } from './screen.ts'

/** Opens the steps of connecting a channel of this kind. */
const beginChannel = async (page: Page, text: Messages, kind: ChannelKind): Promise<void> => {
  await page.getByRole('button', { name: text.channel.add }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: new RegExp(text.channel.kind) }).click()
  await page.getByRole('option', { name: text.channel.kinds[kind], exact: true }).click()
  await dialog.getByRole('button', { name: text.channelGuide.next }).click()
}

/** Settings, people and their keys. */
export const settingsScreens: readonly Screen[] = [
  ...(['publication', 'style', 'staff', 'printers', 'channels', 'publishing', 'addresses', 'folder', 'look'] as const).map(
    (part): Screen => ({
      name: `settings-${part}`,
      place: 'newsroom',
      open: async ({ page, text, go }) => {
        await go(`settings/${part}`)
        await page.getByRole('tab', { name: text.settings.parts[part], selected: true }).waitFor()
      },
    }),
  ),
  {
    name: 'channel-steps',
    place: 'newsroom',
    open: async ({ page, text, go }) => {
      await go('settings/channels')
      await beginChannel(page, text, 'vk')
      await page.getByRole('heading', { name: text.channelGuide.steps.vk[0]?.title ?? '' }).waitFor()
    },
  },
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
      await dialogOf(page)
    },
  },
]
