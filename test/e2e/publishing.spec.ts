import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addDays, dayOf, mondayOf } from '../../src/shared/calendar/day.ts'
import { startTelegramServer } from '../helpers/telegram-server.ts'
import { accessible } from '../screens/accessible.ts'
import { expect, test } from './host.ts'

const go = (page: Page, address: string) => page.evaluate((hash) => window.location.assign(hash), `#/${address}`)

test('канал подключён по шагам, вариант назначен, вышел, исправлен одним действием, отозван, и отчёт это знает', async ({
  page,
  desk,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const telegram = await startTelegramServer()
  try {
    await desk.command('create', desk.folder)
    await writeFile(join(desk.root, 'a.txt'), 'Отпуск учителя\n\nОтпуск длится 65 дней.\n')
    await desk.command('import', desk.folder, join(desk.root, 'a.txt'))
    const [article = ''] = (await readdir(join(desk.folder, 'workflow'))).map((name) => name.replace(/\.json.*$/, ''))
    await desk.command('act', desk.folder, 'approve', article, '--as', 'editorInChief')
    const host = await desk.start(['serve', desk.folder])
    await page.goto(`${host.url}#/settings/channels`)
    await page.getByRole('button', { name: /Кто вы/ }).click()
    await page.getByRole('menuitem', { name: /Главный редактор/ }).click()
    const dialog = page.getByRole('dialog')
    const posted = () => telegram.posts.map(({ text }) => text.split('\n')[0])

    await test.step('шаг не пройти, пока на нём чего-то нет', async () => {
      await page.getByRole('button', { name: 'Подключить канал' }).click()
      const next = dialog.getByRole('button', { name: 'Дальше' })
      await next.click()
      await expect(dialog.getByText('Шаг 1 из 3')).toBeVisible()
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
      const next = dialog.getByRole('button', { name: 'Дальше' })
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
      await accessible(page, 'Канал подключён')
      await dialog.getByRole('button', { name: 'Готово' }).click()
      await expect(page.getByText('последний успех')).toBeVisible()
    })

    const writeVariant = async (open: string, text: string) => {
      await page.getByRole('button', { name: open }).click()
      await dialog.getByLabel('Текст публикации').fill(text)
      await dialog.getByRole('button', { name: 'Сохранить вариант' }).click()
      await page.getByRole('button', { name: 'Утвердить вариант' }).click()
      await expect(page.getByText('вариант утверждён')).toBeVisible()
    }

    await test.step('свой вариант назначен на время и снят с него', async () => {
      await go(page, `publishing/${article}`)
      await writeVariant('Свой вариант…', '**65 дней** отдыха')
      const tuesday = addDays(mondayOf(dayOf(Date.now())), 8)
      const [year, month, date] = tuesday.split('-')
      await page.getByRole('button', { name: /Когда/ }).click()
      await page.getByRole('option', { name: 'в указанное время' }).click()
      await page.getByRole('textbox', { name: 'Время' }).fill(`${date}.${month}.${year} 12:00`)
      await page.getByRole('button', { name: 'Опубликовать', exact: true }).click()
      await expect(page.getByText('ждёт', { exact: true }).first()).toBeVisible()
      expect(telegram.posts).toEqual([])
      await page.getByRole('button', { name: 'Отменить отправление' }).first().click()
      await expect(page.getByText('отменена', { exact: true }).first()).toBeVisible()
    })

    await test.step('вариант выходит', async () => {
      await page.getByRole('button', { name: /Когда/ }).click()
      await page.getByRole('option', { name: 'сейчас' }).click()
      await page.getByRole('button', { name: 'Опубликовать', exact: true }).click()
      await expect(page.getByText('Вышло в 1 месте')).toBeVisible()
      expect(posted()).toEqual(['65 дней отдыха'])
    })

    await test.step('неутверждённая правка никуда не уходит, утверждённая уходит', async () => {
      await go(page, `article/${article}`)
      const headline = page.getByLabel('Заголовок', { exact: true })
      await headline.press('End')
      await headline.pressSequentially(' и врача')
      await expect(page.getByText(/Изменён после подписи/)).toBeVisible()
      await go(page, `publishing/${article}`)
      await page.getByRole('button', { name: 'Исправить или отозвать…' }).click()
      await expect(dialog.getByText(/изменён после утверждения/)).toBeVisible()
      await expect(dialog.getByRole('button', { name: 'Исправить везде' }).last()).toBeDisabled()
      await page.keyboard.press('Escape')
      await go(page, `article/${article}`)
      await page.getByRole('button', { name: /утвердить (?:ещё раз|заново)/i }).click()
      await expect(page.getByText(/Изменён после подписи/)).toBeHidden()
      await go(page, `publishing/${article}`)
      await writeVariant('Изменить вариант…', '56 дней отдыха')
      await page.getByRole('button', { name: 'Исправить или отозвать…' }).click()
      await expect(dialog.getByText('другой текст, будет исправлено')).toBeVisible()
      await dialog.getByLabel('Что было неверно').fill('65 дней')
      await accessible(page, 'Исправить вышедшее')
      await dialog.getByRole('button', { name: 'Исправить везде' }).last().click()
      await expect.poll(posted).toEqual(['56 дней отдыха'])
      await expect(page.getByRole('region', { name: 'Исправления' }).getByText('исправлено')).toBeVisible()
      await accessible(page, 'Публикация с исправлением')
    })

    await test.step('отзыв убирает публикацию', async () => {
      await page.getByRole('button', { name: 'Исправить или отозвать…' }).click()
      await dialog.getByRole('button', { name: /Что сделать/ }).click()
      await page.getByRole('option', { name: 'Отозвать отовсюду' }).click()
      await expect(dialog.getByText('будет убрано', { exact: true })).toBeVisible()
      await dialog.getByRole('button', { name: 'Отозвать', exact: true }).click()
      await expect.poll(() => telegram.posts.length).toBe(0)
    })

    await test.step('журнал и отчёт', async () => {
      await page.getByRole('button', { name: 'Журнал отправлений' }).click()
      await expect(dialog.getByRole('listitem').first()).toBeVisible()
      await accessible(page, 'Журнал отправлений')
      await page.keyboard.press('Escape')
      await page.getByRole('link', { name: 'Отчёт о публикациях' }).click()
      await expect(page.getByRole('cell', { name: 'отозвано' })).toBeVisible()
      await accessible(page, 'Отчёт о публикациях')
      await page.getByRole('button', { name: 'Сохранить таблицу (CSV)' }).click()
      await expect(page.getByText(/Таблица записана/)).toBeVisible()
      const [name = ''] = await readdir(join(desk.folder, 'exports'))
      expect(await readFile(join(desk.folder, 'exports', name), 'utf8')).toContain('отозвано')
    })
  } finally {
    await telegram.close()
  }
})
