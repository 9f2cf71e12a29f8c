import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined

/**
 * Debian's packages that the tests look with: Chromium shows the interface, poppler and qpdf read the exported pages.
 * As root on Debian the missing ones are installed; elsewhere the tests of PDF tools skip by name.
 */
const packages = [
  { program: 'pdftotext', name: 'poppler-utils' },
  { program: 'qpdf', name: 'qpdf' },
]

/** The browser of this machine, or null. */
export const findChromium = (): string | null => {
  const given = process.env.CHROMIUM_PATH
  if (given) return given
  const own = chromium.executablePath()
  return [own, ...systemPaths].find((path) => existsSync(path)) ?? null
}

/** The browser the tests drive; installs it on Debian as root, says what to do elsewhere. */
export const prepareTools = (): string | null => {
  const missing = packages.filter(({ program }) => !has(program)).map(({ name }) => name)
  const present = findChromium()
  const wanted = [...(present ? [] : ['chromium']), ...missing]
  if (wanted.length > 0 && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log(`Ставлю пакеты Debian: ${wanted.join(', ')}`)
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], { stdio: 'inherit' })
  }
  const found = findChromium()
  if (!found)
    console.error(
      'Не найден Chromium. Поставьте его («apt install chromium», «npx playwright install chromium») или задайте CHROMIUM_PATH.',
    )
  return found
}
