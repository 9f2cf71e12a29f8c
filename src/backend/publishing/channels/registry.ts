import type { ChannelKind } from '../../../shared/publishing/channel.ts'
import type { ChannelAdapter } from './channel-adapter.ts'
import { clipboardChannel } from './clipboard/clipboard-channel.ts'
import { emailChannel } from './email/email-channel.ts'
import { okChannel } from './ok/ok-channel.ts'
import { rssChannel } from './rss/rss-channel.ts'
import { telegramChannel } from './telegram/telegram-channel.ts'
import { vkChannel } from './vk/vk-channel.ts'
import { webhookChannel } from './webhook/webhook-channel.ts'
import { wordpressChannel } from './wordpress/wordpress-channel.ts'

/** Every kind of channel there is. */
export const channelAdapters: Readonly<Record<ChannelKind, ChannelAdapter>> = {
  telegram: telegramChannel,
  vk: vkChannel,
  ok: okChannel,
  wordpress: wordpressChannel,
  webhook: webhookChannel,
  rss: rssChannel,
  email: emailChannel,
  clipboard: clipboardChannel,
}
