import { mailSettings } from '../helpers/mail-bench.ts'
import { startMailServer } from '../helpers/mail-server.ts'
import { accessible } from '../screens/accessible.ts'
import { createDesk } from './desk.ts'
import { expect, test } from './host.ts'

const refused = 'omsk@eseur.example'
const table = [
  'Организация;Регион;Федеральный округ;Электронная почта',
  'Тульская областная организация;Тульская область;Центральный;tula@eseur.example',
  `Омская областная организация;Омская область;Сибирский;${refused}`,
  'Пензенская областная организация;Пензенская область;Приволжский;penza@eseur.example',
  'Без почты;;;нет',
].join('\r\n')

test('письмо о номере: адреса из таблицы, проба себе, рассылка, один адрес не принят', async ({ page }) => {
  page.setDefaultTimeout(15_000)
  const server = await startMailServer()
  const desk = await createDesk({ MAIL_PASSWORD: server.password })
  try {
    server.refuse(refused)
    await desk.command('create', desk.folder, '--demo')
    const settings = Object.entries({ ...mailSettings(server), perMinute: '600' })
    const set = settings.flatMap(([name, value]) => ['--set', `${name}=${value}`])
    const mail = ['--kind', 'email', '--secret-env', 'MAIL_PASSWORD', '--as', 'editorInChief']
    await desk.command('channel', 'add', desk.folder, 'mail', ...mail, ...set)
    const host = await desk.start(['serve', desk.folder])
    const chief = [`newsroom.person:${desk.folder}`, 'editorInChief'] as const
    await page.addInitScript(([key, id]) => window.localStorage.setItem(key, id), chief)
    const wholesome = async () => {
      await accessible(page, 'Рассылка')
    }

    await test.step('таблица показывает, что изменит, и загружается', async () => {
      await page.goto(`${host.url}#/settings/addresses`)
      const choosing = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Загрузить таблицу…' }).click()
      await (await choosing).setFiles({ name: 'адреса.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText('Новых: 3 организации')
      await expect(dialog).toContainText('Строка 5. «нет» — не адрес почты')
      await dialog.getByRole('button', { name: 'Загрузить', exact: true }).click()
      await expect(page.getByText('3 организации, получают: 3 адреса')).toBeVisible()
      await wholesome()
    })

    await test.step('письмо составлено и приходит себе', async () => {
      await page.goto(`${host.url}#/mailing`)
      await page.getByRole('button', { name: 'Номер целиком' }).click()
      await page.getByRole('option', { name: 'не нужен' }).click()
      await page.getByLabel('Слова перед материалами').fill('Здравствуйте! Вышел новый номер.')
      await page.getByRole('button', { name: 'Составить письмо' }).click()
      await page.getByLabel('Отправить себе на адрес').fill('ya@eseur.example')
      await page.getByRole('button', { name: 'Отправить себе' }).click()
      await expect(page.getByText('Пробное письмо принято сервером для ya@eseur.example')).toBeVisible()
      expect(server.letters[0]?.text).toContain('Здравствуйте! Вышел новый номер.')
    })

    await test.step('рассылка: два дошли, один адрес не принят и отмечен', async () => {
      await page.getByRole('button', { name: /^Разослать/ }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Разослать' }).click()
      await expect(page.getByText('Рассылка закончена.')).toBeVisible()
      expect(
        server.letters
          .slice(1)
          .map(({ to }) => to)
          .sort(),
      ).toEqual(['penza@eseur.example', 'tula@eseur.example'])
      await expect(page.getByRole('row', { name: /Омская/ })).toContainText('не принимает писем на этот адрес')
      await wholesome()
      await page.goto(`${host.url}#/settings/addresses`)
      await expect(page.getByRole('row', { name: /Омская/ })).toContainText('почта не доходит')
    })
  } finally {
    await desk.clear()
    await server.close()
  }
})
