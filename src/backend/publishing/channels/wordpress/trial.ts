import { z } from 'zod'
import type { ChannelCheck } from '../../../../shared/publishing/channel.ts'
import { parseJson } from '../answer-json.ts'
import type { Access } from '../carrier.ts'
import type { Http } from '../channel-adapter.ts'
import { lookAt } from '../self-checks.ts'
import { draftRequest, eraseRequest } from './client.ts'
import { said } from './outcome.ts'

const madeSchema = z.object({ id: z.number().int().positive() })
const erasedSchema = z.object({ deleted: z.literal(true) })

/** Makes a draft, which no reader sees, and takes it away for good, past the bin. */
export const wordpressTrial = async ({ http }: { readonly http: Http }, access: Access): Promise<readonly ChannelCheck[]> => {
  let post = 0
  const { checks } = await lookAt([
    {
      name: 'Пробный черновик записан',
      run: async () => {
        const answer = await http(draftRequest(access, 'Проверка связи. Этот черновик сейчас исчезнет.'))
        if (answer.kind === 'notSent') return `Сайт не отвечает: ${answer.reason}.`
        if (answer.kind === 'unknown')
          return `Сайт не ответил (${answer.reason}): если черновик «Проверка связи» остался, удалите его сами.`
        const made = madeSchema.safeParse(parseJson(answer.body))
        if (answer.status >= 300 || !made.success) return `Сайт не принял пробный черновик (${said(answer)}).`
        post = made.data.id
        return null
      },
    },
    {
      name: 'Пробный черновик убран',
      run: async () => {
        const answer = await http(eraseRequest(access, post))
        const told = answer.kind === 'answer' ? said(answer) : answer.reason
        const erased = answer.kind === 'answer' && answer.status < 300 && erasedSchema.safeParse(parseJson(answer.body)).success
        return erased ? null : `Пробный черновик не удалось убрать (${told}): удалите на сайте «Проверка связи» сами.`
      },
    },
  ])
  return checks
}
