// What people do in the window, for every test.
import { expect, type Page } from '@playwright/test'

export const beChief = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Кто вы/ }).click()
  await page.getByRole('menuitem', { name: /Главный редактор/ }).click()
}

export const createNewsroom = async (page: Page, folder: string): Promise<void> => {
  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  await page.getByText('Создать свою редакцию').click()
  await page.getByLabel('Путь к папке').fill(folder)
  await page.getByRole('button', { name: 'Создать здесь' }).click()
  await beChief(page)
}

export const newArticle = async (page: Page, headline: string): Promise<void> => {
  await page.getByRole('link', { name: 'Материалы' }).click()
  await page.getByRole('button', { name: 'Новый материал' }).first().click()
  await page.getByLabel('Заголовок', { exact: true }).fill(headline)
}

/** Types at the end of the open article and waits until it is on disk. */
export const typeInArticle = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Текст материала').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
  await expect(page.getByText(/Сохранено в/)).toBeVisible()
}
