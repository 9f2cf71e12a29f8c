import { z } from 'zod'
import { type Result, success } from '../../../../shared/api/result.ts'
import { credentialsComplaint } from '../credentials.ts'
import { graceSetting } from '../grace.ts'
import { hashtagSettings, textLimitSetting } from '../post-settings.ts'
import { proxySetting } from '../proxy.ts'
import { isSafeAddress } from '../safe-address.ts'
import { settingsFailure } from '../settings-failure.ts'

/** VK documents no limit; this many characters are said to be taken. */
export const usualTextLimit = 16_384

const settingsSchema = z.strictObject({
  /** Number of the group, without sign. */
  group: z
    .string()
    .trim()
    .transform((value) => /^(?:https?:\/\/(?:m\.)?vk\.(?:com|ru)\/)?(?:club|public|event)?(\d{1,12})\/?$/.exec(value)?.[1] ?? '')
    .refine((value) => /^[1-9]\d*$/.test(value), 'нужен номер сообщества, например 123456 или https://vk.com/club123456'),
  apiRoot: z
    .string()
    .refine(isSafeAddress, 'нужен адрес, начинающийся с https://')
    .transform((value) => value.replace(/\/+$/, ''))
    .default('https://api.vk.com'),
  textLimit: textLimitSetting(usualTextLimit),
  ...hashtagSettings,
  proxy: proxySetting,
  grace: graceSetting,
})

const names = {
  group: 'Номер сообщества',
  apiRoot: 'Адрес программного интерфейса',
  textLimit: 'Знаков в публикации',
  hashtags: 'Хештег рубрики',
  tags: 'Постоянные хештеги',
  proxy: 'Прокси',
  grace: 'Опоздание в минутах',
}

/** Checks a VK channel's settings and fills in the usual ones. */
export const vkSettings = (given: Readonly<Record<string, string>>): Result<Readonly<Record<string, string>>> => {
  const parsed = settingsSchema.safeParse(given)
  return parsed.success
    ? success(parsed.data)
    : settingsFailure('ВКонтакте', names, given, parsed.error, 'Обязателен номер сообщества; остальное можно не указывать.')
}

const credentialNames = {
  community: 'Ключ сообщества',
  user: 'Ключ администратора',
  service: 'Сервисный ключ',
}

/** What can't be the keys of a VK channel: it needs that of the group or that of one who runs it. */
export const vkKeysComplaint = (secret: string): string | null =>
  credentialsComplaint(secret, credentialNames, ({ community, user }) =>
    community || user ? null : 'Нужен ключ сообщества или ключ его администратора.',
  )
