import { join } from 'node:path'
import { expect, test } from './host.ts'

test('список материалов: новый порядок читают сначала, Enter открывает материал', async ({ page, desk }) => {
  await desk.command('create', desk.folder, '--demo')
  const { url } = await desk.start(['serve', desk.folder])
  await page.goto(url)
  await page.getByRole('link', { name: 'Материалы' }).click()
  const table = page.getByRole('grid', { name: 'Материалы' })
  const top = table.getByRole('rowheader').first()
  await top.waitFor()
  const before = await top.textContent()
  await table.evaluate((element) => element.scrollTo({ top: 400 }))
  expect(await table.evaluate((element) => element.scrollTop)).toBeGreaterThan(300)
  await table.getByRole('columnheader', { name: 'Заголовок' }).click()
  await expect.poll(() => table.evaluate((element) => element.scrollTop)).toBe(0)
  // The rows in their new order come a moment later.
  await expect(top).not.toHaveText(before ?? '')

  const first = table.getByRole('row').nth(1)
  await first.focus()
  const headline = await first.getByRole('rowheader').textContent()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Заголовок', { exact: true })).toHaveValue(headline ?? '')
})

test('строка заголовка остаётся по высоте текста, когда окно меняет ширину', async ({ page, desk }) => {
  await desk.command('create', desk.folder, '--demo')
  const { url } = await desk.start(['serve', desk.folder])
  await page.goto(url)
  await page.getByRole('link', { name: 'Материалы' }).click()
  await page.getByLabel(/^Найти в заголовках/).fill('посчитать')
  await page.getByText('Сначала посчитать, потом спросить').click()
  const field = page.getByLabel('Подзаголовок', { exact: true })
  const gap = () =>
    field.evaluate((element) => {
      const shown = element.clientHeight
      const copy = element instanceof HTMLElement ? element.style : null
      if (!copy) return Number.NaN
      const own = copy.height
      copy.height = 'auto'
      const needed = element.scrollHeight
      copy.height = own
      return Math.abs(shown - needed)
    })
  await expect.poll(gap).toBeLessThanOrEqual(1)
  await page.setViewportSize({ width: 700, height: 800 })
  await expect.poll(gap).toBeLessThanOrEqual(1)
})

test('долгое открытие папки показывает, сколько материалов прочитано', async ({ page, desk }) => {
  const folder = join(desk.root, 'Большая')
  await desk.command('create', folder)
  const { url } = await desk.start(['start', '--web'])
  const tell: ((event: object) => void)[] = []
  await page.routeWebSocket(/.*/, (socket) => {
    socket.connectToServer()
    tell.push((event) => socket.send(JSON.stringify({ event })))
  })
  await page.goto(url)
  await page.getByRole('heading', { name: 'С чего начать' }).waitFor()
  const reading = (done: number) => {
    for (const send of tell) send({ type: 'jobProgress', job: 'catalog', done, total: 50_000, label: '' })
  }
  reading(1200)
  await expect(page.getByText('Читаем материалы: 1 200 из 50 000')).toBeVisible()
  await expect(page.getByRole('progressbar')).toBeVisible()
  reading(50_000)
  await expect(page.getByRole('progressbar')).toBeHidden()
})
