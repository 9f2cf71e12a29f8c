import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Environment } from '../environment.ts'
import type { RecordType } from '../store/json-file.ts'
import { type Notice, openRecordStore } from '../store/record-store.ts'
import { type Sealed, seal, sealedSchema, unseal } from './seal.ts'

/** Secrets of a newsroom's channels, sealed with the passphrase of the environment; no message or log names them. */
export interface SecretStore {
  has(id: string): boolean
  put(id: string, secret: string): Promise<Result<null>>
  get(id: string): Promise<Result<string>>
}

/** How a sealed secret is stored. */
export const sealedType: RecordType<Sealed> = { version: 1, schema: sealedSchema, migrations: {} }

const noPassphrase = failure('unavailable', 'Не задана парольная фраза, которой закрыты ключи каналов.', {
  safe: 'Ключи и очередь отправки не тронуты.',
  todo: 'Задайте переменную окружения NEWSROOM_PASSPHRASE (в учебной редакции это demo) и запустите программу снова.',
})

const wrongPassphrase = failure('unavailable', 'Парольная фраза не подходит к ключам каналов этой редакции.', {
  safe: 'Ключи и очередь отправки не тронуты.',
  todo: 'Проверьте NEWSROOM_PASSPHRASE: нужна та же фраза, с которой подключали каналы.',
})

/** Opens the secrets that lie in a newsroom's folder. */
export const openSecretStore = async (
  environment: Environment,
  folder: string,
  newsroom: string,
  readOnly: boolean,
  notice: Notice,
): Promise<SecretStore> => {
  const home = join(folder, 'secrets')
  const records = await openRecordStore(environment.files, home, sealedType, readOnly, notice)
  const label = (id: string) => `${newsroom}/${id}`
  const { passphrase } = environment
  return {
    has: (id) => records.get(id) !== null,
    put: async (id, secret) => {
      if (!passphrase) return noPassphrase
      // One newsroom, one passphrase: a mistyped one must not seal a secret that the right one can't open.
      const [other] = [...records.all()].filter(([known]) => known !== id)
      if (other && (await unseal(passphrase, label(other[0]), other[1])) === null) return wrongPassphrase
      await environment.files.makeFolder(home)
      await records.put(id, await seal(passphrase, label(id), secret))
      return success(null)
    },
    get: async (id) => {
      const sealed = records.get(id)
      if (!sealed)
        return failure('notFound', `У канала «${id}» нет ключа доступа.`, {
          todo: 'Подключите канал заново и укажите ключ (токен).',
        })
      if (!passphrase) return noPassphrase
      const secret = await unseal(passphrase, label(id), sealed)
      return secret === null ? wrongPassphrase : success(secret)
    },
  }
}
