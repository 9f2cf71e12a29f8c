import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addDays, dayOf, mondayOf } from '../../src/shared/calendar/day.ts'
import { startTelegramServer } from '../helpers/telegram-server.ts'
import { accessible, setTheme } from '../screens/accessible.ts'
import { createDesk } from './desk.ts'
import { expect, test } from './host.ts'

const accessibleInBothThemes = async (page: Page, screen: string) => {
  await accessible(page, screen)
  await setTheme(page, 'dark')
  await accessible(page, `${screen}, тёмная тема`, 'colours')
  await setTheme(page, 'light')
}

// The newspaper's clock counts, wherever the computer stands.
test.use({ timezoneId: 'Asia/Vladivostok' })

const go = (page: Page, address: string) => page.evaluate((hash) => window.location.assign(hash), `#/${address}`)

test('вариант для канала: правка, утверждение, неделя, перенос с клавиатуры, тихие часы', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const telegram = await startTelegramServer()
  const desk = await createDesk({ TELEGRAM_TOKEN: telegram.token })
  try {
    await desk.command('create', desk.folder)
    await writeFile(join(desk.root, 'a.txt'), 'Отпуск учителя\n\nОтпуск длится 56 дней.\n')
    await desk.command('import', desk.folder, join(desk.root, 'a.txt'))
    const chat = ['--set', 'chat=@gazeta', '--set', `apiRoot=${telegram.root}`, '--secret-env', 'TELEGRAM_TOKEN']
    await desk.command('channel', 'add', desk.folder, 'tg', '--kind', 'telegram', ...chat)
    const [article = ''] = (await readdir(join(desk.folder, 'workflow'))).map((name) => name.replace(/\.json.*$/, ''))
    const host = await desk.start(['serve', desk.folder])
    await page.goto(`${host.url}#/article/${article}`)
    await page.getByRole('button', { name: /Кто вы/ }).click()
    await page.getByRole('menuitem', { name: /Главный редактор/ }).click()
    await page.getByRole('button', { name: /^утвердить/i }).click()
    await expect(page.getByText('утверждён').first()).toBeVisible()
    await go(page, `publishing/${article}`)

    await test.step('вариант виден рядом с правкой и ждёт утверждения', async () => {
      await page.getByRole('button', { name: 'Свой вариант…' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Текст публикации').fill('**56 дней** отдыха. [Закон](https://a.ru/1)')
      await expect(dialog.getByRole('region', { name: 'Как это будет выглядеть' }).getByText('56 дней')).toBeVisible()
      await accessibleInBothThemes(page, 'Вариант')
      await dialog.getByRole('button', { name: 'Сохранить вариант' }).click()
      await expect(page.getByText('вариант ждёт утверждения')).toBeVisible()
    })

    const monday = addDays(mondayOf(dayOf(Date.now())), 7)
    const [tuesday, wednesday] = [addDays(monday, 1), addDays(monday, 2)]

    await test.step('неутверждённое не назначить; утверждённое назначают', async () => {
      await page.getByRole('button', { name: /Когда/ }).click()
      await page.getByRole('option', { name: 'в указанное время' }).click()
      const [year, month, date] = tuesday.split('-')
      await page.getByRole('textbox', { name: 'Время' }).fill(`${date}.${month}.${year} 12:00`)
      await page.getByRole('button', { name: 'Опубликовать', exact: true }).click()
      await expect(page.getByText(/вариант для канала не утверждён/).first()).toBeVisible()
      await page.getByRole('button', { name: 'Утвердить вариант' }).click()
      await expect(page.getByText('вариант утверждён')).toBeVisible()
      await page.getByRole('button', { name: 'Опубликовать', exact: true }).click()
      await expect(page.getByText('ждёт', { exact: true }).first()).toBeVisible()
      await accessibleInBothThemes(page, 'Публикация')
    })

    await test.step('«не раньше» по Москве видно и в расписании', async () => {
      const [year, month, date] = monday.split('-')
      await page.getByRole('button', { name: 'Не раньше…' }).click()
      await page.getByLabel('Не раньше, по Москве').fill(`${date}.${month}.${year} 09:00`)
      await page.keyboard.press('Enter')
      await expect(page.getByText(/^Не раньше: .*09:00 по Москве\.$/)).toBeVisible()
    })

    const cell = (day: string) =>
      page.getByRole('grid', { name: new RegExp(`, ${Number(day.slice(8))} `) }).getByRole('row', { name: /Отпуск учителя/ })

    await test.step('в расписании день меняют с клавиатуры', async () => {
      await go(page, 'publishing/schedule')
      await page.getByRole('button', { name: 'Неделя позже' }).click()
      await expect(cell(tuesday)).toContainText('12:00')
      await page.getByRole('button', { name: 'Перенести: Отпуск учителя' }).focus()
      await page.keyboard.press('Enter')
      // The next day that takes it has the focus.
      await expect(
        page.getByRole('grid', { name: new RegExp(`, ${Number(wednesday.slice(8))} `) }).locator(':focus'),
      ).toBeAttached()
      await page.keyboard.press('Enter')
      await expect(cell(wednesday)).toBeVisible()
      await expect(cell(tuesday)).toBeHidden()
    })

    await test.step('тихие часы: отказ называет свободное время, и его можно взять', async () => {
      await go(page, 'settings/publishing')
      await page.getByText(/^Тихие часы/).click()
      await expect(page.getByLabel('До', { exact: true })).toHaveValue('08:00')
      await accessibleInBothThemes(page, 'Настройки публикации')
      await go(page, 'publishing/schedule')
      await page.getByRole('button', { name: 'Неделя позже' }).click()
      await cell(wednesday).click()
      await page.getByLabel('Время по Москве').fill('23:30')
      await page.getByRole('button', { name: 'Перенести', exact: true }).click()
      await expect(page.getByText(/Это тихие часы: с 22:00 до 08:00/)).toBeVisible()
      await expect(page.getByText(/^Не раньше: .*09:00 по Москве\.$/)).toBeVisible()
      await accessibleInBothThemes(page, 'Расписание')
      await page.getByRole('button', { name: /Назначить на .*08:00/ }).click()
      await expect(cell(addDays(wednesday, 1))).toContainText('08:00')
    })
    expect(telegram.posts).toEqual([])
  } finally {
    await desk.clear()
    await telegram.close()
  }
})
