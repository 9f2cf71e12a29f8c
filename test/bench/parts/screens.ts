import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../chromium.ts'
import { copyArchive } from '../archive.ts'
import { serve } from '../child.ts'
import { type Figure, figure } from '../figure.ts'
import { newPage } from '../painted.ts'

/** A newspaper of five years. */
const articles = 10_000
const issues = 250
/** Enough for a p95. */
const rounds = 20
/** Between two openings the program comes to rest, milliseconds. */
const rest = 700

interface Screen {
  readonly name: string
  readonly link: string
  /** Where the person is before; the settings where nobody says. */
  readonly from?: string
  /** Stands there when the screen's list does. */
  readonly painted: string
  /** How the calendar is to be shown. */
  readonly view?: string
}

const screens: readonly Screen[] = [
  { name: '«Мой стол»', link: '#/desk', painted: 'main [role="grid"] [role="row"]' },
  { name: 'план номера', link: '#/issue', painted: 'main [data-sheet] [role="row"]' },
  { name: 'календарь, месяц', link: '#/calendar', painted: 'main [data-day]', view: 'month' },
  { name: 'календарь, список за год', link: '#/calendar', painted: 'main [role="row"]', view: 'list' },
  {
    ...{ name: 'архив: материалы', link: '#/calendar/archive', from: '#/calendar/rubrics' },
    painted: 'main [role="grid"][aria-label="Материалы"] [role="row"]',
  },
  { name: 'материалы', link: '#/article', painted: 'main [role="row"][data-key]' },
]

interface Opening {
  /** From the click to the second frame after the list stands there, milliseconds. */
  readonly whole: number
  /** Processor time of the page's main thread meanwhile, milliseconds. */
  readonly busy: number
}

const openOnce = async (
  page: Page,
  { link, painted, from = '#/settings' }: Screen,
  busy: () => Promise<number>,
): Promise<Opening> => {
  await page.evaluate((place) => {
    location.hash = place
  }, from)
  await page.waitForFunction((selector) => document.querySelector(selector) === null, painted)
  await page.waitForTimeout(rest)
  const before = await busy()
  const whole = await page.evaluate(
    async ({ link, painted }) => {
      const way = document.querySelector<HTMLElement>(`a[href="${link}"]`)
      if (way === null) throw new Error(`нет ссылки ${link}`)
      const from = performance.now()
      way.click()
      return (await window.bench.wait('list', () => document.querySelector(painted) !== null)) - from
    },
    { link, painted },
  )
  return { whole, busy: (await busy()) - before }
}

const measure = async (page: Page): Promise<readonly Figure[]> => {
  const session = await page.context().newCDPSession(page)
  // Counted by the processor's clock: what others do on the machine is not in it.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const figures: Figure[] = []
  for (const screen of screens) {
    await page.evaluate((view) => localStorage.setItem('newsroom.calendar.view', view), screen.view ?? 'month')
    const first = await openOnce(page, screen, busy)
    const openings: Opening[] = []
    for (let round = 0; round < rounds; round += 1) openings.push(await openOnce(page, screen, busy))
    const whole = openings.map((opening) => opening.whole)
    figures.push(
      figure('screens', `${screen.name}: нажатие → список нарисован`, whole, { goal: { of: 'p95', most: 300 } }),
      figure('screens', '  первый раз после открытия папки', [first.whole]),
      figure(
        'screens',
        '  процессорное время главного потока окна',
        openings.map((opening) => opening.busy),
      ),
    )
  }
  return figures
}

/** How long the screens of a large newsroom take to open, on the built program in Chromium. */
export const openings = async (): Promise<{ readonly figures: readonly Figure[]; readonly chromium: string }> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('нет Chromium: поставьте его или задайте CHROMIUM_PATH')
  const scratch = await mkdtemp(join(tmpdir(), 'newsroom-bench-'))
  const folder = join(scratch, 'newsroom')
  await copyArchive({ articles, issues }, folder)
  const serving = await serve(folder, join(scratch, 'home'))
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await newPage(browser)
    await page.addInitScript((key) => localStorage.setItem(key, 'editorInChief'), `newsroom.person:${folder}`)
    await page.goto(serving.url)
    await page.waitForSelector('main h1')
    // What is done in the background after a folder was opened is no part of an opening.
    await page.waitForTimeout(5000)
    return { figures: await measure(page), chromium: browser.version() }
  } finally {
    await browser.close()
    await serving.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}
