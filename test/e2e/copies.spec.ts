import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { articleApi } from '../../src/shared/article/api.ts'
import { sayings } from '../helpers/folder-sayings.ts'
import { stringerLetter as letter, stringerDocument } from '../helpers/stringer-letter.ts'
import { accountOf, allWords, type WordAccount, wordsOf } from '../helpers/word-account.ts'
import { accessible } from '../screens/accessible.ts'
import { moveCaret } from './caret.ts'
import type { Desk, RunningHost } from './desk.ts'
import { openDoor } from './door.ts'
import { expect, test } from './host.ts'

const { builders, boards } = letter
const outside = `outside:${letter.author}`

/** What the letter says, and what people write on the two copies; nothing else is ever typed in this test. */
const written = {
  letter: wordsOf(
    ...[letter.headline, letter.lead, builders.before, builders.inserted, builders.middle, letter.struck, letter.neighbours],
    ...[boards.before, boards.commented, boards.after, letter.comment, letter.caption, letter.opening],
    // A footnote stands at the end, under the number that its place in the text has.
    ...['1', '1', letter.note],
  ),
  reporter: ' Оркестр обещал быть.',
  proofreader: 'Восемь вечеров — откуда известно?',
  editor: { lead: 'Вчера ', ferry: ' и паводком', opening: 'Важно: ' },
} as const

const be = async (page: Page, now: RegExp, name: RegExp): Promise<void> => {
  await page.getByRole('button', { name: now }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** Opens a window of this person on a served folder. */
const enter = async (page: Page, { url }: RunningHost, { folder }: Desk, person: string): Promise<void> => {
  page.setDefaultTimeout(15_000)
  await page.addInitScript(([key, id]) => window.localStorage.setItem(key ?? '', id ?? ''), [`newsroom.person:${folder}`, person])
  await page.goto(url)
}

const openStory = async (page: Page): Promise<Locator> => {
  await page.getByRole('link', { name: 'Материалы' }).click()
  await page.getByText(letter.headline).first().click()
  return page.getByLabel('Текст материала')
}

const paragraphWith = (body: Locator, text: string): Locator => body.locator('p').filter({ hasText: text })

const saved = (page: Page): Promise<void> => expect(page.getByText(/^Сохранено/)).toBeVisible()

const account = async (host: RunningHost): Promise<WordAccount> => {
  const door = await openDoor(host)
  const page = await door.must(articleApi.page, { issue: null, scope: 'all', find: letter.headline, count: 1 })
  const found = await accountOf(door, page.items[0]?.id ?? '')
  door.close()
  return found
}

/** Takes in, through the screens, what the folder of another computer has. */
const acceptCopy = async (page: Page, other: Desk): Promise<Locator> => {
  await page.getByRole('link', { name: 'Настройки' }).click()
  await page.getByRole('tab', { name: 'Папка' }).click()
  await page.getByRole('button', { name: 'Принять изменения из копии…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Папка с копией редакции' })
  await dialog.getByLabel('Путь к копии').fill(other.folder)
  await dialog.getByRole('button', { name: 'Принять изменения' }).click()
  const report = page.getByRole('region', { name: 'Что принято' })
  await expect(report).toContainText(other.folder)
  return report
}

test('очерк из письма — трое на двух копиях редакции — «вычитан»: каждое слово и каждая правка на счету', async ({
  page,
  context,
  desk: office,
  laptop,
}) => {
  await office.command('create', office.folder, '--demo')
  const file = join(office.root, letter.name)
  await writeFile(file, await stringerDocument())
  let host = await office.start(['serve', office.folder])

  await test.step('корреспондент принимает письмо внештатника: правки, примечание, сноска и снимок на месте', async () => {
    await enter(page, host, office, 'reporter')
    await page.getByRole('link', { name: 'Номер' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Принять файлы' }).click()
    await (await chooser).setFiles(file)
    await expect(page.getByText('Принято: 1 материал.')).toBeVisible()
    await expect(page.getByText(/вставок 1, удалений 1/)).toBeVisible()
    await expect(page.getByText(/Комментарии на полях \(1\)/)).toBeVisible()
    await accessible(page, 'Отчёт о приёме')
    const now = await account(host)
    expect(allWords(now)).toEqual([...written.letter, ...wordsOf(letter.ferry)].sort())
    expect(now.said).toEqual([letter.comment])
    expect(now.suggestions.map(({ inserted, deleted }) => inserted + deleted)).toEqual([builders.inserted, letter.struck])
    await host.stop()
    await cp(office.folder, laptop.folder, { recursive: true, preserveTimestamps: true })
  })

  await test.step('в редакции: корреспондент дописывает и убирает абзац, корректор спрашивает о словах', async () => {
    host = await office.start(['serve', office.folder])
    await page.goto(host.url)
    const body = await openStory(page)
    await expect(body.locator('img')).toHaveCount(1)
    await paragraphWith(body, letter.opening).click()
    await moveCaret(page, 'End')
    await page.keyboard.type(written.reporter)
    await paragraphWith(body, letter.ferry).click()
    await moveCaret(page, 'End')
    await moveCaret(page, 'Shift+Home')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await expect(paragraphWith(body, letter.ferry)).toHaveCount(0)
    await saved(page)
    await be(page, /Корреспондент/, /Корректор/)
    await paragraphWith(body, builders.before).click()
    await moveCaret(page, 'Home')
    for (let words = 0; words < 4; words += 1) await moveCaret(page, 'Shift+Control+ArrowRight')
    await page.keyboard.press('Control+Alt+KeyM')
    await page.getByLabel('Новый комментарий').fill(written.proofreader)
    await page.getByLabel('Новый комментарий').press('Control+Enter')
    await expect(page.getByRole('list', { name: 'Комментарии к тексту' }).getByRole('listitem')).toHaveCount(2)
    await accessible(page, 'Комментарии')
    await host.stop()
  })

  const away = await laptop.start(['serve', laptop.folder])
  const window = await context.newPage()
  await test.step('в дороге: редактор отдела предлагает правки', async () => {
    await enter(window, away, laptop, 'sectionEditor')
    const body = await openStory(window)
    await paragraphWith(body, letter.lead).click()
    await window.keyboard.press('Control+Shift+KeyE')
    await moveCaret(window, 'Home')
    await window.keyboard.type(written.editor.lead)
    await paragraphWith(body, letter.ferry).click()
    await moveCaret(window, 'End')
    await moveCaret(window, 'ArrowLeft')
    await window.keyboard.type(written.editor.ferry)
    await paragraphWith(body, letter.opening).click()
    await moveCaret(window, 'Home')
    await window.keyboard.type(written.editor.opening)
    await saved(window)
    // The last letters may be on their way while the mark still tells of those before them.
    await expect.poll(async () => (await account(away)).suggestions.length).toBe(5)
  })

  await test.step('копии принимают изменения друг друга: слова из убранного абзаца не пропали', async () => {
    const report = await acceptCopy(window, office)
    await expect(report).toContainText(`«${letter.headline}» — 1 кусок`)
    await expect(report).toContainText('сошлись правки обеих')
    await accessible(window, 'Слияние копий')
    await away.stop()
    await window.close()
    host = await office.start(['serve', office.folder])
    await page.goto(host.url)
    await acceptCopy(page, laptop)
    const now = await account(host)
    const { reporter, proofreader, editor } = written
    expect(allWords(now)).toEqual(
      [...written.letter, ...wordsOf(reporter, proofreader, editor.lead, editor.ferry, editor.opening)].sort(),
    )
    expect(now.lost).toEqual([editor.ferry])
    expect(now.suggestions.map(({ person, inserted, deleted }) => [person, inserted, deleted])).toEqual([
      ['sectionEditor', editor.lead, ''],
      [outside, builders.inserted, ''],
      [outside, '', letter.struck],
      ['sectionEditor', editor.opening, ''],
    ])
    await host.stop()
    expect(await sayings(laptop.folder)).toEqual(await sayings(office.folder))
    for (const { command, folder } of [office, laptop]) expect(await command('verify', folder)).toMatchObject({ ok: true })
  })

  const body = page.getByLabel('Текст материала')
  await test.step('что сделало слияние, видно; потерянное возвращается в текст', async () => {
    host = await office.start(['serve', office.folder])
    await page.goto(host.url)
    await openStory(page)
    await page.getByRole('tab', { name: /^Версии/ }).click()
    await page.getByRole('row', { name: /После слияния копий/ }).click()
    const redline = page.getByRole('dialog', { name: 'Сравнение версий' })
    await expect(redline.getByText(written.reporter.trim())).toBeVisible()
    await accessible(page, 'Сравнение версий')
    await redline.getByRole('button', { name: 'Закрыть' }).last().click()
    await paragraphWith(body, letter.opening).click()
    await moveCaret(page, 'End')
    const lost = page.getByRole('region', { name: 'Потерянный текст' })
    await expect(lost).toContainText(written.editor.ferry.trim())
    await lost.getByRole('button', { name: 'Вставить сюда' }).click()
    await expect(lost).toHaveCount(0)
    await expect(paragraphWith(body, letter.opening)).toContainText(written.reporter + written.editor.ferry)
  })

  const list = page.getByRole('grid', { name: 'Правки в тексте' })
  await test.step('главный редактор не может утвердить, пока правки не решены, и видит их', async () => {
    await be(page, /Корреспондент/, /Главный редактор/)
    await page.getByRole('tab', { name: 'Ход' }).click()
    await page.getByRole('button', { name: /^Утвердить/ }).click()
    await expect(page.getByText(/не решено: 4 правки/)).toBeVisible()
    await page.getByRole('button', { name: 'Показать правки' }).click()
    await expect(list.getByRole('row')).toHaveCount(4)
    await accessible(page, 'Правки')
  })

  await test.step('литературный редактор принимает и отклоняет их с клавиатуры', async () => {
    await be(page, /Главный редактор/, /Литературный редактор/)
    await paragraphWith(body, letter.lead).click()
    await moveCaret(page, 'Control+Home')
    await page.keyboard.press('F8')
    await page.keyboard.press('Shift+F8')
    for (const [left, key] of [
      [3, 'Enter'],
      [2, 'Enter'],
      [1, 'Backspace'],
    ] as const) {
      await page.keyboard.press(`Control+Alt+${key}`)
      await expect(list.getByRole('row')).toHaveCount(left)
    }
    await page.keyboard.press('Control+Alt+Enter')
    await expect(page.getByText(/^Правок нет/)).toBeVisible()
    await expect(paragraphWith(body, letter.lead)).toHaveText(written.editor.lead + letter.lead)
  })

  await test.step('«отредактирован», «вычитан», утверждён; каждое слово в тексте', async () => {
    await page.getByRole('tab', { name: 'Ход' }).click()
    await page.getByRole('button', { name: /^Отредактирован/ }).click()
    await be(page, /Литературный редактор/, /Корректор/)
    await page.getByRole('button', { name: /^Вычитан/ }).click()
    await expect(page.getByText('вычитан', { exact: true }).first()).toBeVisible()
    const { reporter, proofreader, editor } = written
    expect(allWords(await account(host))).toEqual(
      [...written.letter, ...wordsOf(reporter, proofreader, editor.lead, editor.ferry, editor.opening)].sort(),
    )
    await be(page, /Корректор/, /Главный редактор/)
    await page.getByRole('button', { name: /^Утвердить/ }).click()
    await expect(page.getByText(/^Утвердил/).first()).toBeVisible()
  })
})
