import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

type Heard = (argv: readonly string[], folder: string, data: unknown) => void

const noteSchema = z.object({ argv: z.array(z.string()), folder: z.string(), data: z.unknown().optional() })

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The process that holds the lock file, or null when this one has just taken it. */
const holder = (file: string): number | null => {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return null
  } catch {
    const pid = Number(readFileSync(file, 'utf8'))
    if (alive(pid)) return pid
    rmSync(file, { force: true })
    return holder(file)
  }
}

/** Sends to the first process and waits: the second one ends as soon as it is told that it is the second. */
const tell = (socket: string, note: z.infer<typeof noteSchema>): void => {
  const code = `
    const { connect } = require('node:net')
    const attempt = (left) => connect(process.argv[1]).on('error', () => left > 0 && setTimeout(attempt, 50, left - 1)).on('connect', function () { this.end(process.argv[2]) })
    attempt(100)`
  spawnSync(process.execPath, ['-e', code, socket, JSON.stringify(note)], { stdio: 'ignore' })
}

let held = false

/**
 * Takes the lock of a folder of user data. False when another process holds it: that one has then been told the
 * arguments, the working folder and the additional data of this one.
 */
export const takeLock = (userData: string, given: unknown, heard: Heard): boolean => {
  if (held) return true
  const name = `stand-in-${createHash('sha256').update(userData).digest('hex').slice(0, 16)}`
  const file = join(tmpdir(), `${name}.lock`)
  const socket = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.socket`)
  if (holder(file) !== null) {
    tell(socket, { argv: process.argv, folder: process.cwd(), data: given })
    return false
  }
  held = true
  rmSync(socket, { force: true })
  const server = createServer((connection) => {
    let text = ''
    connection.setEncoding('utf8')
    connection.on('data', (chunk: string) => {
      text += chunk
    })
    connection.on('end', () => {
      const { argv, folder, data = null } = noteSchema.parse(JSON.parse(text))
      heard(argv, folder, data)
    })
  })
  server.listen(socket).unref()
  process.once('exit', () => {
    rmSync(file, { force: true })
    rmSync(socket, { force: true })
  })
  return true
}
