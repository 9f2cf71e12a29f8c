import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createBackend } from '../../src/backend/create-backend.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { accessible } from '../screens/accessible.ts'
import type { Desk } from './desk.ts'
import { expect, test } from './host.ts'

const phrase = 'три слова и ещё одно'

const stories = [
  ['Отпуск учителя', 'Отпуск длится 56 дней, и часть его можно взять зимой.'],
  ['Зарплата лаборанта', 'Зарплату пересчитали с начала учебного года.'],
  ['Отопление школы', 'Котельную закрыли на неделю раньше срока.'],
  ['Конкурс молодых', 'Победителей конкурса назовут в декабре.'],
] as const

/** A newsroom with an issue of four pages, a story on each. */
const setTheTable = async (desk: Desk): Promise<void> => {
  await desk.command('create', desk.folder)
  for (const [at, [headline, text]] of stories.entries())
    await writeFile(join(desk.root, `${at}.txt`), `${headline}\n\n${text}\n`)
  await desk.command('import', desk.folder, ...stories.map((_story, at) => join(desk.root, `${at}.txt`)))
  await desk.command('issue', 'create', desk.folder, '--date', '2026-11-25', '--pages', '4')
  const settings = join(desk.folder, 'settings.json')
  const known = JSON.parse(await readFile(settings, 'utf8'))
  known.publication.imprint = ['Подписано в печать: по графику 18:00, фактически 18:00', '12+']
  known.publication.requiredLines = ['signed', 'ageMark']
  await writeFile(settings, JSON.stringify(known))
  const staffFile = join(desk.folder, 'staff.json')
  const staff = JSON.parse(await readFile(staffFile, 'utf8'))
  staff.members.push({ id: 'reporter', name: 'Корреспондент', roles: ['reporter'] })
  await writeFile(staffFile, JSON.stringify(staff))
  const backend = createBackend({ ...nodeEnvironment(), home: join(desk.root, 'home'), passphrase: 'demo' }, { sending: false })
  const call = async (name: string, input: object) => {
    const answer = await backend.call(name, input, { person: 'editorInChief' })
    if (!answer.ok) throw new Error(answer.failure.what)
    return answer.value
  }
  await call('workspace.open', { folder: desk.folder })
  const [issue] = z.array(z.object({ serial: z.string() })).parse(await call('issue.list', {}))
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), headline: z.string() })) })
    .parse(await call('article.page', { issue: null, scope: 'all', sort: { by: 'order', descending: false }, count: 20 }))
  for (const { id, headline } of items) {
    const at = stories.findIndex(([known]) => known === headline)
    await call('issue.place', { issue: issue?.serial, article: id, page: at + 1, before: null })
  }
  await backend.close()
}

test('ночь подписи: полосы, правка после подписи, отправка вперёд, замена, снятый материал, номер в печать', async ({
  page,
  desk,
}) => {
  await setTheTable(desk)
  const host = await desk.start(['serve', desk.folder])
  await page.goto(host.url)
  const go = (address: string) => page.evaluate((hash) => window.location.assign(hash), `#/${address}`)
  const row = (number: number) => page.getByRole('option', { name: new RegExp(`^Полоса ${number},`) })
  const sign = page.getByRole('button', { name: /^Подписать (?:полосу|ещё раз)/ })
  const signPage = async (number: number) => {
    await row(number).click()
    await expect(page.getByRole('heading', { name: `Полоса ${number}`, exact: true })).toBeVisible()
    await expect(sign).toBeEnabled()
    await page.keyboard.press('Control+Enter')
    await expect(row(number)).toHaveAccessibleName(`Полоса ${number}, подписана`)
  }

  await test.step('ключи', async () => {
    await page.getByRole('button', { name: /Кто вы/ }).click()
    await page.getByRole('menuitem', { name: /Главный редактор/ }).click()
    await go('settings/staff')
    await page.getByRole('button', { name: 'Завести ключи' }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByLabel('Парольная фраза').fill(phrase)
    await dialog.getByLabel('Ещё раз').fill(phrase)
    await dialog.getByRole('button', { name: 'Завести ключи' }).click()
    await expect(page.getByText(/Ваш ключ: [0-9a-f]{4} /)).toBeVisible()
  })

  await test.step('главный подписывает полосы с клавиатуры, материалы утверждаются вместе с ними', async () => {
    await go('signoff/1')
    await expect(page.getByText('ещё не утверждён')).toBeVisible()
    await accessible(page, 'На подпись')
    for (const number of [1, 2, 3]) await signPage(number)
    await expect(page.getByText('утверждён', { exact: true })).toBeVisible()
  })

  await test.step('корреспондент правит материал: подпись гаснет, видно что изменилось, главный подписывает снова', async () => {
    await page.getByRole('button', { name: /Главный редактор/ }).click()
    await page.getByRole('menuitem', { name: /Корреспондент/ }).click()
    await row(2).click()
    await page.getByRole('link', { name: 'Зарплата лаборанта' }).click()
    const headline = page.getByLabel('Заголовок', { exact: true })
    await headline.press('End')
    await headline.pressSequentially(' и педагога')
    await go('signoff/2')
    await expect(row(2)).toHaveAccessibleName('Полоса 2, изменена после подписи')
    await expect(page.getByText('изменён материал «Зарплата лаборанта и педагога»')).toBeVisible()
    await expect(page.locator('ins', { hasText: 'и педагога' })).toHaveCount(2)
    await expect(page.getByText('Подписывает главный редактор.')).toBeVisible()
    await accessible(page, 'На подпись, изменена')
    await page.getByRole('button', { name: /Корреспондент/ }).click()
    await page.getByRole('menuitem', { name: /Главный редактор/ }).click()
    await signPage(2)
  })

  await test.step('две полосы уходят вперёд, одну заменяют с указанием причины', async () => {
    await page.getByRole('button', { name: 'Отправить в типографию' }).click()
    await expect(row(2)).toHaveAccessibleName('Полоса 2, в типографии')
    await row(3).click()
    await page.getByRole('button', { name: 'Отправить в типографию' }).click()
    await expect(row(3)).toHaveAccessibleName('Полоса 3, в типографии')
    await page.getByRole('button', { name: 'Заменить полосу…' }).click()
    await page.getByLabel('Почему заменяем').fill('ошибка в дате')
    await accessible(page, 'Замена полосы')
    await page.getByRole('button', { name: 'Начать замену' }).click()
    await expect(page.getByText(/Замену начал Главный редактор.*ошибка в дате/)).toBeVisible()
    await page.getByRole('button', { name: 'Отправить в типографию' }).click()
    await expect(page.getByText('2026-11-25-print-03_v2.pdf')).toBeVisible()
  })

  await test.step('снятый в плане материал оставляет дыру и гасит подпись, его возвращают одной кнопкой', async () => {
    await go('issue')
    await page.getByRole('row', { name: /Отпуск учителя/ }).click()
    await page.getByRole('button', { name: 'Другие действия' }).click()
    await page.getByRole('menuitem', { name: /^отложить/i }).click()
    const hole = page.getByRole('region', { name: 'Снятый материал' })
    await expect(hole).toContainText('Дыра')
    await expect(hole).toContainText('Подпись больше не действует, полосы: 1.')
    await accessible(page, 'Снятый материал')
    await hole.getByRole('button', { name: 'Вернуть на место' }).click()
    await expect(hole).toBeHidden()
    await expect(page.getByRole('row', { name: /Отпуск учителя/ })).toBeVisible()
    await go('signoff/1')
    await expect(row(1)).toHaveAccessibleName('Полоса 1, изменена после подписи')
    await signPage(1)
  })

  await test.step('номер подписан в печать, последний экспорт берёт отправленные файлы', async () => {
    await signPage(4)
    await page.getByRole('button', { name: 'Подписать номер в печать' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Подписать номер в печать' }).click()
    await expect(page.getByText(/Номер подписан в печать: Главный редактор/)).toBeVisible()
    await accessible(page, 'На подпись, номер подписан')
  })
  await host.kill()
  await desk.command('export', desk.folder, '--issue', '47', '--to', 'print', '--out', join(desk.root, 'out', 'номер.pdf'))
  expect((await readdir(join(desk.root, 'out'))).sort()).toEqual([
    '2026-11-25-print-02.pdf',
    '2026-11-25-print-03_v2.pdf',
    'номер.pdf',
  ])
  expect(await readFile(join(desk.root, 'out', '2026-11-25-print-02.pdf'))).toEqual(
    await readFile(join(desk.folder, 'exports', '2026-11-25-print-02.pdf')),
  )
  expect(await desk.command('verify', desk.folder)).toMatchObject({ ok: true, broken: [] })
})
