import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { moveCaret } from './caret.ts'
import { pasteFromPrograms } from './clipboard.ts'
import { expect, test } from './host.ts'
import { hostilePastes } from './hostile-paste.ts'

const headline = 'Договор на четырёх досках'

const faultless = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([])
}

test('слова: типографика при наборе и по кнопке, орфография и написание, поиск с заменой', async ({ page, desk }) => {
  await desk.command('create', desk.folder, '--demo')
  const host = await desk.start(['serve', desk.folder])
  page.setDefaultTimeout(15_000)
  await page.addInitScript((folder) => window.localStorage.setItem(`newsroom.person:${folder}`, 'subEditor'), desk.folder)
  await page.goto(`${host.url}#/article`)
  await page.getByLabel('Найти в заголовках, рубриках и подписях').fill(headline)
  await page.getByText(headline).first().click()
  const body = page.locator('.ProseMirror').first()
  const last = body.locator('p').last()

  await test.step('кавычки встают при наборе, Backspace сразу возвращает набранное (Z5)', async () => {
    await last.click()
    await moveCaret(page, 'Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Газета "Труд"')
    await expect(last).toHaveText('Газета «Труд»')
    await page.keyboard.press('Backspace')
    await expect(last).toHaveText('Газета «Труд"')
  })

  await test.step('по кнопке — выбранные замены разом (Z4)', async () => {
    await page.keyboard.insertText(' - это зделали согласно приказа...')
    await page.getByRole('button', { name: /^Типографика/ }).click()
    await faultless(page)
    await page.getByRole('button', { name: /^Исправить/ }).click()
    await expect(last).toHaveText('Газета «Труд»\u00a0— это зделали согласно приказа…')
  })

  await test.step('замечания к словам: список и меню с клавиатуры (Z9)', async () => {
    await page.getByRole('tab', { name: /^Слова/ }).click()
    const list = page.getByRole('grid', { name: 'Замечания к словам' })
    await expect(list.getByRole('row').filter({ hasText: 'согласно приказа' })).toBeVisible()
    await expect(list.getByRole('row').filter({ hasText: 'зделали' })).toHaveCount(2)
    await faultless(page)
    await list
      .getByRole('row')
      .filter({ hasText: 'требует дательного' })
      .getByRole('button', { name: /^Заменить/ })
      .click()
    await expect(last).toContainText('согласно приказу')
    await last.click()
    await moveCaret(page, 'Home')
    await page.keyboard.press('F7')
    await expect(page.getByRole('menuitem', { name: 'сделали', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(last).toContainText('это сделали')
  })

  await test.step('поиск и замена всех разом, один шаг отмены (Z1, Z3)', async () => {
    await body.click()
    await page.keyboard.press('Control+KeyH')
    await page.getByLabel('Найти', { exact: true }).fill('газета')
    await page.getByRole('textbox', { name: 'Заменить на' }).fill('Книга')
    await faultless(page)
    await page.getByRole('button', { name: /^Заменить все/ }).click()
    await expect(last).toContainText('Книга «Труд»')
    await page.keyboard.press('Escape')
    await last.click()
    await page.keyboard.press('Control+KeyZ')
    await expect(last).toContainText('Газета «Труд»')
  })

  await test.step('заголовок — тоже текст: набор, орфография с клавиатуры, поиск с заменой, одна отмена на всё (Z14, Z15)', async () => {
    const head = page.getByLabel('Заголовок', { exact: true })
    const deck = page.getByLabel('Подзаголовок', { exact: true })
    const before = await deck.inputValue()
    await head.fill('')
    await head.pressSequentially('Зделали "доски" к зиме')
    await expect(head).toHaveValue('Зделали «доски» к зиме')
    await expect(page.locator('.marked-text .unknown-word')).toHaveText('Зделали')
    await faultless(page)
    await head.press('Home')
    await head.press('F7')
    await expect(page.getByRole('menuitem', { name: 'Сделали', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(head).toHaveValue('Сделали «доски» к зиме')
    await expect(head).toBeFocused()
    await page.keyboard.press('Control+KeyH')
    await page.getByLabel('Найти', { exact: true }).fill('доск')
    await page.getByRole('textbox', { name: 'Заменить на' }).fill('ДОСК')
    await page.getByRole('button', { name: /^Заменить все/ }).click()
    await expect(head).toHaveValue('Сделали «ДОСКи» к зиме')
    await expect(deck).not.toHaveValue(before)
    await expect(body).toContainText('ДОСК')
    await page.keyboard.press('Escape')
    await last.click()
    await page.keyboard.press('Control+KeyZ')
    await expect(head).toHaveValue('Сделали «доски» к зиме')
    await expect(deck).toHaveValue(before)
    await expect(body).not.toContainText('ДОСК')
  })

  await test.step('меню блоков: по «/» и по Ctrl /, русскими словами, с клавиатуры (Z11)', async () => {
    await last.click()
    await moveCaret(page, 'Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/цит')
    await expect(page.getByRole('option')).toHaveText(['Цитата', 'Источник цитаты'])
    await faultless(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Мы ждали этого дня')
    await expect(last).toHaveAttribute('data-kind', 'quote')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Slash')
    await page.keyboard.type('источ')
    await expect(page.getByRole('option', { selected: true })).toHaveText('Источник цитаты')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await page.keyboard.type('Ирина Петрова')
    await expect(last).toHaveAttribute('data-kind', 'quoteSource')
    await expect(last).toHaveText('Ирина Петрова')
  })

  await test.step('знаки Markdown становятся видом абзаца, одна отмена возвращает набранное (Z10)', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.type('## ')
    await expect(last).toHaveAttribute('data-kind', 'subhead')
    await expect(last).toHaveText('')
    await page.keyboard.press('Control+KeyZ')
    await expect(last).toHaveText('## ')
    await page.keyboard.press('Control+Shift+KeyZ')
    await page.keyboard.type('Что **дальше**')
    await expect(last.locator('strong')).toHaveText('дальше')
  })

  await test.step('абзац переносится с клавиатуры и за ручку, каждый раз одним шагом отмены (Z12)', async () => {
    await page.keyboard.press('Alt+ArrowUp')
    await expect(last).toHaveText('Ирина Петрова')
    await expect(page.getByText(/^Абзац перенесён/)).toBeAttached()
    await page.keyboard.press('Control+KeyZ')
    await expect(last).toHaveText('Что дальше')
    await last.hover()
    const goal = await body.locator('p[data-kind="quote"]').last().boundingBox()
    await page.locator('.block-handle').hover()
    await page.mouse.down()
    await page.mouse.move((goal?.x ?? 0) + 40, (goal?.y ?? 0) + 2, { steps: 6 })
    await page.mouse.up()
    await expect(last).toHaveText('Ирина Петрова')
    await page.keyboard.press('Control+KeyZ')
    await expect(last).toHaveText('Что дальше')
  })

  await test.step('содержание ведёт к подзаголовку (Z13)', async () => {
    await moveCaret(page, 'Control+Home')
    await page.getByRole('button', { name: 'Содержание' }).click()
    await faultless(page)
    await page.getByRole('menuitem', { name: 'Что дальше' }).click()
    await expect(body).toBeFocused()
    await page.keyboard.type('И ')
    await expect(last).toHaveText('И Что дальше')
  })

  await test.step('буквы стоят по порядку, как бы скоро после Enter их ни набрали (Z16)', async () => {
    await page.keyboard.press('Control+End')
    for (let time = 0; time < 12; time += 1) {
      await Promise.all([page.keyboard.press('Enter'), ...'вввод'.split('').map((letter) => page.keyboard.type(letter))])
      await expect(last).toHaveText('вввод')
    }
  })

  await test.step('вставка: ничего не выполняется и не загружается, мегабайт в один абзац — отказ словами (F28)', async () => {
    await last.click()
    await moveCaret(page, 'Control+End')
    const outcome = await body.evaluate((editor, pastes) => {
      Object.assign(window, { pwned: () => Object.assign(window, { pwnedRan: true }) })
      const paste = (type: string, content: string): void => {
        const clipboardData = new DataTransfer()
        clipboardData.setData(type, content)
        editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }
      for (const html of pastes) paste('text/html', html)
      paste('text/plain', 'ж'.repeat(1_000_000))
      const all = [...editor.querySelectorAll('*')]
      const own = (name: string) => name.startsWith('on') || name === 'srcdoc' || name === 'formaction'
      return {
        handlers: all.flatMap(({ attributes }) => [...attributes].map(({ name }) => name)).filter(own),
        strangers: all
          .map(({ localName }) => localName)
          .filter((name) => /^(script|iframe|object|embed|svg|math|form|style)$/.test(name)),
        links: [...editor.querySelectorAll('a')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !/^(https?:|mailto:|tel:|$)/.test(href)),
      }
    }, hostilePastes)
    expect(outcome).toMatchObject({ handlers: [], strangers: [], links: [] })
    await expect(page.getByText('Вставка слишком велика: 1')).toBeVisible()
    await page.keyboard.type('Жив.')
    await expect(body).toContainText('Жив.')
    expect(await page.evaluate(() => 'pwnedRan' in window)).toBe(false)
  })

  await test.step('вставка из Word, Google Документов, LibreOffice и со страницы: слова, виды, знаки и снимки на счету (F29)', () =>
    pasteFromPrograms(page, body))
})
