import { join, resolve } from 'node:path'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, optional, wholeNumber, word } from '../command.ts'

/** Where the built interface lies beside the built program. */
export const rendererFolder = (): string => join(import.meta.dirname, '..', 'renderer')

/** Resolves when the process is told to stop. */
export const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })

export const serveCommand: Command = {
  name: 'serve',
  synopsis: 'serve ПАПКА [--port N]',
  summary: 'открыть редакцию в браузере этого компьютера',
  words: [1, 1],
  flags: [],
  values: ['port'],
  run: async (line, { environment, backend, call, announce }) => {
    const port = wholeNumber('--port', optional(line, 'port') ?? '0', 0, 65535)
    await call(workspaceApi.open, { folder: word(line, 0) })
    const [{ startWebHost }, { lastPlace }] = await Promise.all([
      import('../../web/web-host.ts'),
      import('../../web/last-place.ts'),
    ])
    const last = lastPlace(environment.home, resolve(word(line, 0)))
    const host = await startWebHost({ backend, renderer: rendererFolder(), port, last })
    announce({ value: { url: host.url, port: host.port }, lines: [`Редакция открыта: ${host.url}`, 'Остановить: Ctrl C'] })
    await untilStopped()
    await host.close()
    return null
  },
}
