import { z } from 'zod'
import { type Result, success } from '../../../../shared/api/result.ts'
import { credentialsComplaint } from '../credentials.ts'
import { graceSetting } from '../grace.ts'
import { hashtagSettings, textLimitSetting } from '../post-settings.ts'
import { proxySetting } from '../proxy.ts'
import { isSafeAddress } from '../safe-address.ts'
import { settingsFailure } from '../settings-failure.ts'

/** Odnoklassniki declare no limit of a topic's text; this is a cautious one. */
export const usualTextLimit = 16_000

/** Nor do they declare one of its photos. */
const usualPhotoLimit = 10

const settingsSchema = z.strictObject({
  /** Number of the group. */
  group: z
    .string()
    .trim()
    .transform((value) => /^(?:https?:\/\/(?:m\.)?ok\.ru\/group\/)?(\d{5,20})\/?$/.exec(value)?.[1] ?? '')
    .refine((value) => value !== '', 'нужен номер группы, например 70000001234567 или https://ok.ru/group/70000001234567'),
  /** Public key of the application whose rights are used. */
  application: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{5,60}$/, 'нужен публичный ключ приложения: латинские буквы и цифры'),
  apiRoot: z
    .string()
    .refine(isSafeAddress, 'нужен адрес, начинающийся с https://')
    .transform((value) => value.replace(/\/+$/, ''))
    .default('https://api.ok.ru'),
  textLimit: textLimitSetting(usualTextLimit),
  photoLimit: z
    .string()
    .regex(/^([1-9]|[1-4]\d|50)$/, 'нужно число от 1 до 50')
    .default(String(usualPhotoLimit)),
  ...hashtagSettings,
  proxy: proxySetting,
  grace: graceSetting,
})

const names = {
  group: 'Номер группы',
  application: 'Публичный ключ приложения',
  apiRoot: 'Адрес программного интерфейса',
  textLimit: 'Знаков в публикации',
  photoLimit: 'Снимков в публикации',
  hashtags: 'Хештег рубрики',
  tags: 'Постоянные хештеги',
  proxy: 'Прокси',
  grace: 'Опоздание в минутах',
}

/** Checks the settings of a channel in Odnoklassniki and fills in the usual ones. */
export const okSettings = (given: Readonly<Record<string, string>>): Result<Readonly<Record<string, string>>> => {
  const parsed = settingsSchema.safeParse(given)
  return parsed.success
    ? success(parsed.data)
    : settingsFailure(
        'Одноклассники',
        names,
        given,
        parsed.error,
        'Обязательны номер группы и публичный ключ приложения; остальное можно не указывать.',
      )
}

/** Most photos of a topic, as the settings say. */
export const photoLimitOf = (settings: Readonly<Record<string, string>>): number => Number(settings.photoLimit ?? usualPhotoLimit)

const credentialNames = { token: 'Вечный токен', session: 'Секретный ключ сессии' }

/** What can't be the keys of a channel in Odnoklassniki: requests carry the one and are signed with the other. */
export const okKeysComplaint = (secret: string): string | null =>
  credentialsComplaint(secret, credentialNames, ({ token, session }) =>
    token && session ? null : 'Нужны оба ключа: вечный токен (access_token) и секретный ключ сессии.',
  )
