import { z } from 'zod'
import { type Result, success } from '../../../../shared/api/result.ts'
import { graceSetting } from '../grace.ts'
import { proxySetting } from '../proxy.ts'
import { settingsFailure } from '../settings-failure.ts'

const apiRoot = z
  .string()
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'нужен адрес, начинающийся с https:// или http://',
  )
  .transform((value) => value.replace(/\/+$/, ''))

const chat = z
  .string()
  .trim()
  .regex(/^(@[A-Za-z0-9_]{3,}|-?\d{1,15})$/, 'нужно имя канала с @ (например, @gazeta) или его номер (например, -1001234567890)')

const settingsSchema = z.strictObject({
  apiRoot: apiRoot.default('https://api.telegram.org'),
  chat,
  proxy: proxySetting,
  grace: graceSetting,
})

const names = {
  chat: 'Имя или номер канала',
  apiRoot: 'Адрес программного интерфейса',
  proxy: 'Прокси',
  grace: 'Опоздание в минутах',
}

/** Checks a Telegram channel's settings and fills in the usual ones. */
export const telegramSettings = (given: Readonly<Record<string, string>>): Result<Readonly<Record<string, string>>> => {
  const parsed = settingsSchema.safeParse(given)
  if (parsed.success) return success(parsed.data)
  return settingsFailure(
    'Telegram',
    names,
    given,
    parsed.error,
    'Обязательно имя или номер канала; остальное можно не указывать.',
  )
}

/** What can't be a bot's token, because it would not even fit into an address. */
export const tokenComplaint = (token: string): string | null =>
  /^[A-Za-z0-9:_-]{3,200}$/.test(token)
    ? null
    : 'Это не похоже на токен бота: в нём бывают только латинские буквы, цифры, «:», «_» и «-».'
