import type { Page } from '@playwright/test'
import { accessible } from '../screens/accessible.ts'
import { moveCaret } from './caret.ts'
import { expect, test } from './host.ts'

const be = async (page: Page, now: RegExp, name: RegExp) => {
  await page.getByRole('button', { name: now }).click()
  await page.getByRole('menuitem', { name }).click()
}

const headline = 'Договор на четырёх досках'

test('правки: предложить, не утвердить с открытыми, принять и отклонить с клавиатуры, утвердить', async ({ page, desk }) => {
  await desk.command('create', desk.folder, '--demo')
  const host = await desk.start(['serve', desk.folder])
  page.setDefaultTimeout(15_000)
  await page.addInitScript((folder) => window.localStorage.setItem(`newsroom.person:${folder}`, 'subEditor'), desk.folder)
  await page.goto(`${host.url}#/article`)
  await page.getByLabel('Найти в заголовках, рубриках и подписях').fill(headline)
  await page.getByText(headline).first().click({ timeout: 15_000 })
  const body = page.locator('.ProseMirror').first()
  const list = page.getByRole('grid', { name: 'Правки в тексте' })
  const before = await body.locator('p').first().innerText()

  await test.step('литературный редактор вставляет, вычёркивает и делит абзац, не меняя текста', async () => {
    await body.locator('p').first().click()
    await page.keyboard.press('Control+Shift+KeyE')
    await expect(page.getByRole('button', { name: /^Режим правок/ })).toHaveAttribute('aria-pressed', 'true')
    await moveCaret(page, 'Control+Home')
    await page.keyboard.type('Вчера ')
    await moveCaret(page, 'End')
    await page.keyboard.press('Shift+Control+ArrowLeft')
    await page.keyboard.press('Delete')
    await page.getByRole('tab', { name: /^Правки/ }).click()
    await expect(list.getByRole('row')).toHaveCount(2)
    await expect(list.getByRole('row').first()).toContainText('Вчера')
    await accessible(page, 'Правки')
  })

  await test.step('главный редактор не может утвердить, пока правки не решены, и видит их', async () => {
    await be(page, /Литературный редактор/, /Главный редактор/)
    await page.getByRole('tab', { name: 'Ход' }).click()
    await page.getByRole('button', { name: /^Утвердить/ }).click()
    await expect(page.getByText(/не решено: 2 правки/)).toBeVisible()
    await page.getByRole('button', { name: 'Показать правки' }).click()
    await expect(list.getByRole('row')).toHaveCount(2)
  })

  await test.step('одну принимает, другую отклоняет — клавишами, из текста', async () => {
    await body.locator('p').first().click()
    await moveCaret(page, 'Control+Home')
    await page.keyboard.press('F8')
    await page.keyboard.press('Shift+F8')
    await page.keyboard.press('Control+Alt+Enter')
    await expect(list.getByRole('row')).toHaveCount(1)
    await page.keyboard.press('Control+Alt+Backspace')
    await expect(page.getByText(/^Правок нет/)).toBeVisible()
    await expect(body.locator('p').first()).toHaveText(`Вчера ${before}`)
  })

  await test.step('теперь утверждает', async () => {
    await page.getByRole('tab', { name: 'Ход' }).click()
    await page.getByRole('button', { name: /^Утвердить/ }).click()
    await expect(page.getByText(/^Утвердил/).first()).toBeVisible()
  })
})
