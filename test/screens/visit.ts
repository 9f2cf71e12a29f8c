import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { type Language, localeOf, messagesOf } from '../../src/renderer/i18n/language.ts'
import type { TextSize } from '../../src/renderer/theme/theme.ts'
import type { Screen } from './screen.ts'
import type { Stage } from './stage.ts'

/** How a window looks and speaks. */
export interface Look {
  readonly theme: 'light' | 'dark'
  readonly language: Language
  readonly width: number
  readonly height: number
  readonly textSize?: TextSize
}

/** A window of that look in which the chief sits at the training newsroom. */
export const openWindow = async (browser: Browser, look: Look, stage: Stage): Promise<BrowserContext> => {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.theme,
    locale: localeOf[look.language],
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  })
  const kept = {
    'newsroom.theme': look.theme,
    'newsroom.language': look.language,
    'newsroom.textSize': look.textSize ?? '100',
    [`newsroom.person:${stage.folder}`]: 'editorInChief',
  }
  await context.addInitScript((entries) => {
    if (window.location.protocol === 'about:') return
    for (const [key, value] of Object.entries(entries)) window.localStorage.setItem(key, value)
    const Real = window.WebSocket
    const idOf = (message: unknown) => /^\{"id":(\d+)/.exec(String(message).slice(0, 40))?.[1] ?? ''
    const asked = new Set<string>()
    Object.assign(window, { unanswered: () => asked.size })
    // The screen of a lost connection asks for it: every socket of the window closes and none opens again.
    let lost = false
    window.WebSocket = class extends Real {
      constructor(url: string | URL) {
        super(lost ? 'ws://127.0.0.1:9/' : url)
        this.addEventListener('message', ({ data }) => asked.delete(idOf(data)))
        this.addEventListener('close', () => asked.clear())
        window.addEventListener('test-lose-connection', () => {
          lost = true
          this.close()
        })
      }
      override send(data: string) {
        const id = idOf(data)
        if (id !== '') asked.add(id)
        super.send(data)
      }
    }
  }, kept)
  return context
}

/** Brings a window to a screen and waits until nothing on it changes any more. */
export const visit = async (page: Page, screen: Screen, look: Look, stage: Stage): Promise<void> => {
  const entry = stage[screen.place]
  // What does not come is a fault of this screen, not of the walk.
  page.setDefaultTimeout(30_000)
  // A new document for every screen: nothing of the one before stays open.
  await page.goto('about:blank')
  await page.goto(entry)
  await screen.open({
    page,
    text: messagesOf[look.language],
    stage,
    go: async (address) => {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, `#/${address}`)
    },
  })
  await settled(page, look.language)
}

/** Another window has chosen this language: the screen speaks it from now on. */
export const speak = async (page: Page, language: Language): Promise<void> => {
  await page.evaluate((choice) => {
    window.localStorage.setItem('newsroom.language', choice)
    window.dispatchEvent(new StorageEvent('storage', { key: 'newsroom.language' }))
  }, language)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await settled(page, language)
}

/** Waits until a screen has all that it asked for and drew it. */
const settled = async (page: Page, language: Language): Promise<void> => {
  const text = messagesOf[language]
  const unfinished = [text.publishing.previewLoading, text.page.loading, text.article.fit.measuring, text.page.check.pending]
  for (const words of unfinished) await expect(page.getByText(words)).toHaveCount(0, { timeout: 30_000 })
  await page.evaluate(async () => {
    const unanswered: unknown = Reflect.get(window, 'unanswered')
    const asks = () => typeof unanswered === 'function' && unanswered() !== 0
    const loads = () => [...document.images].some((image) => !image.complete)
    // An answer may bring a question or a picture of its own at the next drawing.
    for (let calm = 0; calm < 3; calm = asks() || loads() ? 0 : calm + 1) await new Promise(requestAnimationFrame)
    await document.fonts.ready
  })
}
