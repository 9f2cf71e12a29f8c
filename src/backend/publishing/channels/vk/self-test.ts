import { z } from 'zod'
import type { Access } from '../carrier.ts'
import type { Http, SelfTest } from '../channel-adapter.ts'
import { credentialsOf } from '../credentials.ts'
import { vkCall } from './client.ts'
import { vkAnswer } from './outcome.ts'

const rightsSchema = z.object({ permissions: z.array(z.object({ name: z.string() })) })

/** Rights that the key of a group needs: on the wall, and for photos. */
const neededRights = [
  ['wall', 'записи на стене'],
  ['photos', 'фотографии'],
] as const

/** Do the keys open the group, what may they, and can the wall be read? None of it posts anything. */
export const vkSelfTest = async ({ http }: { readonly http: Http }, access: Access): Promise<SelfTest> => {
  const { settings, secret } = access
  const { community, user, service } = credentialsOf(secret)
  const { group = '' } = settings
  const ask = async (token: string, method: string, parameters: Readonly<Record<string, string>>) =>
    vkAnswer(await http({ ...vkCall(access, token, method, parameters), timeoutMs: 10_000 }))
  const problem = (text: string): SelfTest => ({ problem: text, settings })
  const wallPart = { owner_id: `-${group}`, count: '1' }
  const questions = [
    ...(community ? [['Ключ сообщества', community, 'groups.getById', { group_id: group }] as const] : []),
    ...(user ? [['Ключ администратора', user, 'photos.getWallUploadServer', { group_id: group }] as const] : []),
    ...(service ? [['Сервисный ключ', service, 'wall.get', wallPart] as const] : []),
  ]
  for (const [name, token, method, parameters] of questions) {
    const answer = await ask(token, method, parameters)
    if (answer.kind === 'error') return problem(`${name} не подошёл (${answer.said}). Получите новый и проверьте его права.`)
    if (answer.kind !== 'result') return problem(`Связи с ВКонтакте нет или ответ непонятен: ${answer.reason}.`)
  }
  if (community) {
    const rights = await ask(community, 'groups.getTokenPermissions', {})
    const known = rights.kind === 'result' ? rightsSchema.safeParse(rights.result) : null
    const lacking = neededRights.filter(([right]) => known?.success && !known.data.permissions.some(({ name }) => name === right))
    // With a user's key photos take another way.
    const missing = lacking.filter(([right]) => right !== 'photos' || !user).map(([, words]) => words)
    if (missing.length > 0) return problem(`У ключа сообщества нет прав: ${missing.join(', ')}. Создайте новый с этими правами.`)
  }
  return { problem: null, settings }
}
