import { expect, test } from './desktop.ts'

test('страница без Node: ни require, ни process, наружу только мост', async ({ desktop }) => {
  const { page } = await desktop.start()
  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  const seen = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', '__standInDeliver', '__standInReceive', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(seen).toEqual([])
  expect(await page.evaluate(() => Object.isFrozen(window.newsroom))).toBe(true)
})

test('переход на чужой адрес и чужое окно не случаются', async ({ desktop }) => {
  const { app, page } = await desktop.start()
  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.org/'
    link.textContent = 'Чужая ссылка'
    document.body.prepend(link)
    const other = document.createElement('a')
    other.href = 'https://example.org/window'
    other.target = '_blank'
    other.textContent = 'Чужое окно'
    document.body.prepend(other)
  })
  await page.getByText('Чужая ссылка').click()
  await page.getByText('Чужое окно').click()
  expect(await page.evaluate(() => window.open('https://example.org/popup') === null)).toBe(true)
  await page.evaluate(() => window.location.assign('https://example.org/script'))
  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.webContents.getURL()))).toEqual(
    [expect.stringMatching(/^app:\/\/newsroom\//)],
  )
  await expect.poll(() => app.windows()).toHaveLength(1)
})

test('камера, место и чтение буфера не даются', async ({ desktop }) => {
  const { page } = await desktop.start()
  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  const refusal = (ask: 'camera' | 'place' | 'clipboard') =>
    page.evaluate(async (wanted) => {
      const place = () => new Promise((done, refuse) => navigator.geolocation.getCurrentPosition(done, refuse))
      const asking = {
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        place,
        clipboard: () => navigator.clipboard.readText(),
      }
      return asking[wanted]().then(
        () => 'дано',
        (error: unknown) =>
          error instanceof DOMException ? error.name : error instanceof GeolocationPositionError ? error.code : 'иначе',
      )
    }, ask)
  expect(await refusal('camera')).toBe('NotAllowedError')
  expect(await refusal('place')).toBe(1)
  expect(await refusal('clipboard')).toBe('NotAllowedError')
})

test('чужой скрипт в тексте страницы не выполняется', async ({ desktop }) => {
  const { page } = await desktop.start()
  await expect(page.getByRole('heading', { name: 'С чего начать' })).toBeVisible()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  const ran = await page.evaluate(() => {
    const inline = document.createElement('script')
    inline.textContent = 'window.strangerRan = true'
    document.body.append(inline)
    const handler = document.createElement('div')
    handler.setAttribute('onclick', 'window.strangerRan = true')
    document.body.append(handler)
    handler.click()
    return 'strangerRan' in window
  })
  expect(ran).toBe(false)
  expect(
    await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'ушло',
        () => 'остановлено',
      ),
    ),
  ).toBe('остановлено')
  expect(complaints.join('\n')).toContain('Content Security Policy')
})
