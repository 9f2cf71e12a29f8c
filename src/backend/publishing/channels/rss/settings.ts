import { isAbsolute, normalize } from 'node:path'
import { z } from 'zod'
import { type Result, success } from '../../../../shared/api/result.ts'
import { graceSetting } from '../grace.ts'
import { settingsFailure } from '../settings-failure.ts'

/** Readers and aggregators take no more. */
const mostItems = 500

const isWebAddress = (value: string): boolean => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)

const webAddress = z
  .string()
  .trim()
  .refine((value) => value === '' || isWebAddress(value), 'нужен адрес, начинающийся с https:// или http://')
  .transform((value) => value.replace(/\/+$/, ''))
  .default('')

const numberUpTo = (most: number) =>
  z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= most, `нужно число от 1 до ${most}`)

const settingsSchema = z.strictObject({
  file: z
    .string()
    .trim()
    .refine((value) => isAbsolute(value) && /\.(xml|rss)$/i.test(value), 'нужен полный путь к файлу с окончанием .xml или .rss')
    .transform((value) => normalize(value)),
  title: z.string().trim().min(1, 'нужно название ленты'),
  description: z.string().trim().default(''),
  /** Where readers load the folder of the file; without it the feed has no photos. */
  folderAddress: webAddress,
  /** The newspaper's site. */
  site: webAddress,
  items: numberUpTo(mostItems).default('100'),
  days: numberUpTo(3650).default('30'),
  grace: graceSetting,
})

const names = {
  file: 'Файл ленты',
  title: 'Название ленты',
  description: 'Описание',
  folderAddress: 'Адрес папки',
  site: 'Сайт газеты',
  items: 'Материалов в ленте',
  days: 'Дней в ленте',
  grace: 'Опоздание в минутах',
}

/** Checks an RSS channel's settings and fills in the usual ones. */
export const rssSettings = (given: Readonly<Record<string, string>>): Result<Readonly<Record<string, string>>> => {
  const parsed = settingsSchema.safeParse(given)
  return parsed.success
    ? success(parsed.data)
    : settingsFailure('RSS', names, given, parsed.error, 'Обязательны файл и название ленты; остальное можно не указывать.')
}
