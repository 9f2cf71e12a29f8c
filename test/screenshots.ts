// `npm run screenshots`: pictures of every screen in both themes and three sizes into a folder; with `--readme` the few
// that the README shows, into docs/screenshots. Words after the options choose screens by name.
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { textSizes } from '../src/renderer/theme/theme.ts'
import { prepareTools } from './chromium.ts'
import type { Screen } from './screens/screen.ts'
import { screens } from './screens/screens.ts'
import { setStage } from './screens/stage.ts'
import { type Look, openWindow, visit } from './screens/visit.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    readme: { type: 'boolean', default: false },
    out: { type: 'string', default: join(tmpdir(), 'newsroom-screenshots') },
    sizes: { type: 'string', default: '1024x700,1280x800,2560x1440' },
    themes: { type: 'string', default: 'light,dark' },
    language: { type: 'string', default: 'ru' },
    /** Percent: 90, 100, 110, 125 or 150. */
    text: { type: 'string', default: '100' },
  },
})
const language = values.language === 'en' ? 'en' : 'ru'
const textSize = textSizes.find((size) => size === values.text) ?? '100'

interface Shot {
  readonly screen: Screen
  readonly look: Look
  readonly file: string
}

const named = (name: string): Screen => {
  const found = screens.find((screen) => screen.name === name)
  if (!found) throw new Error(`no screen «${name}»`)
  return found
}

/** Where a screen stands in the walk: pictures in a folder keep its order. */
const number = (screen: Screen): string => String(screens.indexOf(screen) + 1).padStart(2, '0')

/** What the README shows. */
const forReadme = (): readonly Shot[] => {
  const folder = resolve(import.meta.dirname, '../docs/screenshots')
  const shot = (name: string, theme: Look['theme'] = 'light'): Shot => ({
    screen: named(name),
    look: { theme, language: 'ru', width: 1440, height: 900 },
    file: join(folder, `${name}${theme === 'dark' ? '-dark' : ''}.png`),
  })
  return [
    shot('start'),
    shot('issue'),
    shot('article'),
    shot('article', 'dark'),
    shot('page'),
    shot('page', 'dark'),
    shot('publishing-out'),
  ]
}

const everything = (): readonly Shot[] => {
  const chosen = positionals.length === 0 ? screens : screens.filter(({ name }) => positionals.includes(name))
  return values.themes.split(',').flatMap((theme) =>
    values.sizes.split(',').flatMap((size) => {
      const [width = 1280, height = 800] = size.split('x').map(Number)
      const look: Look = { theme: theme === 'dark' ? 'dark' : 'light', language, textSize, width, height }
      return chosen.map((screen) => ({
        screen,
        look,
        file: join(values.out, `${look.theme}-${size}`, `${number(screen)}-${screen.name}.png`),
      }))
    }),
  )
}

/** A picture with a palette: a screen has few colours, and the README is read over slow lines as well. */
const take = async (page: Page, file: string): Promise<void> => {
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, await sharp(picture).png({ palette: true, quality: 90, effort: 8, dither: 0.4 }).toBuffer())
}

const executablePath = prepareTools()
if (!executablePath) process.exit(1)
const stage = await setStage()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'] })
try {
  const shots = values.readme ? forReadme() : everything()
  const looks = new Map(shots.map(({ look }) => [JSON.stringify(look), look]))
  for (const [key, look] of looks) {
    const context = await openWindow(browser, look, stage)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => console.error(error.message))
    for (const { screen, file } of shots.filter((shot) => JSON.stringify(shot.look) === key)) {
      try {
        await visit(page, screen, look, stage)
      } catch (error) {
        console.error(`${screen.name}: ${error instanceof Error ? error.message : String(error)}`)
        process.exitCode = 1
      }
      await take(page, file)
    }
    await context.close()
  }
  console.log(values.readme ? 'docs/screenshots' : values.out)
} finally {
  await browser.close()
  await stage.clear()
}
