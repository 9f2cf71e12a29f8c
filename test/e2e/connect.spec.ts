import { startTelegramServer } from '../helpers/telegram-server.ts'
import { accessible } from '../screens/accessible.ts'
import { expect, test } from './host.ts'

test('канал: подключение по шагам, неверный ключ, исправление, пробная запись', async ({ page, desk }) => {
  const telegram = await startTelegramServer()
  try {
    await desk.command('create', desk.folder)
    const host = await desk.start(['serve', desk.folder])
    await page.goto(`${host.url}#/settings/channels`)
    await page.getByRole('button', { name: /Кто вы/ }).click()
    await page.getByRole('menuitem', { name: /Главный редактор/ }).click()
    await page.getByRole('button', { name: 'Подключить канал' }).click()
    const dialog = page.getByRole('dialog')
    const next = dialog.getByRole('button', { name: 'Дальше' })
    await next.click()
    await expect(dialog.getByText('Шаг 1 из 3')).toBeVisible()

    await test.step('шаг не пройти, пока на нём чего-то нет', async () => {
      await next.click()
      await expect(dialog.getByText('Без этого канал не подключить.')).toBeVisible()
      await dialog.getByLabel('Токен бота').fill('1:chuzhoy-token')
      await next.click()
      await dialog.getByLabel('Имя или номер канала').fill('@gazeta')
      await next.click()
      await dialog.getByText('Ещё настройки').click()
      await dialog.getByLabel('Адрес программного интерфейса Telegram').fill(telegram.root)
      await accessible(page, 'Подключение канала')
    })

    await test.step('чужой ключ не подходит, и сказано, на чём остановились', async () => {
      await dialog.getByRole('button', { name: 'Подключить' }).click()
      await expect(dialog.getByText('бот не отвечает на этот токен')).toBeVisible()
      await expect(dialog.getByText('не проверялось')).toHaveCount(2)
      await dialog.getByRole('button', { name: 'Исправить' }).click()
    })

    await test.step('с верным ключом всё проверено', async () => {
      await dialog.getByLabel('Токен бота').fill(telegram.token)
      await next.click()
      await next.click()
      await dialog.getByRole('button', { name: 'Подключить' }).click()
      await expect(dialog.getByText('в порядке')).toHaveCount(3)
      expect(telegram.requests).toEqual([])
    })

    await test.step('пробная запись выходит и исчезает', async () => {
      await dialog.getByRole('button', { name: 'Сделать пробную запись' }).click()
      await expect(dialog.getByText('Пробная запись убрана')).toBeVisible()
      expect(telegram.requests.map(({ method }) => method)).toEqual(['sendMessage'])
      expect(telegram.posts).toEqual([])
      await accessible(page, 'Подключение канала')
      await dialog.getByRole('button', { name: 'Готово' }).click()
      await expect(page.getByText('последний успех')).toBeVisible()
    })
  } finally {
    await telegram.close()
  }
})
