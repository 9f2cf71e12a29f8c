import { z } from 'zod'
import type { Http } from './channel-adapter.ts'

/**
 * The proxy that a channel's requests go through; empty for none. One that wants a name and a password is not taken:
 * settings are kept in the clear.
 */
export const proxySetting = z
  .string()
  .trim()
  .refine((value) => {
    if (value === '') return true
    if (!URL.canParse(value)) return false
    const { protocol, username, hostname, pathname } = new URL(value)
    const known = protocol === 'http:' || protocol === 'socks5:'
    return known && username === '' && hostname !== '' && (pathname === '/' || pathname === '')
  }, 'нужен адрес вида http://proxy.example:3128 или socks5://proxy.example:1080, без имени и пароля')
  .default('')

/** Requests as these settings send them: through the channel's proxy where it has one (rule O28). */
export const throughProxy =
  (http: Http, settings: Readonly<Record<string, string>>): Http =>
  (request) =>
    http(settings.proxy ? { ...request, proxy: settings.proxy } : request)
