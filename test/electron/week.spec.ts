import { expect, test } from './desktop.ts'
import { walkWeek } from './week.ts'

test('неделя: папка, номер, текст, правка, подпись, полоса, PDF', async ({ desktop }) => {
  await walkWeek(desktop)
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
