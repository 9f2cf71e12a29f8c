import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { createBackend } from '../../../src/backend/create-backend.ts'
import { nodeEnvironment } from '../../../src/backend/node-environment.ts'
import { newWorkflowRecord } from '../../../src/backend/workflow/act.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { findChromium } from '../../chromium.ts'
import { serve } from '../child.ts'
import { copyLinked } from '../copy.ts'
import { type Figure, figure } from '../figure.ts'
import { issueFolder, measuredIssue } from '../issue-folder.ts'
import { newPage } from '../painted.ts'
import { benchStories } from '../stories.ts'

const rounds = 7
const characters = 50_000
const keys = 300

/** Puts an article of 50,000 characters on page 2 of the folder's issue, where it runs far over. */
const addLongArticle = async (folder: string, home: string): Promise<string> => {
  const environment = { ...nodeEnvironment(), home, log: () => undefined }
  const backend = createBackend(environment, { sending: false })
  const opened = await backend.call('workspace.open', { folder }, { person: null })
  const newsroom = backend.newsroom()
  if (!opened.ok || !newsroom) throw new Error('папка не открылась')
  const samples = await Promise.all(newsroom.articles.ids().map((id) => newsroom.articles.content(id)))
  const [content = emptyContent] = benchStories(samples, 1, characters, 3)
  const id = await newsroom.articles.create(content)
  await newsroom.workflow.put(id, newWorkflowRecord('filed', 'create', null, environment.now(), 1000))
  const serial = measuredIssue(newsroom)
  await newsroom.issues.place(
    serial,
    new Map([[id, { page: 2, slot: 'auto', order: 'a0', continuation: null, continuationSlot: 'auto' }]]),
  )
  await backend.close()
  return id
}

const firstScreens = async (browser: Browser, url: string): Promise<readonly number[]> => {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const page = await newPage(browser)
    await page.goto(url)
    times.push(await page.evaluate(() => window.bench.wait('screen', () => document.querySelector('main h1') !== null)))
    await page.context().close()
  }
  return times
}

const openings = async (page: Page, id: string, length: number): Promise<readonly number[]> => {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await page.evaluate(() => {
      location.hash = '#/publishing'
    })
    await page.waitForFunction(() => document.querySelector('.article-body') === null)
    await page.waitForTimeout(1000)
    times.push(
      await page.evaluate(
        async ({ id, length }) => {
          const from = performance.now()
          location.hash = `#/article/${id}`
          const at = await window.bench.wait('editor', () => {
            const body = document.querySelector('.article-body[contenteditable="true"]')
            return body !== null && (body.textContent ?? '').length >= length
          })
          return at - from
        },
        { id, length },
      ),
    )
  }
  return times
}

declare global {
  interface Window {
    typed: number[]
  }
}

interface Typing {
  readonly perKey: readonly number[]
  readonly busy: number
  readonly longest: number
}

/** Types in the middle of the text and asks the page itself what each key cost. */
const typing = async (page: Page): Promise<Typing> => {
  await page.waitForSelector('.slot-end', { timeout: 30_000 })
  await page.evaluate(() => {
    const blocks = document.querySelectorAll('.article-body > *')
    const block = blocks[Math.floor(blocks.length / 2)]
    block?.scrollIntoView({ block: 'center' })
    const node = block?.firstChild
    if (!block || !node) throw new Error('нет текста')
    document.querySelector<HTMLElement>('.article-body')?.focus()
    getSelection()?.collapse(node, Math.floor((node.textContent ?? '').length / 2))
    window.typed = []
    const body = block.parentElement
    let from: number | null = null
    const told = () => {
      if (from !== null) window.typed.push(performance.now() - from)
      from = null
    }
    // The editor's own observer was there first: when this one is called, the transaction and its marks are done. What the
    // interface draws anew because of it is done in microtasks that were asked for before this one's.
    new MutationObserver(() => queueMicrotask(() => queueMicrotask(told))).observe(body ?? block, {
      ...{ characterData: true, childList: true, subtree: true },
    })
    window.addEventListener(
      'keydown',
      () => {
        from = performance.now()
      },
      true,
    )
  })
  await page.waitForTimeout(2500)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  await page.evaluate(() => {
    window.typed.length = 0
    const longest = { value: 0 }
    Object.assign(window, { longest })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.value = Math.max(longest.value, duration)
    }).observe({ type: 'longtask' })
  })
  const letters = 'профсоюз учителя отпуск '
  const before = await busy()
  for (let key = 0; key < keys; key += 1) {
    const letter = letters.charAt(key % letters.length)
    // A keyboard of its own knows no Russian: Playwright's would put these letters in without any key.
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
    await page.waitForTimeout(40)
  }
  const after = await busy()
  const perKey = await page.evaluate(() => window.typed)
  const longest = await page.evaluate(() => ('longest' in window ? (window.longest as { value: number }).value : 0))
  return { perKey, busy: (after - before) / keys, longest }
}

/** The interface in Chromium on the built program: first screen, a long article, typing in it. */
export const face = async (): Promise<{ readonly figures: readonly Figure[]; readonly chromium: string }> => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('нет Chromium: поставьте его или задайте CHROMIUM_PATH')
  const scratch = await mkdtemp(join(tmpdir(), 'newsroom-bench-'))
  const folder = join(scratch, 'newsroom')
  const home = join(scratch, 'home')
  await copyLinked(await issueFolder(true), folder)
  const id = await addLongArticle(folder, home)
  const serving = await serve(folder, home)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const screens = await firstScreens(browser, serving.url)
    const page = await newPage(browser)
    await page.goto(serving.url)
    await page.waitForSelector('main h1')
    const opened = await openings(page, id, characters)
    const { perKey, busy, longest } = await typing(page)
    await page.getByRole('button', { name: 'Кто вы?' }).click()
    await page.getByRole('menuitemradio').or(page.getByRole('menuitem')).first().click()
    await page.getByRole('button', { name: 'Режим правок', pressed: false }).click()
    await page.getByRole('button', { name: 'Режим правок', pressed: true }).waitFor()
    const suggested = await typing(page)
    const made = (name: string, values: readonly number[], goal: Figure['goal'] = null) =>
      figure('interface', name, values, { goal })
    return {
      chromium: browser.version(),
      figures: [
        made('первый экран: от перехода по адресу до нарисованного', screens),
        made('открыть материал в 50 000 знаков до правки', opened, { of: 'median', most: 150 }),
        made('буква посреди 50 000 знаков: нажатие → конец транзакции и пометок', perKey, { of: 'p95', most: 16 }),
        made('  то же в режиме правок', suggested.perKey, { of: 'p95', most: 16 }),
        made('  всё время главного потока на букву (с рисованием, замерами, сохранением)', [busy]),
        made('  самая долгая задача главного потока за 300 букв', [longest]),
      ],
    }
  } finally {
    await browser.close()
    await serving.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}
