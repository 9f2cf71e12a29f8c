import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { workspaceApi } from '../../shared/workspace/api.ts'
import type { Command } from '../command.ts'
import { electronProgram } from '../electron-runtime.ts'
import { rendererFolder, untilStopped } from './serve.ts'

/** Opens an address in the person's browser, where there is a display to show it on. */
const openBrowser = (url: string): void => {
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  if (!hasDisplay || process.env.CI) return
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  const child = spawn(program ?? '', args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

const runDesktop = (program: string, paths: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, [join(import.meta.dirname, 'index.js'), ...paths], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 0))
  })

export const startCommand: Command = {
  name: 'start',
  synopsis: 'start [ПАПКА] [ФАЙЛ…] [--web]',
  summary:
    'открыть программу: окном, где есть Electron, иначе в браузере; --web — сразу в браузере; файлы окно предложит принять',
  words: [0, Number.POSITIVE_INFINITY],
  flags: ['web'],
  values: [],
  run: async (line, { environment, backend, call, announce }) => {
    // Beside the output: with --json that is one value and nothing else.
    const say = (text: string) => process.stderr.write(`${text}\n`)
    if (!line.flags.has('web')) {
      const program = await electronProgram(environment, say)
      if (program !== null) {
        const paths = line.words.map((path) => resolve(path))
        const code = await runDesktop(program, paths)
        return { value: { code }, lines: [], failed: code !== 0 }
      }
      say('Среды Electron на этом компьютере нет: редакция открывается в браузере.')
    }
    const folder = line.words[0]
    if (folder !== undefined) await call(workspaceApi.open, { folder })
    const [{ startWebHost }, { lastPlace }] = await Promise.all([
      import('../../web/web-host.ts'),
      import('../../web/last-place.ts'),
    ])
    const last = lastPlace(environment.home, folder === undefined ? '' : resolve(folder))
    const host = await startWebHost({ backend, renderer: rendererFolder(), port: 0, last })
    announce({ value: { url: host.url, port: host.port }, lines: [`Редакция открыта: ${host.url}`, 'Остановить: Ctrl C'] })
    openBrowser(host.url)
    await untilStopped()
    await host.close()
    return null
  },
}
