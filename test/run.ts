// Everything CI checks: `node test/run.ts`; `--only check|unit|e2e|electron` runs one part.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { z } from 'zod'
import { prepareTools } from './chromium.ts'

const root = resolve(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'newsroom-test-'))
const bin = join(root, 'node_modules', '.bin')
const environment = {
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
  NEWSROOM_HOME: join(scratch, 'home'),
  NO_COLOR: '1',
}

interface Tally {
  passed: number
  failed: number
  skipped: number
}
const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
const add = (more: Tally) => {
  tally.passed += more.passed
  tally.failed += more.failed
  tally.skipped += more.skipped
}

const run = (
  command: string,
  args: readonly string[],
  extra: Record<string, string> = {},
): Promise<{ code: number; output: string }> =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env: { ...environment, ...extra }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}` }))
    child.on('exit', (code) => done({ code: code ?? 1, output }))
  })

const check = async (name: string, command: string, args: readonly string[]): Promise<void> => {
  const { code, output } = await run(command, args)
  console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
  if (code !== 0) console.log(output)
  add({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 })
}

/** The compiler that checks in seconds; dependency-cruiser needs the programming interface of the older one. */
const compiler = join(root, 'node_modules', 'typescript-native', 'bin', 'tsc')
const layers = ['shared', 'layout', 'backend', 'main', 'preload', 'web', 'cli', 'renderer']

const checks = async (): Promise<void> => {
  const types = [...layers.map((layer) => `src/${layer}`), 'test']
  const queue = [...types]
  const work = async () => {
    for (let project = queue.shift(); project !== undefined; project = queue.shift())
      await check(`типы: ${project}`, process.execPath, [compiler, '-p', project])
  }
  await Promise.all([work(), work()])
  await check('стиль: biome', 'biome', ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=40'])
  await check('слои: dependency-cruiser', 'depcruise', ['src', '--config', 'build/dependency-rules.cjs', '--output-type', 'err'])
  await check('лишнее: knip', 'knip', [])
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
})

const unit = async (): Promise<void> => {
  const report = join(scratch, 'vitest.json')
  const args = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { code, output } = await run('vitest', args)
  console.log(output)
  try {
    const counts = vitestReport.parse(JSON.parse(readFileSync(report, 'utf8')))
    // A suite that does not even load has no failed test of its own.
    const failed = code !== 0 && counts.numFailedTests === 0 ? Math.max(1, counts.numFailedTestSuites) : counts.numFailedTests
    add({ passed: counts.numPassedTests, failed, skipped: counts.numPendingTests })
  } catch {
    add({ passed: 0, failed: 1, skipped: 0 })
  }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

const playwright = async (config: string): Promise<void> => {
  const chromium = prepareTools()
  if (!chromium) return add({ passed: 0, failed: 1, skipped: 0 })
  const report = join(scratch, 'playwright.json')
  const { code, output } = await run('playwright', ['test', '--config', config, '--reporter=list,json'], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  console.log(output)
  try {
    const { stats } = playwrightReport.parse(JSON.parse(readFileSync(report, 'utf8')))
    const failed = stats.unexpected
    if (stats.flaky > 0) console.log(`! со второй попытки: ${stats.flaky}`)
    add({ passed: stats.expected + stats.flaky, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: stats.skipped })
  } catch {
    add({ passed: 0, failed: 1, skipped: 0 })
  }
}

const at = process.argv.indexOf('--only')
const only = at < 0 ? null : process.argv[at + 1]
const wants = (part: string) => only === null || only === part

if (wants('check')) await checks()
if (only !== 'check') {
  prepareTools()
  await check('сборка', 'electron-vite', ['build', '--logLevel', 'warn'])
}
if (wants('unit')) await unit()
if (wants('e2e')) await playwright('test/playwright.config.ts')
if (wants('electron')) await playwright('test/electron/playwright.config.ts')
rmSync(scratch, { recursive: true, force: true })
const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`)
process.exitCode = tally.failed > 0 ? 1 : 0
