import { z } from 'zod'
import { type Result, success } from '../../../../shared/api/result.ts'
import { graceSetting } from '../grace.ts'
import { proxySetting } from '../proxy.ts'
import { isSafeAddress } from '../safe-address.ts'
import { settingsFailure } from '../settings-failure.ts'

const settingsSchema = z.strictObject({
  /** Where articles are sent to; the same address answers whether one is there. */
  address: z
    .string()
    .trim()
    .refine((value) => isSafeAddress(value) && new URL(value).hash === '', 'нужен адрес, начинающийся с https://'),
  proxy: proxySetting,
  grace: graceSetting,
})

const names = { address: 'Адрес приёма', proxy: 'Прокси', grace: 'Опоздание в минутах' }

/** Checks a webhook channel's settings and fills in the usual ones. */
export const webhookSettings = (given: Readonly<Record<string, string>>): Result<Readonly<Record<string, string>>> => {
  const parsed = settingsSchema.safeParse(given)
  return parsed.success
    ? success(parsed.data)
    : settingsFailure('сайта с подписанными запросами', names, given, parsed.error, 'Обязателен адрес приёма.')
}

/** What can't be the key that requests are signed with. */
export const signingKeyComplaint = (secret: string): string | null =>
  /^[\x21-\x7E]{16,200}$/.test(secret)
    ? null
    : 'Ключ подписи: от 16 до 200 латинских букв, цифр и знаков без пробелов, тот же, что на сайте.'
