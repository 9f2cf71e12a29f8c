import { accessible } from '../screens/accessible.ts'
import { openDemo } from './demo-desk.ts'
import { expect, test } from './host.ts'

test('оформление полос меняют с образцом рядом; материал кончается кодом, который ведёт на сайт', async ({ page, desk }) => {
  const { open } = await openDemo(page, desk)
  const size = page.getByLabel('Кегль текста, пт')
  const leading = page.getByLabel('Интерлиньяж, пт')
  const save = page.getByRole('button', { name: 'Сохранить оформление' })

  await test.step('чего не сохранить, сказано; шаг назад возвращает', async () => {
    await open('#/settings/style')
    await expect(page.getByRole('img', { name: 'Полоса с двумя-тремя материалами' }).locator('svg').first()).toBeAttached()
    await size.fill('12,5')
    await size.press('Tab')
    await expect(page.getByText('От 7 до 12')).toBeVisible()
    await expect(save).toBeDisabled()
    await size.fill('11,5')
    await size.press('Tab')
    await expect(page.getByText('Интерлиньяж 11 пт меньше кегля 11,5 пт')).toBeVisible()
    await page.getByRole('button', { name: 'Отменить шаг' }).click()
    await expect(size).toHaveValue('9')
    await expect(save).toBeDisabled()
    await accessible(page, 'Стиль газеты')
  })

  await test.step('несохранённое не уходит молча', async () => {
    await leading.fill('11,5')
    await leading.press('Tab')
    await open('#/issue')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Остаться' }).click()
    await expect(leading).toHaveValue('11,5')
  })

  await test.step('номер в работе верстается заново, и полоса встаёт по новой сетке', async () => {
    await save.click()
    const dialog = page.getByRole('alertdialog')
    await expect(dialog.getByRole('checkbox')).toBeChecked()
    await dialog.getByRole('button', { name: 'Сменить оформление' }).click()
    await expect(page.getByText('Изменений нет.')).toBeVisible()
    await open('#/page/2')
    await expect(page.locator('[data-sheet="2"] svg text').first()).toBeAttached()
  })

  await test.step('код в конце материала включается на полосе и снимается шагом назад', async () => {
    await open('#/settings/publication')
    const rule = page.getByLabel('Адрес материала на сайте')
    await rule.fill('https://eseur.ru/{slug}')
    await rule.press('Tab')
    await expect(page.getByText(/Сохранено/)).toBeVisible()
    await open('#/page/2')
    const words = page.locator('[data-sheet="2"] [data-role="storyLink"]').first()
    await expect(page.locator('[data-sheet="2"] svg text').first()).toBeAttached()
    const row = page.locator('aside button[aria-pressed]').nth(1)
    const code = page.getByText('QR-код на сайт')
    // A choice made while the page is being laid out may be let go again.
    await expect(async () => {
      if ((await row.getAttribute('aria-pressed')) === 'false') await row.click()
      await expect(code).toBeVisible({ timeout: 1000 })
    }).toPass()
    await code.click()
    await expect(words).toBeAttached()
    await page.keyboard.press('Control+z')
    await expect(words).toBeHidden()
  })
})
