import { z } from 'zod'
import { type Result, success } from '../../../../shared/api/result.ts'
import { webUrl } from '../answer-json.ts'
import { graceSetting } from '../grace.ts'
import { hashtagSettings, textLimitSetting } from '../post-settings.ts'
import { settingsFailure } from '../settings-failure.ts'

/** As long as a text may be that somebody puts in by hand; a place may take less. */
export const usualTextLimit = 30_000

const settingsSchema = z.strictObject({
  /** Where a person puts the text in. */
  address: z
    .string()
    .trim()
    .refine((value) => URL.canParse(value) && webUrl(value) !== null, 'нужен адрес, начинающийся с https:// или http://'),
  textLimit: textLimitSetting(usualTextLimit),
  ...hashtagSettings,
  grace: graceSetting,
})

const names = {
  address: 'Адрес места',
  textLimit: 'Знаков в публикации',
  hashtags: 'Хештег рубрики',
  tags: 'Постоянные хештеги',
  grace: 'Опоздание в минутах',
}

/** Checks the settings of a place that a person posts to, and fills in the usual ones. */
export const clipboardSettings = (given: Readonly<Record<string, string>>): Result<Readonly<Record<string, string>>> => {
  const parsed = settingsSchema.safeParse(given)
  return parsed.success
    ? success(parsed.data)
    : settingsFailure('«Вручную»', names, given, parsed.error, 'Обязателен адрес места, где публикуют.')
}
