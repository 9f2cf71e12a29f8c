import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Newsroom } from '../newsroom.ts'
import type { ChannelAdapter } from './channels/channel-adapter.ts'
import { withPassword } from './channels/proxy.ts'
import type { ChannelRecord } from './outbox-store.ts'

/** What a channel's requests are made with; opened once, for opening is made to be slow. */
export interface ChannelAccess {
  /** Empty where the channel takes none. */
  readonly secret: string
  /** Address of its proxy with name and password; empty where requests go straight. Kept nowhere in the clear. */
  readonly proxy: string
}

type Sealed = Pick<Newsroom, 'outbox'>

/** Under this name the password of a channel's proxy lies sealed; no channel can be called so. */
export const proxySecretId = (channel: string): string => `${channel}.proxy`

/** The secret of a channel; empty where it takes none. */
export const secretOf = async (
  { outbox }: Sealed,
  channel: string,
  adapter: Pick<ChannelAdapter, 'secretComplaint'>,
): Promise<Result<string>> => (adapter.secretComplaint === null ? success('') : outbox.secrets.get(channel))

/** The proxy of a channel as it is entered; empty where it has none (rule O28). */
export const proxyOf = async (
  { outbox }: Sealed,
  { id, settings }: Pick<ChannelRecord, 'id' | 'settings'>,
): Promise<Result<string>> => {
  const { proxy = '' } = settings
  if (proxy === '' || new URL(proxy).username === '') return success(proxy)
  const password = await outbox.secrets.get(proxySecretId(id))
  if (password.ok) return success(withPassword(proxy, password.value))
  return password.failure.code === 'notFound'
    ? failure('unavailable', `Нет пароля прокси канала «${id}».`, {
        safe: 'Ничего не отправлено.',
        todo: 'Впишите прокси с паролем в «Настройки → Каналы»: socks5://имя:пароль@адрес:порт.',
      })
    : password
}

/** All that a channel's requests are made with. */
export const accessOf = async (
  newsroom: Sealed,
  channel: Pick<ChannelRecord, 'id' | 'settings'>,
  adapter: Pick<ChannelAdapter, 'secretComplaint'>,
): Promise<Result<ChannelAccess>> => {
  const secret = await secretOf(newsroom, channel.id, adapter)
  if (!secret.ok) return secret
  const proxy = await proxyOf(newsroom, channel)
  return proxy.ok ? success({ secret: secret.value, proxy: proxy.value }) : proxy
}
