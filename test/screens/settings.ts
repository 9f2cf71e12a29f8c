import { dialogOf, type Screen } from './screen.ts'

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
