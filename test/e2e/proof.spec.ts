import { expect } from '@playwright/test'
import { openDemo } from './demo-desk.ts'
import { test } from './host.ts'

test('оттиск, правка, второй оттиск, сверка с клавиатуры; отметки переживают перезапуск', async ({ page, desk }) => {
  const { host, open } = await openDemo(page, desk)
  const take = async (number: number) => {
    await page.getByRole('button', { name: 'Полоса', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Сделать оттиск' }).click()
    await expect(page.getByText(`Оттиск № ${number} сделан`)).toBeVisible()
  }
  const progress = page.getByRole('complementary').getByRole('status').first()
  await open('#/page/2')
  await expect(page.locator('[data-sheet="2"] svg text').first()).toBeAttached()

  await test.step('оттиск до правки и после неё', async () => {
    await take(1)
    await page.locator('[data-zone]').first().focus()
    await page.keyboard.press('F2')
    const area = page.getByLabel('Текст абзаца')
    await area.fill(`Совсем ${await area.inputValue()}`)
    await page.keyboard.press('Enter')
    await expect(area).toBeHidden()
    await expect(page.locator('[data-sheet="2"] svg text', { hasText: 'Совсем' }).first()).toBeAttached()
    await take(2)
  })

  await test.step('правка отмечена на обоих оттисках, отмечается с клавиатуры', async () => {
    await open('#/page/2/check')
    await page.getByRole('button', { name: /№ 2/ }).click()
    await page.getByRole('option', { name: /^№ 1/ }).click()
    await expect(progress).toHaveText('Сверено 0 из 1')
    await expect(page.locator('[data-mark="before"]')).toHaveCount(1)
    await expect(page.locator('[data-mark="after"]')).not.toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Полоса сверена' })).toBeDisabled()
    await page.keyboard.press('F8')
    await page.keyboard.press('Space')
    await expect(progress).toHaveText('Сверено 1 из 1')
  })

  await test.step('замечание корректора пишется к словам оттиска', async () => {
    await page.getByRole('button', { name: 'Замечание…' }).click()
    await page.getByLabel('К каким словам').fill('Совсем')
    await page.getByLabel('Исправить').fill('убрать слово')
    await page.getByRole('button', { name: 'Записать' }).click()
    await expect(page.getByRole('alert')).toContainText('Слов «Совсем» на оттиске № 1 нет')
    await page.keyboard.press('Escape')
  })

  await test.step('после перезапуска отметка на месте, полоса сверена', async () => {
    await host.kill()
    const again = await desk.start(['serve', desk.folder])
    await page.goto(again.url)
    await open('#/page/2/check')
    await page.getByRole('button', { name: /№ 2/ }).click()
    await page.getByRole('option', { name: /^№ 1/ }).click()
    await expect(progress).toHaveText('Сверено 1 из 1')
    const who = page.getByRole('button', { name: 'Кто вы?' })
    if (await who.isVisible()) {
      await who.click()
      await page
        .getByRole('menuitemradio', { name: /Главный редактор/ })
        .or(page.getByRole('menuitem', { name: /Главный редактор/ }))
        .first()
        .click()
    }
    await page.getByRole('button', { name: 'Полоса сверена' }).click()
    await expect(page.getByText(/^Полоса сверена: Главный редактор/)).toBeVisible()
  })
})
