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

/** What the layout worker answers, as far as it is looked at. */
interface Reply {
  readonly type: string
  readonly pages?: unknown
  readonly fit?: unknown
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

  const inWorker = await test.step('рабочий поток верстает весь номер, потом считает место каждого материала', () =>
    page.evaluate(async () => {
      const [start, layOut] = window.toldWorker
      if (start === undefined || layOut === undefined) throw new Error('окно не верстает')
      const worker = new Worker(start.address, { type: 'module' })
      const ask = (message: unknown, answer: string) =>
        new Promise<Reply>((done, failed) => {
          worker.onerror = (event) => failed(new Error(event.message))
          worker.onmessage = ({ data }: MessageEvent<Reply>) => {
            if (data.type === 'failed') failed(new Error(JSON.stringify(data)))
            if (data.type === answer) done(data)
          }
          worker.postMessage(message)
        })
      worker.postMessage(start.message)
      const issue = layOut.message as { readonly stories: readonly unknown[] }
      const { pages } = await ask({ ...issue, pages: [1, 2, 3, 4, 5, 6, 7, 8] }, 'laidOut')
      const fits: unknown[] = []
      for (const [run, story] of issue.stories.entries())
        fits.push((await ask({ type: 'copyfit', run: run + 1, story, alone: null }, 'copyfit')).fit)
      return { pages, fits: fits.filter((fit) => fit !== null) }
    }))

  await test.step('программа верстает то же самое, до последнего знака', async () => {
    // A copy: the folder itself is held by the host.
    const copy = join(desk.root, 'copy')
    await cp(desk.folder, copy, { recursive: true })
    const script = join(import.meta.dirname, 'lay-out-child.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [script, copy, join(desk.root, 'home-of-copy')], {
      maxBuffer: 2 ** 28,
    })
    const { pages, fits }: { readonly pages: unknown; readonly fits: readonly { readonly article: string }[] } =
      JSON.parse(stdout)
    expect(pages).toHaveLength(8)
    expect(inWorker.pages).toEqual(pages)
    expect(fits.length).toBeGreaterThan(20)
    expect(inWorker.fits).toEqual(fits)
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
