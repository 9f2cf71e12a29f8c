import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startTelegramServer } from '../helpers/telegram-server.ts'
import { accessible } from '../screens/accessible.ts'
import { moveCaret } from './caret.ts'
import { expect, test } from './host.ts'

const story = (headline: string, sentences: number) =>
  `${headline}\n\n${'В районе подписали соглашение о зарплате учителей. '.repeat(sentences)}\n\n${'Стороны встретятся снова весной. '.repeat(sentences)}\n`

const imprint = [
  'Учредитель и издатель: Профсоюз',
  'Главный редактор: А. Б. Вершинина',
  'Подписано в печать: по графику 18:00, фактически 18:00',
  'Тираж 900 экз. Распространяется бесплатно. 12+',
  'Адрес редакции и издателя: 100000, г. Город, ул. Первая, д. 1',
  'Отпечатано: типография «Строка», 100000, г. Город, ул. Вторая, д. 2',
  'Зарегистрировано: ПИ № 1 от 1 января 2026 года',
]

const beChief = async (page: Page) => {
  await page.getByRole('button', { name: /Кто вы/ }).click()
  await page.getByRole('menuitem', { name: /Главный редактор/ }).click()
}

/** Everything the browser complained of while a test ran. */
const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

test('неделя: папка, тексты, номер, полосы, правка, подпись, PDF, публикация', async ({ page, desk }) => {
  const complaints = complaintsOf(page)
  const telegram = await startTelegramServer()
  const files: string[] = []
  for (const [name, headline, sentences] of [
    ['a.txt', 'Соглашение подписали', 14],
    ['b.txt', 'Путёвки для учителей', 22],
    ['c.txt', 'Конкурс завершён', 9],
  ] as const) {
    await writeFile(join(desk.root, name), story(headline, sentences))
    files.push(join(desk.root, name))
  }
  const host = await desk.start(['start', '--web'])

  await test.step('начало: своя редакция в новой папке', async () => {
    await page.goto(host.url)
    await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
    await accessible(page, 'Начало')
    await page.getByText('Создать свою редакцию').click()
    await page.getByLabel('Путь к папке').fill(desk.folder)
    await page.getByRole('button', { name: 'Создать здесь' }).click()
    await beChief(page)
  })

  await test.step('номер на четыре полосы', async () => {
    await page.getByRole('link', { name: 'Номер' }).click()
    await page.getByRole('button', { name: 'Новый номер' }).last().click()
    const dialog = page.getByRole('dialog', { name: 'Новый номер' })
    await dialog.getByLabel('Дата выхода').fill('25.11.2026')
    await dialog.getByRole('button', { name: /16 полос/ }).click()
    await page.getByRole('option', { name: '4 полосы' }).click()
    await dialog.getByRole('button', { name: 'Завести номер' }).click()
    await expect(page.getByText('№ 47 (47)').first()).toBeVisible()
  })

  await test.step('тексты с диска', async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Принять файлы' }).click()
    await (await chooser).setFiles(files)
    await expect(page.getByText('Принято: 3 материала.')).toBeVisible()
    await page
      .getByRole('button', { name: /Закрыть|Готово/ })
      .last()
      .click()
    await expect(page.getByText('Путёвки для учителей').first()).toBeVisible()
  })

  await test.step('разложить сами', async () => {
    await page.getByRole('button', { name: 'Разложить сами' }).click()
    await expect(page.getByText('Все материалы стоят на полосах.')).toBeVisible()
    await accessible(page, 'Номер')
  })

  await test.step('правка в редакторе сохраняется на диск', async () => {
    await page.getByRole('link', { name: 'Материалы' }).click()
    await accessible(page, 'Материалы')
    await page.getByText('Конкурс завершён').first().click()
    const body = page.getByLabel('Текст материала')
    await body.click()
    await moveCaret(page, 'Control+End')
    await page.keyboard.type(' Победителей назовут в декабре.')
    await expect(page.getByText(/Сохранено в/)).toBeVisible()
    await accessible(page, 'Редактор')
  })

  await test.step('главный редактор утверждает', async () => {
    for (const headline of ['Конкурс завершён', 'Соглашение подписали', 'Путёвки для учителей']) {
      await page.getByRole('link', { name: 'Материалы' }).click()
      await page.getByText(headline).first().click()
      await page
        .getByRole('button', { name: /^Утвердить/ })
        .first()
        .click()
      await expect(page.getByText('утверждён', { exact: true }).first()).toBeVisible()
    }
  })

  await test.step('полоса видна такой, какой выйдет', async () => {
    await page.getByRole('link', { name: 'Полосы' }).click()
    await expect(page.locator('svg text').first()).toBeVisible()
    await accessible(page, 'Полосы')
  })

  await test.step('без выходных данных номер в печать не идёт; их заполняют в настройках', async () => {
    await page.getByRole('link', { name: 'Номер' }).click()
    await page.getByRole('button', { name: 'Выпустить PDF…' }).click()
    await page.getByRole('button', { name: 'Выпустить', exact: true }).click()
    await expect(page.getByText(/[Вв]ыходны/).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.goto(`${new URL(page.url()).origin}/#/settings/publication`)
    const field = page.getByLabel('Выходные данные')
    await field.fill(imprint.join('\n'))
    await field.blur()
    await expect(page.getByText('в выходных данных этого нет')).toHaveCount(0)
  })

  await test.step('PDF для типографии', async () => {
    await page.getByRole('link', { name: 'Номер' }).click()
    await page.getByRole('button', { name: 'Выпустить PDF…' }).click()
    await page.getByRole('button', { name: 'Выпустить', exact: true }).click()
    await expect(page.getByText(/^Готово: 4\sполосы/)).toBeVisible()
    const link = page.getByRole('link', { name: 'Открыть файл' })
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href)
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await page.getByRole('button', { name: 'Закрыть' }).click()
  })

  await test.step('канал подключается, материал выходит один раз', async () => {
    await page.getByRole('link', { name: 'Настройки' }).click()
    await accessible(page, 'Настройки')
    await page.goto(`${new URL(page.url()).origin}/#/settings/channels`)
    await page.getByRole('button', { name: 'Подключить канал' }).click()
    const dialog = page.getByRole('dialog')
    const next = dialog.getByRole('button', { name: 'Дальше' })
    await next.click()
    await dialog.getByLabel('Токен бота').fill(telegram.token)
    await next.click()
    await dialog.getByLabel('Имя или номер канала').fill('@gazeta')
    await next.click()
    await dialog.getByText('Ещё настройки').click()
    await dialog.getByLabel('Адрес программного интерфейса Telegram').fill(telegram.root)
    await dialog.getByRole('button', { name: 'Подключить', exact: true }).click()
    await expect(dialog.getByText('в порядке')).toHaveCount(3)
    await dialog.getByRole('button', { name: 'Готово' }).click()
    await page.getByRole('link', { name: 'Публикация' }).click()
    await page.getByText('Конкурс завершён').first().click()
    await accessible(page, 'Публикация')
    await page.getByRole('button', { name: 'Опубликовать', exact: true }).click()
    await expect(page.getByText('опубликовано').first()).toBeVisible()
    expect(telegram.posts).toHaveLength(1)
    expect(telegram.posts[0]?.text).toContain('Победителей назовут в декабре.')
  })

  await host.kill()
  await telegram.close()
  expect(complaints).toEqual([])
})

test('«Сохранено» значит на диске: текст цел после SIGKILL, открытое окно досылает остальное', async ({ page, desk }) => {
  await desk.command('create', desk.folder)
  const first = await desk.start(['serve', desk.folder])
  await page.goto(first.url)
  await beChief(page)
  await page.getByRole('link', { name: 'Материалы' }).click()
  await page.getByRole('button', { name: 'Новый материал' }).first().click()
  await page.getByLabel('Заголовок', { exact: true }).fill('Ночная правка')
  await page.getByLabel('Текст материала').click()
  await page.keyboard.type('Этот абзац набран перед самым отключением.')
  await expect(page.getByText(/Сохранено в/)).toBeVisible()
  await first.kill()

  // The window that was left open goes on, and finds the program when it is there again.
  await page.keyboard.type(' А это — без программы.')
  await expect(page.getByText(/Не сохранено/)).toBeVisible()
  const second = await desk.start(['serve', desk.folder])
  expect(second.url).toBe(first.url)
  await expect(page.getByText(/Сохранено в/)).toBeVisible()
  await second.kill()

  const third = await desk.start(['serve', desk.folder])
  await page.goto(third.url)
  await page.getByRole('link', { name: 'Материалы' }).click()
  await page.getByText('Ночная правка').first().click()
  const body = page.getByLabel('Текст материала')
  await expect(body).toContainText('Этот абзац набран перед самым отключением. А это — без программы.')
})

test('второй процесс открывает папку только для чтения и говорит, кто её держит', async ({ page, desk }) => {
  await desk.command('create', desk.folder)
  await desk.start(['serve', desk.folder])
  const second = await desk.start(['serve', desk.folder])
  await page.goto(second.url)
  await expect(page.getByText(/Папка открыта только для чтения: её держит процесс \d+/)).toBeVisible()
})
