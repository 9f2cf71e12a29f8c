import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from '../screens/accessible.ts'
import { expect, test } from './host.ts'

const phrase = 'три слова и ещё одно'

const go = (page: Page, address: string) => page.evaluate((hash) => window.location.assign(hash), `#/${address}`)

test('подпись: ключи, вход, утверждение, правка после подписи, сверка папки', async ({ page, desk }) => {
  await desk.command('create', desk.folder)
  await writeFile(join(desk.root, 'a.txt'), 'Отпуск учителя\n\nОтпуск длится 56 дней.\n')
  await desk.command('import', desk.folder, join(desk.root, 'a.txt'))
  const host = await desk.start(['serve', desk.folder])
  await page.goto(host.url)
  await page.getByRole('button', { name: /Кто вы/ }).click()
  await page.getByRole('menuitem', { name: /Главный редактор/ }).click()

  await test.step('ключи заводят один раз, в «Сотрудниках»', async () => {
    await go(page, 'settings/staff')
    await expect(page.getByText('Подписи ещё не заведены')).toBeVisible()
    await page.getByRole('button', { name: 'Завести ключи' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByLabel('Парольная фраза').fill(phrase)
    await dialog.getByLabel('Ещё раз').fill(phrase)
    await accessible(page, 'Завести ключи')
    await dialog.getByRole('button', { name: 'Завести ключи' }).click()
    await expect(page.getByText(/Ваш ключ: [0-9a-f]{4} /)).toBeVisible()
    await accessible(page, 'Сотрудники')
  })

  await test.step('закрытый ключ просит фразу, чужая не подходит', async () => {
    await page.getByRole('button', { name: 'Закрыть ключ' }).click()
    const dialog = page.getByRole('alertdialog', { name: /Вход/ })
    await dialog.getByLabel('Парольная фраза').fill('не та фраза')
    await dialog.getByRole('button', { name: 'Войти' }).click()
    await expect(dialog.getByText('Парольная фраза не подходит')).toBeVisible()
    await accessible(page, 'Вход')
    await dialog.getByLabel('Парольная фраза').fill(phrase)
    await dialog.getByRole('button', { name: 'Войти' }).click()
    await expect(dialog).toBeHidden()
  })

  const [article = ''] = (await readdir(join(desk.folder, 'workflow'))).map((name) => name.replace(/\.json.*$/, ''))

  await test.step('утверждение подписано; запятая после подписи его гасит', async () => {
    await go(page, `article/${article}`)
    await page.getByRole('button', { name: /^утвердить/i }).click()
    await expect(page.getByText(/Подписано ключом/)).toBeVisible()
    const headline = page.getByLabel('Заголовок', { exact: true })
    await headline.press('End')
    await headline.pressSequentially(',')
    await expect(page.getByText(/Изменён после подписи/)).toBeVisible()
    await page.getByRole('button', { name: /утвердить (?:ещё раз|заново)/i }).click()
    await expect(page.getByText(/Изменён после подписи/)).toBeHidden()
    await expect(page.getByText(/Подписано ключом/)).toBeVisible()
  })

  await host.kill()
  await test.step('папка сходится с подписями, а подделку сверка называет', async () => {
    expect(await desk.command('verify', desk.folder)).toMatchObject({ ok: true, broken: [] })
    const path = join(desk.folder, 'workflow', `${article}.json`)
    const record = await readFile(path, 'utf8')
    await writeFile(path, record.replaceAll('56 дней', '65 дней'))
    const refusal = await desk.command('verify', desk.folder).catch((error: Error) => JSON.parse(error.message))
    expect(refusal).toMatchObject({ ok: false, broken: [{ kind: 'approval', id: article }] })
  })
})
