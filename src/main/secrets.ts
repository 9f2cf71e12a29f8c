import { join } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../backend/environment.ts'
import { DamagedFile, jsonDatabase, type RecordType, readJsonFile, setAside } from '../backend/store/json-file.ts'
import type { DesktopTexts } from '../shared/desktop/texts/ru.ts'

const sealedSchema = z.object({ schemaVersion: z.literal(1), sealed: z.base64() })
const sealedType: RecordType<z.infer<typeof sealedSchema>> = { version: 1, schema: sealedSchema, migrations: {} }

/** The system's own store of secrets, as far as it is needed: Electron's `safeStorage`. */
export interface Keychain {
  /** False where nothing is there that keeps secrets, or only something that anyone can open. */
  isSafe(): boolean
  seal(text: string): Uint8Array
  /** Throws when the bytes were not sealed here. */
  open(bytes: Uint8Array): string
}

/** The part of `safeStorage` that decides whether the system keeps secrets. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  getSelectedStorageBackend?(): string
  encryptString(text: string): Buffer
  decryptString(bytes: Buffer): string
}

/** Linux without a key ring offers `basic_text`: a password that stands in Chromium's source. That is no secret. */
const unsafeBackends = new Set(['basic_text', 'unknown'])

export const keychainOf = (storage: SafeStorage, platform: string): Keychain => ({
  isSafe: () =>
    storage.isEncryptionAvailable() &&
    (platform !== 'linux' || !unsafeBackends.has(storage.getSelectedStorageBackend?.() ?? 'unknown')),
  seal: (text) => storage.encryptString(text),
  open: (bytes) => storage.decryptString(Buffer.from(bytes)),
})

/** The passphrase that seals the channels' keys on this computer, and what a person should know about it. */
export interface Passphrase {
  readonly passphrase: string | null
  readonly notice: string | null
}

export interface PassphraseParts {
  readonly environment: Pick<Environment, 'files' | 'home' | 'passphrase'>
  readonly keychain: Keychain
  /** A fresh passphrase that nobody can guess. */
  readonly random: () => string
  readonly texts: DesktopTexts['secrets']
}

const opening = (keychain: Keychain, sealed: string): string | null => {
  try {
    return keychain.open(Buffer.from(sealed, 'base64'))
  } catch {
    return null
  }
}

const none: Passphrase = { passphrase: null, notice: null }

/**
 * The passphrase of this installation: the one of the environment (NEWSROOM_PASSPHRASE) if there is one, else a random
 * one that is made once and lies in the home, sealed by the system. Where the system keeps no secrets nothing is made
 * and nothing stored. A file that can't be opened is set aside, never written over.
 */
export const installationPassphrase = async ({ environment, keychain, random, texts }: PassphraseParts): Promise<Passphrase> => {
  const { files, home, passphrase } = environment
  if (passphrase !== null) return { passphrase, notice: null }
  if (!keychain.isSafe()) return none
  const path = join(home, 'passphrase.json')
  try {
    const stored = await readJsonFile(files, path, sealedType, false).catch((error: unknown) => {
      if (error instanceof DamagedFile) return null
      throw error
    })
    const opened = stored?.value ? opening(keychain, stored.value.sealed) : null
    if (opened !== null) return { passphrase: opened, notice: null }
    const aside = (await files.facts(path)) ? await setAside(files, path) : null
    const fresh = random()
    await files.makeFolder(home)
    const sealed = Buffer.from(keychain.seal(fresh)).toString('base64')
    await jsonDatabase(files, path, { schemaVersion: 1 as const, sealed }).write()
    return { passphrase: fresh, notice: aside === null ? null : texts.setAside(aside) }
  } catch {
    // Without a written seal the passphrase would be gone with this process, and every key sealed under it.
    return { passphrase: null, notice: texts.unwritable }
  }
}
