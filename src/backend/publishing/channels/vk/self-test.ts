import { z } from 'zod'
import type { ChannelCheck } from '../../../../shared/publishing/channel.ts'
import type { Access } from '../carrier.ts'
import type { Http, SelfTest } from '../channel-adapter.ts'
import { credentialsOf } from '../credentials.ts'
import { lookAt } from '../self-checks.ts'
import { vkCall } from './client.ts'
import { vkAnswer } from './outcome.ts'

const rightsSchema = z.object({ permissions: z.array(z.object({ name: z.string() })) })

/** Rights that the key of a group needs: on the wall, and for photos. */
const neededRights = [
  ['wall', 'записи на стене'],
  ['photos', 'фотографии'],
] as const

const timeoutMs = 10_000

const asker =
  (http: Http, access: Access) => async (token: string, method: string, parameters: Readonly<Record<string, string>>) =>
    vkAnswer(await http({ ...vkCall(access, token, method, parameters), timeoutMs }))

type Read = Awaited<ReturnType<ReturnType<typeof asker>>>

const complaintOf = (read: Read, refused: (said: string) => string): string | null => {
  if (read.kind === 'result') return null
  return read.kind === 'error' ? refused(read.said) : `Связи с ВКонтакте нет или ответ непонятен: ${read.reason}.`
}

/** Do the keys open the group, what may they, and can the wall be read? None of it posts anything. */
export const vkSelfTest = async ({ http }: { readonly http: Http }, access: Access): Promise<SelfTest> => {
  const { settings, secret } = access
  const { community, user, service } = credentialsOf(secret)
  const { group = '' } = settings
  const ask = asker(http, access)
  const question = (name: string, key: string, token: string, method: string, parameters: Readonly<Record<string, string>>) => ({
    name,
    run: async () =>
      complaintOf(
        await ask(token, method, parameters),
        (said) => `${key} не подошёл (${said}). Получите новый и проверьте его права.`,
      ),
  })
  const rightsOf = async (token: string): Promise<string | null> => {
    const rights = await ask(token, 'groups.getTokenPermissions', {})
    const known = rights.kind === 'result' ? rightsSchema.safeParse(rights.result) : null
    const lacking = neededRights.filter(([right]) => known?.success && !known.data.permissions.some(({ name }) => name === right))
    // With a user's key photos take another way.
    const missing = lacking.filter(([right]) => right !== 'photos' || !user).map(([, words]) => words)
    return missing.length > 0 ? `У ключа сообщества нет прав: ${missing.join(', ')}. Создайте новый с этими правами.` : null
  }
  const wallPart = { owner_id: `-${group}`, count: '1' }
  const looked = await lookAt([
    ...(community
      ? [question('Ключ сообщества открывает группу', 'Ключ сообщества', community, 'groups.getById', { group_id: group })]
      : []),
    ...(user
      ? [question('Снимки принимает стена', 'Ключ администратора', user, 'photos.getWallUploadServer', { group_id: group })]
      : []),
    ...(service ? [question('Стену видно: исход узнаётся сам', 'Сервисный ключ', service, 'wall.get', wallPart)] : []),
    ...(community ? [{ name: 'Права ключа сообщества', run: () => rightsOf(community) }] : []),
    ...(community && !user
      ? [question('Снимки принимают сообщения', 'Ключ сообщества', community, 'photos.getMessagesUploadServer', {})]
      : []),
  ])
  return { ...looked, settings }
}

const postSchema = z.object({ post_id: z.number().int() })

/** Posts a line and takes it off the wall; only the key of one who runs the group may do that. */
export const vkTrial = async (
  { http, now }: { readonly http: Http; readonly now: () => number },
  access: Access,
): Promise<readonly ChannelCheck[]> => {
  const { user } = credentialsOf(access.secret)
  const ask = asker(http, access)
  const owner = `-${access.settings.group ?? ''}`
  if (!user)
    return [
      {
        name: 'Пробная запись',
        state: 'skipped',
        note: 'Убрать её со стены может только ключ администратора, а его в канале нет: запись не делалась.',
      },
    ]
  let post = 0
  const { checks } = await lookAt([
    {
      name: 'Пробная запись вышла',
      run: async () => {
        const message = 'Проверка связи. Эта запись сейчас исчезнет.'
        const read = await ask(user, 'wall.post', { owner_id: owner, from_group: '1', guid: `trial-${now()}`, message })
        post = read.kind === 'result' ? (postSchema.safeParse(read.result).data?.post_id ?? 0) : 0
        return complaintOf(read, (said) => `ВКонтакте не принял пробную запись (${said}).`)
      },
    },
    {
      name: 'Пробная запись убрана',
      run: async () =>
        complaintOf(
          await ask(user, 'wall.delete', { owner_id: owner, post_id: String(post) }),
          (said) => `Пробную запись не удалось убрать (${said}): удалите её в сообществе сами.`,
        ),
    },
  ])
  return checks
}
