import { execFile } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './host.ts'

declare global {
  interface Window {
    /** What this window told its layout worker. */
    toldWorker: { readonly address: string; readonly message: unknown }[]
  }
}

test('один движок: рабочий поток окна и программа верстают одно и то же, правка видна в другом окне', async ({
  page,
  desk,
  context,
}) => {
  const host = await desk.start(['start', '--web'])
  await page.addInitScript(() => {
    window.toldWorker = []
    const Real = window.Worker
    const addresses = new WeakMap<Worker, string>()
    window.Worker = class extends Real {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options)
        addresses.set(this, String(address))
      }
      override postMessage(message: unknown): void {
        window.toldWorker.push({ address: addresses.get(this) ?? '', message })
        super.postMessage(message)
      }
    }
  })
  await page.goto(host.url)
  await page.getByText('Посмотреть на готовом номере').click()
  await page.getByLabel('Путь к папке').fill(desk.folder)
  await page.getByRole('button', { name: 'Создать здесь' }).click()
  await page.getByRole('button', { name: /Кто вы/ }).click()
  await page.getByRole('menuitem', { name: /Главный редактор/ }).click()
  await page.getByRole('link', { name: 'Номер' }).click()
  await page.getByRole('link', { name: 'Открыть полосу 2' }).click()
  await page.locator('[data-sheet] svg text').first().waitFor()

  const inWorker = await test.step('рабочий поток верстает весь номер', () =>
    page.evaluate(
      () =>
        new Promise<unknown>((done, failed) => {
          const [start, layOut] = window.toldWorker
          if (start === undefined || layOut === undefined) throw new Error('окно не верстает')
          const worker = new Worker(start.address, { type: 'module' })
          worker.addEventListener('error', (event) => failed(new Error(event.message)))
          worker.addEventListener('message', (event: MessageEvent<{ type: string; pages: unknown }>) => {
            if (event.data.type === 'failed') failed(new Error(JSON.stringify(event.data)))
            if (event.data.type === 'laidOut') done(event.data.pages)
          })
          worker.postMessage(start.message)
          worker.postMessage({ ...(layOut.message as object), pages: [1, 2, 3, 4, 5, 6, 7, 8] })
        }),
    ))

  await test.step('программа верстает то же самое, до последнего знака', async () => {
    // A copy: the folder itself is held by the host.
    const copy = join(desk.root, 'copy')
    await cp(desk.folder, copy, { recursive: true })
    const script = join(import.meta.dirname, 'lay-out-child.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [script, copy, join(desk.root, 'home-of-copy')], {
      maxBuffer: 2 ** 28,
    })
    const pages: unknown = JSON.parse(stdout)
    expect(pages).toHaveLength(8)
    expect(inWorker).toEqual(pages)
  })

  await test.step('заголовок, исправленный в одном окне, меняется на полосе в другом', async () => {
    const other = await context.newPage()
    await other.goto(host.url)
    await other.getByRole('link', { name: 'Номер' }).click()
    await other.getByRole('link', { name: 'Открыть полосу 2' }).click()
    await other.locator('[data-sheet] svg text').first().waitFor()
    const words = () =>
      other
        .locator('[data-sheet] svg text[data-role="headline"]')
        .evaluateAll((lines) => lines.map(({ textContent }) => textContent))
    const before = await words()
    expect(before.length).toBeGreaterThan(0)
    const id = await other.locator('[data-sheet] svg text[data-role="headline"]').first().getAttribute('data-article')
    await page.goto(`${new URL(page.url()).origin}/#/article/${id}`)
    const headline = page.getByLabel('Заголовок', { exact: true })
    await headline.fill('Новые слова над материалом')
    await expect.poll(async () => (await words()).join(' ')).toContain('Новые слова')
    await other.close()
  })
})
