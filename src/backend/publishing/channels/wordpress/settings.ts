import { z } from 'zod'
import { type Result, success } from '../../../../shared/api/result.ts'
import { graceSetting } from '../grace.ts'
import { proxySetting } from '../proxy.ts'
import { isSafeAddress } from '../safe-address.ts'
import { settingsFailure } from '../settings-failure.ts'

const site = z
  .string()
  .trim()
  .refine(isSafeAddress, 'нужен адрес сайта, начинающийся с https://')
  .transform((value) => {
    const url = new URL(value)
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
  })

const pairs = (value: string): readonly (readonly [rubric: string, number: string])[] =>
  value
    .split(/[\n;]/)
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const at = pair.lastIndexOf('=')
      return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()] as const
    })

const settingsSchema = z.strictObject({
  site,
  user: z
    .string()
    .trim()
    .regex(/^[^:\s][^:]{0,99}$/, 'нужно имя пользователя сайта, без двоеточия'),
  status: z.enum(['publish', 'draft'], 'можно publish (сразу на сайте) или draft (черновик на сайте)').default('publish'),
  /** Is the first photo the article's cover on the site, too? */
  cover: z.enum(['firstPhoto', 'none'], 'можно firstPhoto (первый снимок) или none (без обложки)').default('firstPhoto'),
  /** Rubrics and the numbers of the site's categories, one pair a line: «Новости = 3». */
  categories: z
    .string()
    .refine(
      (value) => pairs(value).every(([rubric, number]) => rubric !== '' && /^[1-9]\d{0,9}$/.test(number)),
      'нужны пары «рубрика = номер», например «Новости = 3; Право = 7»',
    )
    .default(''),
  /** Number of the site's user who is named as the author; empty for the one who publishes. */
  author: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,9})?$/, 'нужен номер автора на сайте')
    .default(''),
  /** Root of the site's REST interface, as the site itself has told it; found by the self-test. */
  restRoot: z
    .string()
    .refine((value) => value === '' || isSafeAddress(value), 'нужен адрес, начинающийся с https://')
    .default(''),
  proxy: proxySetting,
  grace: graceSetting,
})

const names = {
  site: 'Адрес сайта',
  user: 'Имя пользователя',
  status: 'Как публиковать',
  cover: 'Обложка',
  categories: 'Рубрики сайта',
  author: 'Номер автора',
  restRoot: 'Адрес программного интерфейса',
  proxy: 'Прокси',
  grace: 'Опоздание в минутах',
}

/** Checks a WordPress channel's settings and fills in the usual ones. */
export const wordpressSettings = (given: Readonly<Record<string, string>>): Result<Readonly<Record<string, string>>> => {
  const parsed = settingsSchema.safeParse(given)
  if (!parsed.success)
    return settingsFailure(
      'WordPress',
      names,
      given,
      parsed.error,
      'Обязательны адрес сайта и имя пользователя; остальное можно не указывать.',
    )
  const { site, restRoot } = parsed.data
  // A root that was learnt of another site must not outlive it: posts would go there.
  return success({ ...parsed.data, restRoot: restRoot.startsWith(`${site}/`) ? restRoot : '' })
}

/** Number of the site's category for a rubric; null where none is set. */
export const categoryOf = (settings: Readonly<Record<string, string>>, rubric: string): number | null => {
  const found = pairs(settings.categories ?? '').find(([name]) => name.toLowerCase() === rubric.toLowerCase())
  return found ? Number(found[1]) : null
}

/** What can't be an application password of WordPress. */
export const passwordComplaint = (secret: string): string | null =>
  /^[A-Za-z0-9 ]{16,60}$/.test(secret)
    ? null
    : 'Это не похоже на пароль приложения WordPress: в нём 24 латинские буквы и цифры, обычно группами по четыре.'
