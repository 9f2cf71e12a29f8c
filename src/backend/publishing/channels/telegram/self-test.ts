import { z } from 'zod'
import type { ChannelCheck } from '../../../../shared/publishing/channel.ts'
import type { Access } from '../carrier.ts'
import type { Http, SelfTest } from '../channel-adapter.ts'
import { lookAt } from '../self-checks.ts'
import { jsonCall } from './client.ts'
import { telegramAnswer } from './outcome.ts'

const botSchema = z.object({ id: z.number().int() })
const memberSchema = z.object({ status: z.string(), can_post_messages: z.boolean().optional() })
const messageSchema = z.object({ message_id: z.number().int() })

const questionTimeoutMs = 10_000

const asker = (http: Http, access: Access) => async (method: string, parameters: Readonly<Record<string, unknown>>) =>
  telegramAnswer(await http({ ...jsonCall(access, method, parameters), timeoutMs: questionTimeoutMs }))

type Read = Awaited<ReturnType<ReturnType<typeof asker>>>

/** What is wrong with an answer, null when it is a result. */
const complaintOf = (read: Read, complaint: string): string | null => {
  if (read.kind === 'result') return null
  return read.kind === 'error'
    ? `Telegram: ${complaint} (${read.code}: ${read.description}).`
    : `Связи с Telegram нет или ответ непонятен: ${read.reason}.`
}

/** Is this a bot, does it see the chat, may it post there? None of it posts anything. */
export const telegramSelfTest = async ({ http }: { readonly http: Http }, access: Access): Promise<SelfTest> => {
  const { settings } = access
  const ask = asker(http, access)
  const chat = settings.chat ?? ''
  let bot = 0
  const looked = await lookAt([
    {
      name: 'Токен принадлежит боту',
      run: async () => {
        const read = await ask('getMe', {})
        bot = read.kind === 'result' ? (botSchema.safeParse(read.result).data?.id ?? 0) : 0
        return complaintOf(read, 'бот не отвечает на этот токен')
      },
    },
    {
      name: 'Бот видит канал',
      run: async () =>
        complaintOf(await ask('getChat', { chat_id: chat }), `бот не видит канал ${chat}; добавьте его туда администратором`),
    },
    {
      name: 'Бот вправе публиковать',
      run: async () => {
        const read = await ask('getChatMember', { chat_id: chat, user_id: bot })
        const member = read.kind === 'result' ? memberSchema.safeParse(read.result).data : undefined
        if (!member) return complaintOf(read, 'бот не назвал своих прав; добавьте его администратором')
        const may = member.status !== 'left' && member.status !== 'kicked' && member.can_post_messages !== false
        return may ? null : `У бота нет права публиковать в ${chat}: сделайте его администратором с этим правом.`
      },
    },
  ])
  return { ...looked, settings }
}

/** Posts a line without a sound and deletes it. */
export const telegramTrial = async ({ http }: { readonly http: Http }, access: Access): Promise<readonly ChannelCheck[]> => {
  const ask = asker(http, access)
  const chat = access.settings.chat ?? ''
  let message = 0
  const { checks } = await lookAt([
    {
      name: 'Пробная запись вышла',
      run: async () => {
        const text = 'Проверка связи. Эта запись сейчас исчезнет.'
        const read = await ask('sendMessage', { chat_id: chat, text, disable_notification: true })
        message = read.kind === 'result' ? (messageSchema.safeParse(read.result).data?.message_id ?? 0) : 0
        return complaintOf(read, 'пробная запись не принята')
      },
    },
    {
      name: 'Пробная запись убрана',
      run: async () =>
        complaintOf(
          await ask('deleteMessages', { chat_id: chat, message_ids: [message] }),
          'пробную запись не удалось убрать: удалите её в канале сами',
        ),
    },
  ])
  return checks
}
