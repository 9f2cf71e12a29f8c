import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { type Connection, connect } from './cdp.ts'

const switches = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-startup-window',
  '--lang=ru-RU',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-popup-blocking',
  // A refused camera must be one that is there.
  '--use-fake-device-for-media-stream',
  // Chosen files go from the page to this process (file-paths.ts).
  '--disable-features=LocalNetworkAccessChecks',
  '--force-color-profile=srgb',
  '--password-store=basic',
]

const attachedSchema = z.object({
  sessionId: z.string(),
  targetInfo: z.object({ targetId: z.string(), openerId: z.string().optional() }),
})

export interface Browser {
  readonly connection: Connection
  readonly address: string
  /** Ends the browser; resolves when its process is gone and its profile removed. */
  close(): Promise<void>
}

/** Starts the Chromium whose pages are the windows. It never outlives this process. */
export const startChromium = async (program: string): Promise<Browser> => {
  const profile = mkdtempSync(join(tmpdir(), 'stand-in-chromium-'))
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(program, [...switches, ...root, `--user-data-dir=${profile}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  // A process that is killed cleans nothing up: this one notices that the pipe to it has closed, and does.
  if (process.platform !== 'win32')
    spawn('sh', ['-c', 'cat >/dev/null; kill -9 "$1"; rm -rf "$2"', 'sh', String(child.pid), profile], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  process.once('exit', () => {
    child.kill('SIGKILL')
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Chromium не запустился (${code})`)))
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  const connection = await connect(address)
  // A window that a page opens waits here before anything loads, and goes: only refusals are imitated.
  connection.on('Target.attachedToTarget', (params) => {
    const { sessionId, targetInfo } = attachedSchema.parse(params)
    if (targetInfo.openerId === undefined)
      void connection
        .session(sessionId)
        .send('Runtime.runIfWaitingForDebugger')
        .catch(() => {})
    else void connection.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {})
  })
  await connection.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  return {
    connection,
    address,
    close: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
