// `npm run dev`: rebuilds on every change and serves the demo newsroom; reload the page to see the change.
import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const folder = process.argv[2] ?? join(tmpdir(), 'newsroom-dev')
const start = (args: readonly string[]) => spawn(process.execPath, [...args], { cwd: root, stdio: 'inherit' })
const finished = (args: readonly string[]) => new Promise<void>((done) => start(args).on('exit', () => done()))
const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js')

await finished([builder, 'build', '--logLevel', 'warn'])
if (!existsSync(join(folder, 'settings.json'))) await finished(['out/main/cli.js', 'create', folder, '--demo'])
start(['out/main/cli.js', 'serve', folder])

let changed = false
let building = false
const rebuild = async () => {
  changed = true
  if (building) return
  building = true
  while (changed) {
    changed = false
    await finished([builder, 'build', '--logLevel', 'warn'])
    console.log('Собрано. Обновите страницу; правки src/backend, src/web и src/cli видны после перезапуска.')
  }
  building = false
}
watch(join(root, 'src'), { recursive: true }, () => void rebuild())
