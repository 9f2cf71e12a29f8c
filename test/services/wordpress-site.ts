// A WordPress of Debian's packages on 127.0.0.1, with a database of its own behind a socket. Nothing is installed, and all
// that it writes lies in the folder it is given.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { lastLine, run } from './command.ts'
import { unpackPackages } from './debian-packages.ts'

const script = (name: string): string => join(import.meta.dirname, 'wordpress', name)

/** PHP's packages carry their version in the name: the one that this Debian has. */
const phpVersion = async (cwd: string): Promise<string | null> => {
  const told = await run('apt-cache', ['depends', 'php-cli'], { cwd, limitMs: 20_000 })
  return /php(\d+\.\d+)-cli/.exec(told.output)?.[1] ?? null
}

/** A port that nobody listens on now. */
const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('порт'))))
    })
  })

/** Asks until the answer is true, for so many milliseconds at most. */
const until = async (ready: () => Promise<boolean>, limitMs: number): Promise<boolean> => {
  for (const end = Date.now() + limitMs; Date.now() < end; await new Promise((done) => setTimeout(done, 100)))
    if (await ready()) return true
  return false
}

export interface WordpressSite {
  /** With user and application password: what NEWSROOM_TEST_WORDPRESS is. */
  readonly address: string
  stop(): Promise<void>
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once('close', () => done()))

/** Extensions that Debian keeps in files of their own; those that are not there are done without. */
const extensions = ['mysqlnd', 'mysqli', 'ctype', 'fileinfo', 'exif', 'iconv', 'tokenizer']

/** Starts the site; or says why there is none. */
export const startWordpress = async (folder: string): Promise<WordpressSite | { readonly missing: string }> => {
  await mkdir(folder, { recursive: true })
  const version = await phpVersion(folder)
  if (version === null) return { missing: 'в списках пакетов нет PHP' }
  const needed = [`php${version}-cli`, `php${version}-common`, `php${version}-mysql`, 'mariadb-server-core']
  // By itself: what WordPress depends on beside these is a web server, which is not wanted.
  const packages = await unpackPackages(folder, needed, ['wordpress', 'php-getid3'])
  if ('missing' in packages) return packages
  const { root } = packages
  const site = join(folder, 'site')
  // Links into the machine's own settings lead nowhere here.
  await run('find', [join(root, 'usr/share/wordpress'), '-xtype', 'l', '-delete'], { cwd: folder, limitMs: 20_000 })
  const copied = await run('cp', ['-rL', join(root, 'usr/share/wordpress'), site], { cwd: folder, limitMs: 60_000 })
  if (copied.code !== 0) return { missing: lastLine(copied) }
  await rm(join(site, 'wp-config.php'), { force: true })
  await copyFile(script('wp-config.php'), join(site, 'wp-config.php'))
  await mkdir(join(site, 'wp-content/uploads'), { recursive: true })

  const libraries = (await readdir(join(root, 'usr/lib'))).filter((name) => name.includes('-linux-'))
  const socket = join(folder, 'database.sock')
  const port = await freePort()
  const address = `127.0.0.1:${port}`
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: libraries.map((name) => join(root, 'usr/lib', name)).join(':'),
    NEWSROOM_TEST_SOCKET: socket,
    NEWSROOM_TEST_SITE: `http://${address}`,
  }
  const modules = join(root, 'usr/lib/php', (await readdir(join(root, 'usr/lib/php'))).find((name) => /^\d{8}$/.test(name)) ?? '')
  const present = new Set(await readdir(modules))
  const loaded = extensions.filter((name) => present.has(`${name}.so`)).flatMap((name) => ['-d', `extension=${name}.so`])
  const php = join(root, `usr/bin/php${version}`)
  const settings = ['-n', '-d', `extension_dir=${modules}`, ...loaded, '-d', 'memory_limit=256M', '-d', 'post_max_size=64M']
  const phpArgs = [...settings, '-d', 'upload_max_filesize=64M']

  const shared = join(root, 'usr/share/mysql')
  const data = join(folder, 'database')
  await mkdir(data)
  const database = spawn(
    join(root, 'usr/sbin/mariadbd'),
    [
      '--no-defaults',
      `--basedir=${join(root, 'usr')}`,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--lc-messages-dir=${shared}`,
      `--character-sets-dir=${join(shared, 'charsets')}`,
      `--user=${userInfo().username}`,
      '--skip-networking',
      // Its socket lies in a folder of this process's own.
      '--skip-grant-tables',
      '--innodb-buffer-pool-size=32M',
      '--innodb-flush-log-at-trx-commit=2',
    ],
    { env, stdio: 'ignore' },
  )
  const children: ChildProcess[] = [database]
  const stop = async (): Promise<void> => {
    for (const child of children) child.kill()
    await Promise.all(children.map(ended))
  }
  const failed = async (missing: string) => {
    await stop()
    return { missing }
  }
  let refused: string | null = null
  database.once('error', (error) => {
    refused = error.message
  })
  if (!(await until(async () => refused !== null || existsSync(socket), 30_000)) || refused !== null)
    return failed(`база не запустилась${refused === null ? '' : ` (${refused})`}`)
  const installed = await run(php, [...phpArgs, script('install.php'), site, socket], { cwd: site, env, limitMs: 60_000 })
  const password = lastLine(installed)
  if (installed.code !== 0 || !/^\w{20,}$/.test(password)) return failed(`WordPress не установился (${password})`)
  const server = spawn(php, [...phpArgs, '-S', address, '-t', site, script('router.php')], { env, cwd: site, stdio: 'ignore' })
  children.push(server)
  const answers = async (): Promise<boolean> => {
    try {
      return (await fetch(`http://${address}/wp-json/`)).ok
    } catch {
      return false
    }
  }
  if (!(await until(answers, 30_000))) return failed('сайт не отвечает')
  return { address: `http://redaktor:${password}@${address}`, stop }
}
