import { expect, test } from './desktop.ts'
import { createNewsroom } from './newsroom.ts'
import { chooseFiles, chooseFolder, chooseInMenu, pressButton, shownDialogs } from './system.ts'

test('меню по-русски, у пунктов редакции свои клавиши', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  const items = () =>
    app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) =>
        (submenu?.items ?? [])
          .filter(({ type }) => type !== 'separator')
          .map(({ label, accelerator, enabled }) => ({ label, accelerator: accelerator ?? null, enabled })),
      ),
    )
  const before = await items()
  // «PDF» is a word of Russian by now.
  expect(before.filter(({ label }) => /[a-z]/i.test(label.replace('PDF', '')))).toEqual([])
  const keys = before.flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  expect(before.find(({ label }) => label === 'Принять файлы…')).toMatchObject({
    accelerator: 'CmdOrCtrl+Shift+O',
    enabled: false,
  })
  await createNewsroom(page, desktop.folder)
  await expect.poll(async () => (await items()).find(({ label }) => label === 'Принять файлы…')?.enabled).toBe(true)
})

test('команды меню доходят до окна', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  await createNewsroom(page, desktop.folder)
  expect(await chooseInMenu(app, 'sectionArticle')).toBe(true)
  await expect(page).toHaveURL(/#\/article/)
  expect(await chooseInMenu(app, 'sectionSettings')).toBe(true)
  await expect(page).toHaveURL(/#\/settings/)
  expect(await chooseInMenu(app, 'themeDark')).toBe(true)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const marked = () =>
    app.evaluate(({ Menu }) =>
      ['themeSystem', 'themeLight', 'themeDark'].filter((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.checked),
    )
  await expect.poll(marked).toEqual(['themeDark'])
  await page.evaluate(() => window.newsroom?.call({ name: 'desktop.useTheme', input: { theme: 'light' }, person: null }))
  await expect.poll(marked).toEqual(['themeLight'])
  expect(await chooseInMenu(app, 'keyList')).toBe(true)
  await expect(page.getByRole('dialog', { name: 'Клавиши' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await chooseInMenu(app, 'larger')).toBe(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel())).toBe(0.5)
  expect(await chooseInMenu(app, 'folderClose')).toBe(true)
  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
})

test('«О программе» называет версию', async ({ desktop }) => {
  const { app } = await desktop.start()
  await pressButton(app, 0)
  expect(await chooseInMenu(app, 'about')).toBe(true)
  const shown = await shownDialogs(app)
  if (shown) expect(JSON.stringify(shown)).toContain('Версия')
})

test('отказ в родном диалоге возвращает туда, откуда спросили', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  await chooseFolder(app, null)
  expect(await chooseInMenu(app, 'newsroomOpen')).toBe(true)
  await expect.poll(async () => (await shownDialogs(app))?.length ?? 1).toBe(1)
  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await createNewsroom(page, desktop.folder)
  await page.getByRole('link', { name: 'Номер' }).click()
  await page.getByRole('button', { name: 'Новый номер' }).last().click()
  await page.getByRole('button', { name: 'Завести номер' }).click()
  await expect(page.getByRole('button', { name: 'Принять файлы' }).first()).toBeVisible()
  await chooseFiles(app, [])
  expect(await chooseInMenu(app, 'filesImport')).toBe(true)
  await expect.poll(async () => (await shownDialogs(app))?.length ?? 2).toBe(2)
  await expect(page.getByText(/^Принято/)).toHaveCount(0)
})
