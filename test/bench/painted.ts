import type { Browser, BrowserContextOptions, Page } from '@playwright/test'

declare global {
  interface Window {
    bench: { wait(name: string, isThere: () => boolean): Promise<number> }
  }
}

/** In the page: remembers when something first stood there, counted from the beginning of the page. */
const watch = () => {
  const seen = new Map<string, number>()
  const wanted = new Map<string, () => boolean>()
  const look = () => {
    for (const [name, isThere] of wanted) {
      if (seen.has(name) || !isThere()) continue
      seen.set(name, Number.NaN)
      // Two frames later it has been painted.
      requestAnimationFrame(() => requestAnimationFrame(() => seen.set(name, performance.now())))
    }
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
  Object.assign(window, {
    bench: {
      wait: (name: string, isThere: () => boolean) =>
        new Promise<number>((done) => {
          wanted.set(name, isThere)
          seen.delete(name)
          look()
          const check = () => {
            const at = seen.get(name)
            if (at !== undefined && !Number.isNaN(at)) {
              wanted.delete(name)
              done(at)
            } else setTimeout(check, 5)
          }
          check()
        }),
    },
  })
}

/** A window of the interface that can be asked when something stood painted in it. */
export const newPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ru-RU', ...options })
  const page = await context.newPage()
  await page.addInitScript(watch)
  return page
}
