import { z } from 'zod'
import type { Access } from '../carrier.ts'
import type { Http, SelfTest } from '../channel-adapter.ts'
import { okCall, uploadQuestion } from './client.ts'
import { okAnswer, uploadPlace } from './outcome.ts'

const groupsSchema = z.array(z.object({ uid: z.string(), name: z.string().optional() })).min(1)

/** Rights that the token must have been given. */
const neededRights = [
  ['GROUP_CONTENT', 'вести группу'],
  ['PHOTO_CONTENT', 'загружать фотографии'],
] as const

/** Do the keys open the group, what may they, and is there a place for photos? None of it posts anything. */
export const okSelfTest = async ({ http }: { readonly http: Http }, access: Access): Promise<SelfTest> => {
  const { settings } = access
  const ask = async (request: ReturnType<typeof okCall>) => okAnswer(await http({ ...request, timeoutMs: 10_000 }))
  const problem = (text: string): SelfTest => ({ problem: text, settings })
  const { group = '' } = settings
  const seen = await ask(okCall(access, 'group.getInfo', { uids: group, fields: 'uid,name' }))
  if (seen.kind === 'error')
    return problem(`Одноклассники не приняли ключи (${seen.said}). Проверьте токен, ключ сессии и ключ приложения.`)
  if (seen.kind !== 'result') return problem(`Связи с Одноклассниками нет или ответ непонятен: ${seen.reason}.`)
  if (!groupsSchema.safeParse(seen.result).data?.some(({ uid }) => uid === group))
    return problem(`Одноклассники не показали группу ${group}. Проверьте её номер.`)
  for (const [right, words] of neededRights) {
    const given = await ask(okCall(access, 'users.hasAppPermission', { ext_perm: right }))
    if (given.kind === 'result' && given.result === false)
      return problem(`У ключа нет права ${words} (${right}). Получите новый токен с этим правом.`)
  }
  const place = await ask(uploadQuestion(access))
  if (place.kind === 'error') return problem(`Одноклассники не дают загружать снимки в группу (${place.said}).`)
  return place.kind === 'result' && uploadPlace(place.result)
    ? { problem: null, settings }
    : problem('Одноклассники не сказали, куда загружать снимки.')
}
