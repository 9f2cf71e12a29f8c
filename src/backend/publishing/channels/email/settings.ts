import { z } from 'zod'
import { type Result, success } from '../../../../shared/api/result.ts'
import { isMailAddress } from '../../../../shared/mailing/mail-address.ts'
import type { MailServer } from '../../../environment.ts'
import type { Access } from '../carrier.ts'
import { graceSetting } from '../grace.ts'
import { proxySetting } from '../proxy.ts'
import { isSafeAddress } from '../safe-address.ts'
import { settingsFailure } from '../settings-failure.ts'

const loopback = /^(localhost|127\.0\.0\.1|::1)$/

const addressSetting = z.string().trim().refine(isMailAddress, 'нужен адрес почты, например gazeta@eseur.ru')
const laterSetting = z
  .string()
  .trim()
  .refine((value) => value === '' || isMailAddress(value), 'нужен адрес почты или ничего')
  .default('')

const settingsSchema = z
  .strictObject({
    host: z
      .string()
      .trim()
      .regex(/^[a-zA-Z0-9.:-]{1,253}$/, 'нужно имя сервера без https://, например smtp.yandex.ru'),
    user: z.string().trim().min(1, 'нужно имя пользователя').max(320, 'слишком длинно'),
    from: addressSetting,
    to: addressSetting,
    // A line break in it would be a header of its own.
    fromName: z
      .string()
      .trim()
      .regex(/^[^\r\n"<>]{0,100}$/, 'до ста знаков без кавычек «"» и скобок «<>»')
      .default(''),
    replyTo: laterSetting,
    security: z.enum(['tls', 'starttls', 'plain'], 'бывает tls, starttls или plain').default('tls'),
    port: z
      .string()
      .trim()
      .refine(
        (value) => value === '' || (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535),
        'нужно число до 65535',
      )
      .default(''),
    perMinute: z
      .string()
      .trim()
      .refine((value) => /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 600, 'нужно число от 1 до 600')
      .default('20'),
    unsubscribeAddress: laterSetting,
    unsubscribePage: z
      .string()
      .trim()
      .refine(
        (value) => value === '' || isSafeAddress(value.replaceAll('{address}', 'a')),
        'нужен адрес, начинающийся с https://',
      )
      .default(''),
    proxy: proxySetting,
    grace: graceSetting,
  })
  .refine(({ security, host }) => security !== 'plain' || loopback.test(host), {
    path: ['security'],
    message: 'без защиты пароль виден по дороге: так можно только на этом компьютере',
  })

const names = {
  host: 'Почтовый сервер',
  user: 'Имя пользователя',
  from: 'Адрес отправителя',
  to: 'Адрес для отдельных материалов',
  fromName: 'Имя отправителя',
  replyTo: 'Адрес для ответов',
  security: 'Защита соединения',
  port: 'Порт',
  perMinute: 'Писем в минуту',
  unsubscribeAddress: 'Адрес для отписки',
  unsubscribePage: 'Страница отписки',
  proxy: 'Прокси',
  grace: 'Опоздание в минутах',
}

/** Checks an e-mail channel's settings and fills in the usual ones. */
export const emailSettings = (given: Readonly<Record<string, string>>): Result<Readonly<Record<string, string>>> => {
  const parsed = settingsSchema.safeParse(given)
  return parsed.success
    ? success(parsed.data)
    : settingsFailure(
        'электронной почты',
        names,
        given,
        parsed.error,
        'Обязательны сервер, имя пользователя, адрес отправителя и адрес для отдельных материалов.',
      )
}

/** What can't be the password of a mailbox. */
export const passwordComplaint = (secret: string): string | null =>
  /^[^\r\n\0]{1,500}$/.test(secret) ? null : 'Пароль почты: одна строка, не больше 500 знаков.'

/** Longest silence of a server that is taking a letter, as RFC 5321 (4.5.3.2) asks it to be bearable. */
const silenceMs = 120_000

const usualPorts: Readonly<Record<MailServer['security'], number>> = { tls: 465, starttls: 587, plain: 25 }

/** The mailbox of a channel whose settings were checked. */
export const serverOf = ({ settings, secret }: Access): MailServer => {
  const { host, user, security, port } = settingsSchema.parse(settings)
  return { host, port: port === '' ? usualPorts[security] : Number(port), security, user, password: secret, timeoutMs: silenceMs }
}

/** Least time between two letters, in milliseconds. */
export const paceOf = ({ perMinute }: Readonly<Record<string, string>>): number => Math.ceil(60_000 / Number(perMinute ?? '20'))
