import { z } from 'zod'
import type { MailServer } from '../../environment.ts'
import type { Http } from './channel-adapter.ts'

/**
 * The proxy that a channel's requests go through; empty for none. Its name of a user may stand in it, a password may not:
 * settings are kept in the clear, so that it is taken out of them and sealed before.
 */
export const proxySetting = z
  .string()
  .trim()
  .refine((value) => {
    if (value === '') return true
    if (!URL.canParse(value)) return false
    const { protocol, password, hostname, pathname } = new URL(value)
    const known = protocol === 'http:' || protocol === 'socks5:'
    return known && password === '' && hostname !== '' && (pathname === '/' || pathname === '')
  }, 'нужен адрес вида http://proxy.example:3128 или socks5://proxy.example:1080; с именем и паролем: socks5://имя:пароль@proxy.example:1080')
  .default('')

/** A proxy's address without its password, and the password; null where there is none in it. */
export const splitPassword = (address: string): { readonly address: string; readonly password: string | null } => {
  const plain = address.trim()
  if (!URL.canParse(plain)) return { address: plain, password: null }
  const url = new URL(plain)
  if (url.password === '') return { address: plain, password: null }
  const password = decodeURIComponent(url.password)
  url.password = ''
  return { address: url.href.replace(/\/$/, ''), password }
}

/** A proxy's address with the password of its user. */
export const withPassword = (address: string, password: string): string => {
  const url = new URL(address)
  url.password = encodeURIComponent(password)
  return url.href
}

/** Requests as a channel sends them: through its proxy where it has one, else straight (rule O28). */
export const throughProxy =
  (http: Http, proxy: string): Http =>
  (request) =>
    http(proxy === '' ? request : { ...request, proxy })

/** The same for a mailbox. */
export const mailThroughProxy = (server: MailServer, proxy: string): MailServer => (proxy === '' ? server : { ...server, proxy })
