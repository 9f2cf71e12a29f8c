import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './desktop.ts'

const story = `Соглашение подписали\n\n${'В районе подписали соглашение о зарплате учителей. '.repeat(14)}\n`

test('неделя: папка, номер, текст, правка, подпись, полоса, PDF', async ({ desktop }) => {
  const file = join(desktop.root, 'a.txt')
  await writeFile(file, story)
  const { page, quit } = await desktop.start()

  await test.step('своя редакция в новой папке', async () => {
    await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
    await page.getByText('Создать свою редакцию').click()
    await page.getByLabel('Путь к папке').fill(desktop.folder)
    await page.getByRole('button', { name: 'Создать здесь' }).click()
    await page.getByRole('button', { name: /Кто вы/ }).click()
    await page.getByRole('menuitem', { name: /Главный редактор/ }).click()
  })

  await test.step('номер на четыре полосы и текст с диска', async () => {
    await page.getByRole('button', { name: 'Новый номер' }).last().click()
    const dialog = page.getByRole('dialog', { name: 'Новый номер' })
    await dialog.getByLabel('Дата выхода').fill('25.11.2026')
    await dialog.getByRole('button', { name: /16 полос/ }).click()
    await page.getByRole('option', { name: '4 полосы' }).click()
    await dialog.getByRole('button', { name: 'Завести номер' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Принять файлы' }).click()
    await (await chooser).setFiles(file)
    await expect(page.getByText('Принято: 1 материал.')).toBeVisible()
    await page
      .getByRole('button', { name: /Закрыть|Готово/ })
      .last()
      .click()
    await page.getByRole('button', { name: 'Разложить сами' }).click()
    await expect(page.getByText('Все материалы стоят на полосах.')).toBeVisible()
  })

  await test.step('правка сохраняется, главный редактор утверждает', async () => {
    await page.getByRole('link', { name: 'Материалы' }).click()
    await page.getByText('Соглашение подписали').first().click()
    await page.getByLabel('Текст материала').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Стороны встретятся снова весной.')
    await expect(page.getByText(/Сохранено в/)).toBeVisible()
    await page
      .getByRole('button', { name: /^Утвердить/ })
      .first()
      .click()
    await expect(page.getByText('утверждён', { exact: true }).first()).toBeVisible()
  })

  await test.step('полоса видна, PDF лежит на диске', async () => {
    await page.getByRole('link', { name: 'Полосы' }).click()
    await expect(page.locator('svg text').first()).toBeVisible()
    await page.getByRole('link', { name: 'Номер' }).click()
    await page.getByRole('button', { name: 'Выпустить PDF…' }).click()
    await page.getByRole('button', { name: 'Выпустить', exact: true }).click()
    await expect(page.getByText(/^Готово: 4\sполосы/)).toBeVisible()
    const link = await page.getByRole('link', { name: 'Открыть файл' }).getAttribute('href')
    const name = decodeURIComponent(link?.split('/').at(-1) ?? '')
    const bytes = await readFile(join(desktop.folder, 'exports', name))
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
  await quit()
})

test('выход ничего не теряет: текст на месте при следующем запуске', async ({ desktop }) => {
  const first = await desktop.start()
  await first.page.getByText('Создать свою редакцию').click()
  await first.page.getByLabel('Путь к папке').fill(desktop.folder)
  await first.page.getByRole('button', { name: 'Создать здесь' }).click()
  await first.page.getByRole('button', { name: /Кто вы/ }).click()
  await first.page.getByRole('menuitem', { name: /Главный редактор/ }).click()
  await first.page.getByRole('link', { name: 'Материалы' }).click()
  await first.page.getByRole('button', { name: 'Новый материал' }).first().click()
  await first.page.getByLabel('Заголовок', { exact: true }).fill('Вечерняя правка')
  await first.page.getByLabel('Текст материала').click()
  await first.page.keyboard.type('Последние слова перед выходом.')
  await expect(first.page.getByText(/Сохранено в/)).toBeVisible()
  await first.quit()

  const second = await desktop.start()
  await second.page.getByText(desktop.folder).first().click()
  await second.page.getByRole('link', { name: 'Материалы' }).click()
  await second.page.getByText('Вечерняя правка').first().click()
  await expect(second.page.getByLabel('Текст материала')).toContainText('Последние слова перед выходом.')
  await second.quit()
})
