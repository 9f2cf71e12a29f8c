import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startTelegramServer } from '../helpers/telegram-server.ts'
import { accessible } from '../screens/accessible.ts'
import { createDesk } from './desk.ts'
import { expect, test } from './host.ts'

const go = (page: Page, address: string) => page.evaluate((hash) => window.location.assign(hash), `#/${address}`)

test('вышедшее исправлено одним действием, отозвано, и отчёт это знает', async ({ page }) => {
  const server = await startTelegramServer()
  const desk = await createDesk({ CHANNEL_KEY: server.token })
  try {
    await desk.command('create', desk.folder)
    await writeFile(join(desk.root, 'a.txt'), 'Отпуск учителя\n\nОтпуск длится 65 дней.\n')
    await desk.command('import', desk.folder, join(desk.root, 'a.txt'))
    const place = ['--set', 'chat=@gazeta', '--set', `apiRoot=${server.root}`]
    await desk.command('channel', 'add', desk.folder, 'tg', '--kind', 'telegram', ...place, '--secret-env', 'CHANNEL_KEY')
    const [article = ''] = (await readdir(join(desk.folder, 'workflow'))).map((name) => name.replace(/\.json.*$/, ''))
    await desk.command('act', desk.folder, 'approve', article, '--as', 'editorInChief')
    const host = await desk.start(['serve', desk.folder])
    await page.goto(host.url)
    await page.getByRole('button', { name: /Кто вы/ }).click()
    await page.getByRole('menuitem', { name: /Главный редактор/ }).click()

    await test.step('публикация', async () => {
      await go(page, `publishing/${article}`)
      await page.getByRole('button', { name: 'Опубликовать' }).click()
      await expect(page.getByText('Вышло в 1 месте')).toBeVisible()
      expect(server.posts.map(({ text }) => text.split('\n')[0])).toEqual(['Отпуск учителя'])
    })

    await test.step('неутверждённая правка никуда не уходит, утверждённая уходит', async () => {
      await go(page, `article/${article}`)
      const headline = page.getByLabel('Заголовок', { exact: true })
      await headline.press('End')
      await headline.pressSequentially(' и врача')
      await expect(page.getByText(/Изменён после подписи/)).toBeVisible()
      await go(page, `publishing/${article}`)
      await page.getByRole('button', { name: 'Исправить или отозвать…' }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByText(/изменён после утверждения/)).toBeVisible()
      await expect(dialog.getByRole('button', { name: 'Исправить везде' }).last()).toBeDisabled()
      await page.keyboard.press('Escape')
      await go(page, `article/${article}`)
      await page.getByRole('button', { name: /утвердить (?:ещё раз|заново)/i }).click()
      await expect(page.getByText(/Изменён после подписи/)).toBeHidden()
      await go(page, `publishing/${article}`)
      await page.getByRole('button', { name: 'Исправить или отозвать…' }).click()
      await expect(dialog.getByText('другой текст, будет исправлено')).toBeVisible()
      await dialog.getByLabel('Что было неверно').fill('учителя')
      await accessible(page, 'Исправить вышедшее')
      await dialog.getByRole('button', { name: 'Исправить везде' }).last().click()
      await expect.poll(() => server.posts.map(({ text }) => text.split('\n')[0])).toEqual(['Отпуск учителя и врача'])
      await expect(page.getByRole('region', { name: 'Исправления' }).getByText('исправлено')).toBeVisible()
      await accessible(page, 'Публикация с исправлением')
    })

    await test.step('отзыв убирает публикацию', async () => {
      await page.getByRole('button', { name: 'Исправить или отозвать…' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: /Что сделать/ }).click()
      await page.getByRole('option', { name: 'Отозвать отовсюду' }).click()
      await expect(dialog.getByText('будет убрано', { exact: true })).toBeVisible()
      await dialog.getByRole('button', { name: 'Отозвать', exact: true }).click()
      await expect.poll(() => server.posts.length).toBe(0)
    })

    await test.step('журнал и отчёт', async () => {
      await page.getByRole('button', { name: 'Журнал отправлений' }).click()
      const log = page.getByRole('dialog')
      await expect(log.getByRole('listitem')).toHaveCount(3)
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
    await desk.clear()
    await server.close()
  }
})
