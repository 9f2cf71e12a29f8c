import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { hashSchema } from '../../shared/ledger/entry.ts'
import type { Environment } from '../environment.ts'
import type { Ledger, Signer } from '../ledger/ledger-store.ts'
import { keyId, newKeyPair, secretKeyOf } from '../ledger/signature.ts'
import { seal, sealedSchema, unseal } from '../secrets/seal.ts'
import type { RecordType } from '../store/json-file.ts'
import { type Notice, openRecordStore, type RecordStore } from '../store/record-store.ts'

const keySchema = z.object({
  schemaVersion: z.literal(1),
  person: z.string(),
  publicKey: z.base64(),
  /** The secret half under the person's own passphrase. */
  sealed: sealedSchema,
  /** Milliseconds since 1970. */
  createdAt: z.number(),
})
type StoredKey = z.infer<typeof keySchema>

/** How a person's key is stored: a file for each, called by the key's id. */
export const keyType: RecordType<StoredKey> = { version: 1, schema: keySchema, migrations: {} }

/** Fewer characters could be tried out by whoever has the folder. */
export const leastPassphrase = 8

/** What can be said of a person's key. */
export interface KeyState {
  /** Id of the key the owner has confirmed and nobody has revoked; null for none. */
  readonly active: string | null
  /** Id of a key that waits for the owner's word. */
  readonly pending: string | null
}

/** People's keys in a folder, and whose secret halves are open in this process. */
export interface KeyRing {
  stateOf(person: string): KeyState
  publicKey(id: string): string | null
  /** Makes a pair for a person under their passphrase; it counts when the owner has confirmed it. Returns its id. */
  make(person: string, passphrase: string): Promise<Result<string>>
  /** Opens a person's key for signing in this process. */
  unlock(person: string, passphrase: string): Promise<Result<null>>
  /** Opens a key that no ledger knows yet: of somebody who is about to begin it. */
  open(id: string, passphrase: string): Promise<Result<Signer>>
  lock(person: string): void
  /** Who signs for a person here and now; null while their key is not open. */
  signer(person: string): Signer | null
  /** Seals the same key under another passphrase. */
  changePassphrase(person: string, from: string, to: string): Promise<Result<null>>
}

const safe = 'Ничего не изменено.'

const wrongPassphrase = failure('forbidden', 'Парольная фраза не подходит.', {
  safe,
  todo: 'Проверьте раскладку и повторите. Если фраза забыта, заведите новый ключ: его подтвердит владелец редакции.',
})

const ownerForgot = failure('forbidden', 'Парольная фраза не подходит.', {
  safe,
  todo: 'Проверьте раскладку и повторите. Вы владелец редакции: ваш ключ заменить некому, фразу нужно вспомнить.',
})

const tooShort = failure('invalidInput', `Парольная фраза короче ${leastPassphrase} знаков.`, {
  safe,
  todo: 'Возьмите фразу подлиннее: три-четыре слова, которые вы запомните.',
})

export interface KeyRingOptions {
  readonly environment: Environment
  readonly folder: string
  readonly newsroom: string
  readonly readOnly: boolean
  readonly notice: Notice
  readonly ledger: Ledger
}

export const openKeyRing = async (options: KeyRingOptions): Promise<KeyRing> => {
  const { environment, folder, newsroom, readOnly, notice, ledger } = options
  const home = join(folder, 'keys')
  const records: RecordStore<StoredKey> = await openRecordStore(environment.files, home, keyType, readOnly, notice)
  const open = new Map<string, { readonly key: string; readonly secretKey: KeyObject }>()
  const label = (person: string, id: string) => `${newsroom}/keys/${person}/${id}`

  const store = async (id: string, record: StoredKey): Promise<void> => {
    await environment.files.makeFolder(home)
    await records.put(id, record)
  }

  const openSecret = async (id: string, passphrase: string): Promise<Result<{ record: StoredKey; secret: string }>> => {
    const record = records.get(id)
    if (!record || keyId(record.publicKey) !== id)
      return failure('notFound', 'Файла с вашим ключом в папке нет, или он изменён.', {
        safe,
        todo: 'Заведите новый ключ: его подтвердит владелец редакции.',
      })
    const secret = await unseal(passphrase, label(record.person, id), record.sealed)
    return secret === null ? wrongPassphrase : success({ record, secret })
  }

  const noKey = failure('notFound', 'У вас ещё нет подтверждённого ключа.', {
    safe,
    todo: 'Заведите ключ в «Настройки → Сотрудники»; подтверждает его владелец редакции.',
  })

  return {
    stateOf: (person) => {
      const active = ledger.trust().keyOf(person)
      const known = active === null ? 0 : (records.get(active)?.createdAt ?? 0)
      const waiting = [...records.all()]
        .filter(([id, key]) => key.person === person && id !== active && !ledger.trust().isKnown(id) && key.createdAt >= known)
        .sort(([, a], [, b]) => a.createdAt - b.createdAt)
        .at(-1)
      return { active, pending: waiting?.[0] ?? null }
    },
    publicKey: (id) => records.get(id)?.publicKey ?? null,
    make: async (person, passphrase) => {
      if (passphrase.length < leastPassphrase) return tooShort
      const { publicKey, secretKey } = newKeyPair()
      const id = hashSchema.parse(keyId(publicKey))
      const sealed = await seal(passphrase, label(person, id), secretKey)
      await store(id, { schemaVersion: 1, person, publicKey, sealed, createdAt: environment.now() })
      return success(id)
    },
    unlock: async (person, passphrase) => {
      const id = ledger.trust().keyOf(person)
      if (id === null) return noKey
      const opened = await openSecret(id, passphrase)
      if (opened === wrongPassphrase && ledger.trust().owner?.person === person) return ownerForgot
      if (!opened.ok) return opened
      open.set(person, { key: id, secretKey: secretKeyOf(opened.value.secret) })
      return success(null)
    },
    open: async (id, passphrase) => {
      const opened = await openSecret(id, passphrase)
      return opened.ok ? success({ person: opened.value.record.person, secretKey: secretKeyOf(opened.value.secret) }) : opened
    },
    lock: (person) => {
      open.delete(person)
    },
    signer: (person) => {
      const known = open.get(person)
      // A key that was revoked meanwhile opens nothing any more.
      return known && ledger.trust().keyOf(person) === known.key ? { person, secretKey: known.secretKey } : null
    },
    changePassphrase: async (person, from, to) => {
      if (to.length < leastPassphrase) return tooShort
      const id = ledger.trust().keyOf(person)
      if (id === null) return noKey
      const opened = await openSecret(id, from)
      if (!opened.ok) return opened
      const { record, secret } = opened.value
      await store(id, { ...record, sealed: await seal(to, label(person, id), secret) })
      return success(null)
    },
  }
}
