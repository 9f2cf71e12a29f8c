import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './desktop.ts'
import { createNewsroom, newArticle, typeInArticle } from './newsroom.ts'
import { chooseFiles, chooseFolder, chooseInMenu, chooseSaveFile, pressButton, shownDialogs } from './system.ts'

test('два окна видят правки друг друга', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  await createNewsroom(page, desktop.folder)
  await newArticle(page, 'Общий материал')
  await typeInArticle(page, 'Начало набрано в первом окне.')
  const opened = app.waitForEvent('window')
  expect(await chooseInMenu(app, 'newWindow')).toBe(true)
  const second = await opened
  await second.getByRole('link', { name: 'Материалы' }).click()
  await second.getByText('Общий материал').first().click()
  await expect(second.getByLabel('Текст материала')).toContainText('Начало набрано в первом окне.')
  await typeInArticle(second, ' Конец — во втором.')
  await expect(page.getByLabel('Текст материала')).toContainText('Начало набрано в первом окне. Конец — во втором.')
})

test('родные диалоги: отказ ничего не меняет, выбор доходит до окна и помнит свою папку', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  const ask = (name: string, more: object) =>
    page.evaluate(([operation, input]) => window.newsroom?.call({ name: operation, input, person: null }), [
      `desktop.${name}`,
      { title: 'Куда', action: 'Выбрать', ...more },
    ] as const)
  await chooseFolder(app, null)
  expect(await ask('chooseFolder', {})).toEqual({ ok: true, value: { folder: null } })
  await chooseFiles(app, [])
  expect(await ask('chooseFiles', { kinds: ['txt'] })).toEqual({ ok: true, value: { paths: [] } })
  await chooseSaveFile(app, null)
  expect(await ask('chooseSaveFile', { name: '1.pdf' })).toEqual({ ok: true, value: { file: null } })
  await chooseFolder(app, desktop.folder)
  expect(await ask('chooseFolder', {})).toEqual({ ok: true, value: { folder: desktop.folder } })
  await chooseFolder(app, null)
  await ask('chooseFolder', {})
  const shown = await shownDialogs(app)
  const from = {
    title: 'Куда',
    buttonLabel: 'Выбрать',
    properties: ['openDirectory', 'createDirectory'],
    defaultPath: desktop.root,
  }
  if (shown) expect(shown.at(-1)).toEqual({ kind: 'showOpenDialog', options: from })
})

test('путь есть у выбранного файла и нет у сделанного страницей', async ({ desktop }) => {
  const { page } = await desktop.start()
  const file = join(desktop.root, 'заметка.txt')
  await writeFile(file, 'Текст заметки.\n')
  await page.evaluate(() => {
    const field = document.createElement('input')
    field.type = 'file'
    field.id = 'field'
    document.body.append(field)
  })
  await page.locator('#field').setInputFiles(file)
  const [chosen, made] = await page.evaluate(() => {
    const field = document.querySelector('#field')
    const first = field instanceof HTMLInputElement ? field.files?.[0] : undefined
    return [first ? window.newsroom?.pathOf(first) : null, window.newsroom?.pathOf(new File(['x'], 'заметка.txt'))]
  })
  expect(chosen).toMatch(/заметка\.txt$/)
  expect(await readFile(chosen ?? '', 'utf8')).toBe('Текст заметки.\n')
  expect(made).toBe('')
})

test('вторая копия отдаёт файлы первой и кончается', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  await createNewsroom(page, desktop.folder)
  const file = join(desktop.root, 'заметка.txt')
  await writeFile(file, 'Заметка со стороны\n\nТекст заметки.\n')
  expect(await desktop.startAgain(file)).toBe(0)
  const question = page.getByRole('dialog', { name: 'Принять файл?' })
  await expect(question.getByText('заметка.txt')).toBeVisible()
  await question.getByRole('button', { name: 'Принять' }).click()
  await expect(page.getByRole('dialog').getByText('Заметка').first()).toBeVisible()
  expect(app.windows()).toHaveLength(1)
})

test('место окна возвращается при следующем запуске', async ({ desktop }) => {
  const place = { x: 60, y: 40, width: 1200, height: 760 }
  const first = await desktop.start()
  await expect(first.page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place)
  await first.quit()
  const second = await desktop.start()
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(place)
})

test('упавшее окно загружается заново, в журнале нет текста материала', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  await createNewsroom(page, desktop.folder)
  await newArticle(page, 'Крамольный заголовок')
  await typeInArticle(page, 'Слова, которых в журнале быть не должно.')
  await pressButton(app, 0)
  const reloaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((done) => BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => done())),
  )
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await reloaded
  const log = await readFile(join(desktop.home, 'crash.log'), 'utf8')
  expect(log).toMatch(/ window; newsroom .*\ncrashed/)
  expect(log).not.toContain('Крамольный')
  expect(log).not.toContain('быть не должно')
  const shown = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    )
  await expect.poll(shown).toContain('Слова, которых в журнале быть не должно.')
})

test('выход посреди набора ничего не теряет', async ({ desktop }) => {
  const first = await desktop.start()
  await createNewsroom(first.page, desktop.folder)
  await newArticle(first.page, 'Вечерняя правка')
  await first.page.getByLabel('Текст материала').click()
  await first.page.keyboard.type('Последние слова перед выходом.')
  await first.quit()

  const second = await desktop.start()
  await second.page.getByText(desktop.folder).first().click()
  await second.page.getByRole('link', { name: 'Материалы' }).click()
  await second.page.getByText('Вечерняя правка').first().click()
  await expect(second.page.getByLabel('Текст материала')).toContainText('Последние слова перед выходом.')
})

test.describe('тайны', () => {
  test('ключ этого компьютера лежит запечатанным системой', async ({ desktop }) => {
    const { app } = await desktop.start()
    const file = await readFile(join(desktop.home, 'passphrase.json'), 'utf8')
    const opened = await app.evaluate(
      ({ safeStorage }, text) => safeStorage.decryptString(Buffer.from(JSON.parse(text).sealed, 'base64')),
      file,
    )
    expect(opened.length).toBeGreaterThan(40)
    expect(file).not.toContain(opened)
  })

  test.describe('без хранилища в системе', () => {
    test.use({ keyring: 'none' })
    test('ничего не запечатано и не записано', async ({ desktop, runtime }) => {
      test.skip(runtime === 'electron', 'Систему без хранилища изображает только stand-in')
      await desktop.start()
      await expect(readFile(join(desktop.home, 'passphrase.json'))).rejects.toThrow('ENOENT')
    })
  })
})
