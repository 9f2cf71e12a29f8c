import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { installationPassphrase, type Keychain, keychainOf, type SafeStorage } from '../../src/main/secrets.ts'
import { desktopTexts } from '../../src/shared/desktop/texts/texts.ts'
import { testEnvironment } from '../helpers/newsroom.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

/** A key ring that marks what it has sealed with its owner's name. */
const ring = (owner: string, isSafe = true): Keychain => ({
  isSafe: () => isSafe,
  seal: (text) => Buffer.from(`${owner}:${[...text].reverse().join('')}`),
  open: (bytes) => {
    const text = Buffer.from(bytes).toString()
    if (!text.startsWith(`${owner}:`)) throw new Error('чужое')
    return [...text.slice(owner.length + 1)].reverse().join('')
  },
})

const start = async () => {
  const home = join(await temporaryFolder(), 'home')
  let made = 0
  const open = (keychain: Keychain, passphrase: string | null = null) =>
    installationPassphrase({
      environment: { ...testEnvironment(home), passphrase },
      keychain,
      random: () => {
        made += 1
        return `случайная-${made}`
      },
      texts: desktopTexts.ru.secrets,
    })
  return { home, open }
}

describe('парольная фраза этого компьютера', () => {
  test('делается один раз и лежит запечатанной', async () => {
    const { home, open } = await start()
    expect(await open(ring('anna'))).toEqual({ passphrase: 'случайная-1', notice: null })
    expect(await open(ring('anna'))).toEqual({ passphrase: 'случайная-1', notice: null })
    for (const name of await readdir(home)) expect(await readFile(join(home, name), 'utf8')).not.toContain('случайная')
  })

  test('NEWSROOM_PASSPHRASE главнее, и тогда ничего не пишется', async () => {
    const { home, open } = await start()
    expect(await open(ring('anna'), 'demo')).toEqual({ passphrase: 'demo', notice: null })
    await expect(readdir(home)).rejects.toThrow('ENOENT')
  })

  test('где система не хранит тайн, ничего не делается и не пишется', async () => {
    const { home, open } = await start()
    expect(await open(ring('anna', false))).toEqual({ passphrase: null, notice: null })
    await expect(readdir(home)).rejects.toThrow('ENOENT')
  })

  test('чужой или испорченный файл отложен со словами, прежние байты целы', async () => {
    const { home, open } = await start()
    await open(ring('anna'))
    const before = await readFile(join(home, 'passphrase.json'), 'utf8')
    const second = await open(ring('boris'))
    expect(second.passphrase).toBe('случайная-2')
    expect(second.notice).toContain('passphrase.json.damaged')
    expect(await readFile(join(home, 'passphrase.json.damaged'), 'utf8')).toBe(before)
    await writeFile(join(home, 'passphrase.json'), 'мусор')
    const third = await open(ring('boris'))
    expect(third).toMatchObject({ passphrase: 'случайная-3' })
    expect(third.notice).toContain('passphrase.json.damaged-2')
    expect(await readFile(join(home, 'passphrase.json.damaged-2'), 'utf8')).toBe('мусор')
  })

  test('файл более новой программы не тронут', async () => {
    const { home, open } = await start()
    await open(ring('anna'))
    const newer = JSON.stringify({ schemaVersion: 2, sealed: 'AAAA' })
    await writeFile(join(home, 'passphrase.json'), newer)
    expect(await open(ring('anna'))).toEqual({ passphrase: null, notice: desktopTexts.ru.secrets.unwritable })
    expect(await readFile(join(home, 'passphrase.json'), 'utf8')).toBe(newer)
  })
})

describe('связка ключей системы', () => {
  const storage = (available: boolean, backend?: string): SafeStorage => ({
    isEncryptionAvailable: () => available,
    ...(backend === undefined ? {} : { getSelectedStorageBackend: () => backend }),
    encryptString: (text) => Buffer.from(text),
    decryptString: (bytes) => bytes.toString(),
  })

  test.each([
    [false, undefined, 'darwin', false],
    [true, undefined, 'darwin', true],
    [true, undefined, 'win32', true],
    [true, 'gnome_libsecret', 'linux', true],
    [true, 'kwallet6', 'linux', true],
    [true, 'basic_text', 'linux', false],
    [true, 'unknown', 'linux', false],
    [true, undefined, 'linux', false],
  ])('доступна %s, хранилище %s, %s: годится %s', (available, backend, platform, safe) => {
    expect(keychainOf(storage(available, backend), platform).isSafe()).toBe(safe)
  })
})
