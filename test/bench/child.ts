import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
/** The built program. */
export const program = join(root, 'out/main/cli.js')

/** Writes at the end of a process how much memory it ever took; loaded into children before anything else. */
const watcher = (file: string): string =>
  `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(file)},String(process.resourceUsage().maxRSS)))`

export interface Finished {
  /** From spawning to the end, milliseconds. */
  readonly milliseconds: number
  /** The most memory it ever took, MB. */
  readonly peak: number
  readonly output: string
}

/** Runs a script or program of Node to its end. */
export const runChild = async (args: readonly string[], home: string): Promise<Finished> => {
  const scratch = await mkdtemp(join(tmpdir(), 'newsroom-bench-child-'))
  const file = join(scratch, 'peak')
  const began = performance.now()
  const child = spawn(process.execPath, ['--expose-gc', '--import', watcher(file), ...args], {
    cwd: root,
    env: { ...process.env, NEWSROOM_HOME: home, NEWSROOM_PASSPHRASE: 'demo' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  const code = await new Promise<number | null>((done) => child.once('exit', done))
  const milliseconds = performance.now() - began
  if (code !== 0) throw new Error(`${args.join(' ')}: код ${code}\n${output}`)
  const peak = Number(await readFile(file, 'utf8')) / 1024
  await rm(scratch, { recursive: true })
  return { milliseconds, peak, output }
}

export interface Serving {
  readonly url: string
  /** When it was spawned, by `performance.now()`. */
  readonly began: number
  readonly stop: () => Promise<void>
}

/** Starts the built program on a folder. */
export const serve = (folder: string, home: string): Promise<Serving> =>
  new Promise((done, failed) => {
    const began = performance.now()
    const child: ChildProcess = spawn(process.execPath, [program, 'serve', folder], {
      env: { ...process.env, NEWSROOM_HOME: home, NEWSROOM_PASSPHRASE: 'demo', CI: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    const ended = new Promise<void>((end) => child.once('exit', () => end()))
    child.once('exit', () => failed(new Error(output)))
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(output)?.[0]
      if (url === undefined) return
      const stop = async () => {
        child.kill('SIGTERM')
        await ended
      }
      done({ url, began, stop })
    })
  })
