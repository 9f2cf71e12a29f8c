import { spawn } from 'node:child_process'

export interface Ended {
  readonly code: number
  /** All that it said, on both streams. */
  readonly output: string
}

/** Runs a command to its end, or for so many milliseconds at most. It never throws: what cannot be run ends with code 1. */
export const run = (
  command: string,
  args: readonly string[],
  { cwd, env, show = false, limitMs }: { cwd: string; env?: NodeJS.ProcessEnv; show?: boolean; limitMs: number },
): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd, env, timeout: limitMs, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('error', (error) => done({ code: 1, output: error.message }))
    child.on('close', (code, signal) =>
      done({ code: code ?? 1, output: signal === null ? output : `${output}\nпрервано: дольше ${limitMs / 1000} с` }),
    )
  })

/** The last line that was said: where programs tell what is wrong. */
export const lastLine = ({ output }: Ended): string => output.trim().split('\n').at(-1) ?? ''
