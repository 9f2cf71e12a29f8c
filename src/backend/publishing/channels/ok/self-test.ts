import { z } from 'zod'
import type { Access } from '../carrier.ts'
import type { Http, SelfTest } from '../channel-adapter.ts'
import { lookAt } from '../self-checks.ts'
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
  const { group = '' } = settings
  const ask = async (request: ReturnType<typeof okCall>) => okAnswer(await http({ ...request, timeoutMs: 10_000 }))
  const noLink = (reason: string) => `Связи с Одноклассниками нет или ответ непонятен: ${reason}.`
  const looked = await lookAt([
    {
      name: 'Ключи открывают группу',
      run: async () => {
        const seen = await ask(okCall(access, 'group.getInfo', { uids: group, fields: 'uid,name' }))
        if (seen.kind === 'error')
          return `Одноклассники не приняли ключи (${seen.said}). Проверьте токен, ключ сессии и ключ приложения.`
        if (seen.kind !== 'result') return noLink(seen.reason)
        const found = groupsSchema.safeParse(seen.result).data?.some(({ uid }) => uid === group) === true
        return found ? null : `Одноклассники не показали группу ${group}. Проверьте её номер.`
      },
    },
    ...neededRights.map(([right, words]) => ({
      name: `Право ${words}`,
      run: async () => {
        const given = await ask(okCall(access, 'users.hasAppPermission', { ext_perm: right }))
        const lacks = given.kind === 'result' && given.result === false
        return lacks ? `У ключа нет права ${words} (${right}). Получите новый токен с этим правом.` : null
      },
    })),
    {
      name: 'Снимки есть куда загрузить',
      run: async () => {
        const place = await ask(uploadQuestion(access))
        if (place.kind === 'error') return `Одноклассники не дают загружать снимки в группу (${place.said}).`
        if (place.kind !== 'result') return noLink(place.reason)
        return uploadPlace(place.result) ? null : 'Одноклассники не сказали, куда загружать снимки.'
      },
    },
  ])
  return { ...looked, settings }
}
