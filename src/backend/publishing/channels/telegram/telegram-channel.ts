import type { ChannelAdapter } from '../channel-adapter.ts'
import { telegramEdit, telegramRemoval } from './change.ts'
import { telegramRequest } from './client.ts'
import { formatTelegram } from './format.ts'
import { telegramOutcome } from './outcome.ts'
import { telegramPhoto } from './photo.ts'
import { telegramSelfTest, telegramTrial } from './self-test.ts'
import { telegramSettings, tokenComplaint } from './settings.ts'

/** A Telegram channel or group, posted to by a bot through the Bot API. */
export const telegramChannel: ChannelAdapter = {
  settings: telegramSettings,
  target: 'chat',
  secretComplaint: tokenComplaint,
  intervalMs: 1000,
  format: formatTelegram,
  preparePhoto: telegramPhoto,
  // A bot can't read a channel's history: what is in doubt is looked at by a person.
  carrier: {
    kind: 'http',
    request: telegramRequest,
    outcome: telegramOutcome,
    uploads: null,
    lookup: null,
    edit: telegramEdit,
    remove: telegramRemoval,
  },
  selfTest: telegramSelfTest,
  trial: telegramTrial,
}
