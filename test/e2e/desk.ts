import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const program = resolve(import.meta.dirname, '../../out/main/cli.js')

/** The built program as a person starts it, in a process of its own. */
export interface RunningHost {
  readonly url: string
  /** Ends the process at once, as a power cut would. */
  kill(): Promise<void>
  /** Ends the process as a person does who is done for the day. */
  stop(): Promise<void>
}

/** A folder of its own and ways to start the program on it. */
export interface Desk {
  readonly root: string
  readonly folder: string
  start(args: readonly string[]): Promise<RunningHost>
  /** Runs one command to its end and returns the JSON it printed. */
  command(...args: readonly string[]): Promise<unknown>
  /** Ends every process and removes the folder. */
  clear(): Promise<void>
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once('exit', () => done())
  })

/** Makes a desk in the temporary folder; `variables` are added to the environment of the program. */
export const createDesk = async (variables: Readonly<Record<string, string>> = {}): Promise<Desk> => {
  const root = await mkdtemp(join(await realpath(tmpdir()), 'newsroom-e2e-'))
  const env = { ...process.env, NEWSROOM_HOME: join(root, 'home'), NEWSROOM_PASSPHRASE: 'demo', CI: '1', ...variables }
  const children: ChildProcess[] = []
  const run = (args: readonly string[]) => {
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    children.push(child)
    return child
  }
  return {
    root,
    folder: join(root, 'newsroom'),
    start: (args) =>
      new Promise((resolveHost, reject) => {
        const child = run(args)
        let output = ''
        const hear = (chunk: Buffer) => {
          output += chunk.toString()
          const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(output)?.[0]
          if (url === undefined) return
          const end = async (signal: NodeJS.Signals) => {
            child.kill(signal)
            await ended(child)
          }
          resolveHost({ url, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') })
        }
        child.stdout.on('data', hear)
        child.stderr.on('data', hear)
        child.once('exit', () => reject(new Error(output)))
      }),
    command: (...args) =>
      new Promise((resolveOutput, reject) => {
        const child = run([...args, '--json'])
        let output = ''
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk.toString()
        })
        child.once('exit', (code) => (code === 0 ? resolveOutput(JSON.parse(output)) : reject(new Error(output))))
      }),
    clear: async () => {
      for (const child of children) {
        child.kill('SIGKILL')
        await ended(child)
      }
      await rm(root, { recursive: true, force: true })
    },
  }
}
