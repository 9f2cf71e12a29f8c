// Tests against real servers: `npm run test:services`, with `-- --cuts N` for so many cut connections to WordPress. Starts on
// 127.0.0.1 what can be had of Debian's packages, stops it at the end, and says by name what was left out.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from './command.ts'
import { unpackPackages } from './debian-packages.ts'
import { startWordpress } from './wordpress-site.ts'

const root = resolve(import.meta.dirname, '../..')
const scratch = mkdtempSync(join(tmpdir(), 'newsroom-services-'))
const skipped: string[] = []

/** Longest run of the tests themselves, in milliseconds, for so many cuts: ten times what a free machine needs. */
const limitMs = (cuts: number): number => 600_000 + cuts * 20_000

/** Debian's packages of the mail server. */
const mailPackages = ['python3-aiosmtpd', 'python3-public', 'python3-attr']

/** Unpacks the mail server; null, with the reason told, where its packages can't be had. */
const unpackMailServer = async (): Promise<string | null> => {
  const packages = await unpackPackages(join(scratch, 'mail'), [], mailPackages)
  if ('root' in packages) return join(packages.root, 'usr/lib/python3/dist-packages')
  skipped.push(`почтовый сервер aiosmtpd: пакеты не получены (${packages.missing})`)
  return null
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

const startMail = async (mailbox: string, password: string) => {
  const library = await unpackMailServer()
  return library === null ? null : startMailServer(library, mailbox, password)
}

const startSite = async () => {
  // Another Debian may keep its files elsewhere: that is no fault of the program.
  const site = await startWordpress(join(scratch, 'wordpress')).catch((error: unknown) => ({ missing: String(error) }))
  if ('address' in site) return site
  skipped.push(`WordPress: ${site.missing}`)
  return null
}

const at = process.argv.indexOf('--cuts')
const cuts = at < 0 ? 20 : Number(process.argv[at + 1])
if (!Number.isInteger(cuts) || cuts < 1) throw new Error('--cuts: нужно число обрывов, например 100')
const mailbox = join(scratch, 'letters')
const password = 'parol-sluzhby-1832'
const started: { mail: Awaited<ReturnType<typeof startMail>>; site: Awaited<ReturnType<typeof startSite>> } = {
  mail: null,
  site: null,
}
const stop = async (): Promise<void> => {
  started.mail?.child.removeAllListeners('exit')
  started.mail?.child.kill()
  await started.site?.stop()
  rmSync(scratch, { recursive: true, force: true })
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().finally(() => process.exit(1)))
try {
  const begun = Date.now()
  started.mail = await startMail(mailbox, password)
  started.site = await startSite()
  const { mail, site } = started
  console.log(
    `службы: ${[mail && 'aiosmtpd', site && 'WordPress'].filter(Boolean).join(', ') || 'нет'}, ${Date.now() - begun} мс`,
  )
  const env = {
    ...process.env,
    ...(mail === null ? {} : { NEWSROOM_TEST_SMTP: `${mail.port}:${password}:${mailbox}` }),
    ...(site === null ? {} : { NEWSROOM_TEST_WORDPRESS: site.address, NEWSROOM_TEST_CUTS: String(cuts) }),
  }
  const vitest = join(root, 'node_modules/.bin/vitest')
  const config = ['--config', 'test/vitest.config.ts', '--disable-console-intercept=true', '--maxWorkers=1']
  const args = ['run', ...config, 'services/mail', 'wordpress/real-wordpress', 'wordpress/cut-connections']
  const { code } = await run(vitest, args, { cwd: root, env, show: true, limitMs: limitMs(cuts) })
  for (const reason of skipped) console.log(`пропущено: ${reason}`)
  process.exitCode = code
} finally {
  await stop()
}
