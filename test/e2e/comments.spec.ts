import type { Page } from '@playwright/test'
import { accessible } from '../screens/accessible.ts'
import { moveCaret } from './caret.ts'
import { expect, test } from './host.ts'

const headline = 'Договор на четырёх досках'

/** Opens the article in a window of this person. */
const openAs = async (page: Page, url: string, folder: string, person: string) => {
  page.setDefaultTimeout(15_000)
  await page.addInitScript(([key, id]) => window.localStorage.setItem(key ?? '', id ?? ''), [`newsroom.person:${folder}`, person])
  await page.goto(`${url}#/article`)
  await page.getByLabel('Найти в заголовках, рубриках и подписях').fill(headline)
  await page.getByText(headline).first().click()
  await page.getByRole('tab', { name: /^Комментарии/ }).click()
  return page.locator('.ProseMirror').first()
}

test('комментарии: к словам, ответ в другом окне, текст вокруг меняется, слова уходят', async ({ page, context, desk }) => {
  await desk.command('create', desk.folder, '--demo')
  const host = await desk.start(['serve', desk.folder])
  const body = await openAs(page, host.url, desk.folder, 'proofreader')
  const other = await context.newPage()
  const otherBody = await openAs(other, host.url, desk.folder, 'reporter')
  const list = page.getByRole('list', { name: 'Комментарии к тексту' })
  const otherList = other.getByRole('list', { name: 'Комментарии к тексту' })
  const shaded = body.locator('.commented')
  let words = ''

  await test.step('корректор выделяет слова и спрашивает', async () => {
    await body.locator('p').nth(1).click()
    await moveCaret(page, 'Home')
    await page.keyboard.press('Shift+Control+ArrowRight')
    await page.keyboard.press('Shift+Control+ArrowRight')
    await page.keyboard.press('Control+Alt+KeyM')
    await page.getByLabel('Новый комментарий').fill('Проверить по документу.')
    await page.getByRole('button', { name: 'Позвать коллегу' }).click()
    await page.getByRole('menuitem', { name: 'Корреспондент' }).click()
    await page.getByLabel('Новый комментарий').press('Control+Enter')
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await expect(list).toContainText('Проверить по документу. @Корреспондент')
    words = (await shaded.first().innerText()).trim()
    expect(words).not.toBe('')
    await accessible(page, 'Замечания')
  })

  await test.step('в другом окне он виден и новый; ответ приходит сюда', async () => {
    await expect(otherList.getByText('новое')).toBeVisible()
    await otherList.getByRole('button', { name: 'Ответить' }).click()
    await other.getByLabel('Ответ').fill('Проверено: всё так.')
    await other.getByLabel('Ответ').press('Control+Enter')
    await expect(list).toContainText('Проверено: всё так.')
  })

  await test.step('пишут перед словами и делят абзац: комментарий остаётся при своих словах', async () => {
    await otherBody.locator('p').nth(1).click()
    await moveCaret(other, 'Home')
    await other.keyboard.type('Вот что важно. ')
    await other.keyboard.press('Enter')
    await expect(body).toContainText('Вот что важно.')
    await expect(body.locator('p').nth(2).locator('.commented').first()).toContainText(words)
  })

  await test.step('решён, возвращён ответом; слова вычеркнуты — обсуждение цело и помнит их', async () => {
    await list.getByRole('button', { name: 'Решено' }).click()
    await expect(page.getByText(/^Открытых комментариев нет/)).toBeVisible()
    await expect(shaded).toHaveCount(0)
    await page.getByRole('button', { name: /Какие/ }).click()
    await page.getByRole('option', { name: 'Все' }).click()
    await list.getByRole('button', { name: 'Вернуть' }).click()
    await expect(shaded.first()).toContainText(words)
    await otherBody
      .locator('p')
      .nth(2)
      .click({ position: { x: 40, y: 8 } })
    await moveCaret(other, 'Home')
    for (const _word of words.split(' ')) await other.keyboard.press('Shift+Control+ArrowRight')
    await other.keyboard.press('Delete')
    await expect(list).toContainText('Этих слов в тексте больше нет')
    await expect(list).toContainText(words)
    await page.reload()
    await page.getByRole('tab', { name: /^Комментарии/ }).click()
    await expect(list).toContainText('Проверено: всё так.')
  })
})
