import type { Page } from '@playwright/test'
import { accessible } from '../screens/accessible.ts'
import { expect, test } from './host.ts'

const be = async (page: Page, now: RegExp, name: RegExp) => {
  await page.getByRole('button', { name: now }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('учебная редакция: номер на восьми полосах, опоздание видно, срок меняет тот, кто вправе', async ({ page, desk }) => {
  const host = await desk.start(['start', '--web'])

  await test.step('создаётся с первого экрана', async () => {
    await page.goto(host.url)
    await page.getByText('Посмотреть на готовом номере').click()
    await page.getByLabel('Путь к папке').fill(desk.folder)
    await page.getByRole('button', { name: 'Создать здесь' }).click()
    await be(page, /Кто вы/, /Редактор отдела/)
  })

  await test.step('в плане — восемь занятых полос, хвост и опоздание', async () => {
    await page.getByRole('link', { name: 'Номер' }).click()
    await expect(page.getByText('из 8 полос занято')).toBeVisible()
    await expect(page.getByText('Первая полоса').first()).toBeVisible()
    await expect(page.getByRole('img', { name: /^хвост \d/ }).first()).toBeVisible()
    await expect(page.getByText('опаздывает', { exact: true })).toHaveCount(1)
  })

  await test.step('на полосе каждый знак стоит на своём месте', async () => {
    await page.getByRole('link', { name: 'Открыть полосу 2' }).click()
    const texts = page.locator('[data-sheet] svg text')
    await texts.first().waitFor()
    const shifted = await texts.evaluateAll((elements) =>
      elements.flatMap((element) =>
        element instanceof SVGTextContentElement && element.getNumberOfChars() !== element.textContent.length
          ? [element.textContent]
          : [],
      ),
    )
    expect(shifted).toEqual([])
  })

  await test.step('в списке — на сколько опаздывает и что ещё ждут', async () => {
    await page.getByRole('link', { name: 'Материалы' }).click()
    await expect(page.getByText(/^опаздывает на /)).toHaveCount(1)
    // Which day it is called depends on the hour; the host and the browser may stand in different time zones.
    await expect(page.getByText(/^срок: (?:сегодня|завтра|\d+ \p{L}+), \d\d:00$/u)).toBeVisible()
  })

  await test.step('редактор отдела меняет срок: сохраняется, как только поле оставлено', async () => {
    await page.getByText('Что обещали год назад').first().click()
    const field = page.getByLabel('Срок сдачи')
    await expect(page.getByText(/^опаздывает на /)).toBeVisible()
    await field.fill('31.02 10:00')
    await field.blur()
    await expect(page.getByText(/^Впишите день и время/)).toBeVisible()
    await field.fill('01.03.2099 18:00')
    await field.blur()
    await expect(page.getByText(/^срок: 1 марта 2099 г\., 18:00$/)).toBeVisible()
    await accessible(page, 'Срок')
    await page.reload()
    await expect(field).toHaveValue('01.03.2099 18:00')
  })

  await test.step('корреспондент срок видит, но не меняет', async () => {
    await be(page, /Редактор отдела/, /Корреспондент/)
    await expect(page.getByText('Срок сдачи: 1 марта 2099 г., 18:00')).toBeVisible()
    await expect(page.getByLabel('Срок сдачи')).toHaveCount(0)
  })
})
