// Tests against real servers: `npm run test:services`. Starts on 127.0.0.1 what can be had, stops it at the end and says by
// name what was left out. A WordPress that is there already is named by NEWSROOM_TEST_WORDPRESS (see test/wordpress).
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { chmod, mkdir, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'newsroom-services-'))
const skipped: string[] = []

const run = (command: string, args: readonly string[], options: { cwd: string; env?: NodeJS.ProcessEnv; show?: boolean }) =>
  new Promise<{ code: number; output: string }>((done) => {
    const child = spawn(command, args, { ...options, stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('error', (error) => done({ code: 1, output: error.message }))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })

/** Debian's packages of the mail server; unpacked, never installed. */
const packages = ['python3-aiosmtpd', 'python3-public', 'python3-attr']

/** Unpacks the mail server; null, with the reason told, where its packages can't be had. */
const unpackMailServer = async (): Promise<string | null> => {
  const folder = join(scratch, 'packages')
  await mkdir(folder)
  // apt fetches as a user of its own.
  await chmod(folder, 0o777)
  const fetched = await run('apt-get', ['download', '-qq', ...packages], { cwd: folder })
  if (fetched.code !== 0) {
    skipped.push(`почтовый сервер aiosmtpd: пакеты не получены (${fetched.output.trim().split('\n').at(-1)})`)
    return null
  }
  for (const name of await readdir(folder)) if (name.endsWith('.deb')) await run('dpkg', ['-x', name, 'root'], { cwd: folder })
  return join(folder, 'root/usr/lib/python3/dist-packages')
}

/** Starts it and resolves with its port; null, with the reason told, where it does not start. */
const startMailServer = (library: string, mailbox: string, password: string) =>
  new Promise<{ child: ChildProcess; port: string } | null>((done) => {
    const script = join(import.meta.dirname, 'mail-server.py')
    const child = spawn('python3', [script, mailbox, password], { env: { ...process.env, PYTHONPATH: library } })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.stdout.once('data', (chunk: Buffer) => done({ child, port: chunk.toString().trim() }))
    const failed = (why: string) => {
      skipped.push(`почтовый сервер aiosmtpd: не запустился (${why})`)
      done(null)
    }
    child.once('error', (error) => failed(error.message))
    child.once('exit', () => failed(said.trim().split('\n').at(-1) ?? ''))
  })

const mailbox = join(scratch, 'letters')
const password = 'parol-sluzhby-1832'
const library = await unpackMailServer()
const mail = library === null ? null : await startMailServer(library, mailbox, password)
if (process.env.NEWSROOM_TEST_WORDPRESS === undefined) skipped.push('WordPress: адрес не задан в NEWSROOM_TEST_WORDPRESS')
try {
  const smtp = mail === null ? {} : { NEWSROOM_TEST_SMTP: `${mail.port}:${password}:${mailbox}` }
  const vitest = join(root, 'node_modules/.bin/vitest')
  const args = ['run', '--config', 'test/vitest.config.ts', 'test/services', 'test/wordpress/real-wordpress']
  const { code } = await run(vitest, args, { cwd: root, env: { ...process.env, ...smtp }, show: true })
  for (const reason of skipped) console.log(`пропущено: ${reason}`)
  process.exitCode = code
} finally {
  mail?.child.removeAllListeners('exit')
  mail?.child.kill()
  rmSync(scratch, { recursive: true, force: true })
}
