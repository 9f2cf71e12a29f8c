import { z } from 'zod'
import { failure, type Result, success } from '../../../../shared/api/result.ts'

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

const grace = z.string().regex(/^\d{1,5}$/, 'нужно число минут')

const settingsSchema = z.strictObject({
  apiRoot: apiRoot.default('https://api.telegram.org'),
  chat,
  /** Minutes after which a scheduled post waits for a person. */
  grace: grace.default('120'),
})

/** Checks a Telegram channel's settings and fills in the usual ones. */
export const telegramSettings = (given: Readonly<Record<string, string>>): Result<Readonly<Record<string, string>>> => {
  const parsed = settingsSchema.safeParse(given)
  if (parsed.success) return success(parsed.data)
  const complaints = parsed.error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')}: такой настройки нет`
    const name = issue.path.join('.')
    return `${name}: ${given[name] === undefined ? 'не задано' : issue.message}`
  })
  return failure('invalidInput', `Настройки канала Telegram не приняты: ${complaints.join('; ')}.`, {
    safe: 'Канал не изменён.',
    todo: 'Исправьте и повторите. Нужна настройка chat; apiRoot и grace можно не указывать.',
  })
}

/** What can't be a bot's token, because it would not even fit into an address. */
export const tokenComplaint = (token: string): string | null =>
  /^[A-Za-z0-9:_-]{3,200}$/.test(token)
    ? null
    : 'Это не похоже на токен бота: в нём бывают только латинские буквы, цифры, «:», «_» и «-».'
