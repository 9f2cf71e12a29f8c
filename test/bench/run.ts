// `npm run bench`: how fast the heavy steps are on this machine; asserts nothing.
// `npm run bench -- search store` runs some parts; `--json FILE` writes the figures; `--docs` also writes docs/performance.*;
// `--peers` sets the same text with XeLaTeX, typst and Chromium, those of them that the machine has.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, release, type as systemType, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Bench, cells, type Figure, heads } from './figure.ts'
import { face } from './parts/interface.ts'
import { openings } from './parts/screens.ts'
import { search } from './parts/search.ts'
import { store } from './parts/store.ts'
import { typesetting } from './parts/typesetting.ts'
import { readBench, writeDocs } from './report.ts'

const root = resolve(import.meta.dirname, '../..')
const names = ['typesetting', 'store', 'search', 'interface', 'screens'] as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    docs: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '100,10000,50000' },
  },
})
const parts = positionals.length === 0 ? names : names.filter((name) => positionals.includes(name))
const sizes = values.sizes.split(',').map(Number)

const built = spawnSync(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
})
if (built.status !== 0) process.exit(1)

const processors = cpus()
const loadBefore = loadavg()[0] ?? 0
const figures: Figure[] = []
const seconds: Record<string, number> = {}
let chromium = ''
for (const part of parts) {
  const from = performance.now()
  if (part === 'typesetting') figures.push(...(await typesetting(values.peers)))
  if (part === 'store') figures.push(...(await store(sizes)))
  if (part === 'search') figures.push(...(await search(sizes)))
  if (part === 'interface' || part === 'screens') {
    const measured = await (part === 'screens' ? openings() : face())
    figures.push(...measured.figures)
    chromium = measured.chromium
  }
  seconds[part] = Math.round((performance.now() - from) / 1000)
}

const load: Bench['load'] = [loadBefore, loadavg()[0] ?? 0]
const bench: Bench = {
  at: new Date().toISOString().slice(0, 10),
  machine: `${processors.length} × ${processors[0]?.model.trim() ?? ''}`,
  memory: `${Math.round(totalmem() / 1024 ** 3)} ГБ`,
  system: `${systemType()} ${release()}`,
  node: process.version,
  chromium,
  load,
  loads: Object.fromEntries(parts.map((part) => [part, load])),
  seconds,
  figures,
}

const rows = [heads as readonly string[], ...figures.map(cells)]
const widths = heads.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
console.log(`${bench.machine}, ${bench.memory}, ${bench.system}, Node ${bench.node}, Chromium ${bench.chromium}`)
for (const row of rows)
  console.log(
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
console.log(
  `Заняло: ${Object.entries(seconds)
    .map(([part, count]) => `${part} ${count} с`)
    .join(', ')}`,
)
if (values.json) writeFileSync(values.json, `${JSON.stringify(bench, null, 1)}\n`)
if (values.docs) {
  const docs = join(root, 'docs')
  writeDocs(docs, readBench(docs), bench)
}
