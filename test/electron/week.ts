import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Desktop, expect, test } from './desktop.ts'
import { beChief, typeInArticle } from './newsroom.ts'
import { chooseFolder, chooseInMenu, chooseSaveFile } from './system.ts'

/** The week in its shorter form, through the system's dialogs: training newsroom, edit, approval, page, PDF. */
export const walkWeek = async (desktop: Desktop): Promise<void> => {
  const { app, page, quit } = await desktop.start()

  await test.step('учебная редакция в папке из родного диалога', async () => {
    await page.getByText('Посмотреть на готовом номере').click()
    await chooseFolder(app, desktop.root)
    await page.getByRole('button', { name: 'Выбрать…' }).click()
    await expect(page.getByLabel('Путь к папке')).toHaveValue(join(desktop.root, 'Учебная редакция'))
    await page.getByRole('button', { name: 'Создать здесь' }).click()
    await beChief(page)
    await page.getByRole('link', { name: 'Номер' }).click()
    await expect(page.getByText('из 8 полос занято')).toBeVisible()
  })

  await test.step('правка сохраняется, главный редактор утверждает', async () => {
    expect(await chooseInMenu(app, 'sectionArticle')).toBe(true)
    await page.getByText('Что обещали год назад').first().click()
    await typeInArticle(page, ' Ответ ждём к весне.')
    for (const step of [/^Сдать/, /^Утвердить/]) await page.getByRole('button', { name: step }).first().click()
    await expect(page.getByText('утверждён', { exact: true }).first()).toBeVisible()
  })

  await test.step('полоса видна', async () => {
    expect(await chooseInMenu(app, 'sectionPage')).toBe(true)
    await expect(page.locator('svg text').first()).toBeVisible()
  })

  await test.step('PDF уходит туда, куда указал родной диалог', async () => {
    const file = join(desktop.root, 'номер.pdf')
    expect(await chooseInMenu(app, 'pdfExport')).toBe(true)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Черновик').first().click()
    await chooseSaveFile(app, file)
    await dialog.getByRole('button', { name: 'Сохранить в другое место…' }).click()
    await expect(dialog.getByText(file)).toBeVisible()
    await dialog.getByRole('button', { name: 'Выпустить', exact: true }).click()
    // Eight pages with pictures take a while on a busy machine.
    await expect(page.getByText(/^Готово: 8\sполос/)).toBeVisible({ timeout: 120_000 })
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('PDF, которого уже нет, не молчит', async () => {
    const dialog = page.getByRole('dialog')
    await rm(join(desktop.root, 'номер.pdf'))
    await dialog.getByRole('link', { name: 'Открыть файл' }).click()
    await expect(dialog.getByText(/^Файла .*номер\.pdf нет\./)).toBeVisible()
    await expect(dialog.getByText(/Выпустите PDF ещё раз/)).toBeVisible()
  })
  await quit()
}
