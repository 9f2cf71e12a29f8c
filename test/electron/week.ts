import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Desktop, expect, test } from './desktop.ts'
import { createNewsroom } from './newsroom.ts'

const story = `Соглашение подписали\n\n${'В районе подписали соглашение о зарплате учителей. '.repeat(14)}\n`

/** The week in its shorter form: folder, issue, text, edit, approval, page, PDF. */
export const walkWeek = async (desktop: Desktop): Promise<void> => {
  const file = join(desktop.root, 'a.txt')
  await writeFile(file, story)
  const { page, quit } = await desktop.start()

  await test.step('своя редакция в новой папке', async () => {
    await createNewsroom(page, desktop.folder)
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
}
