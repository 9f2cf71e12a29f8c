import { advertName, approvalStateOf } from '../../shared/advert/advert.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { quoted } from '../../shared/language/quoted.ts'
import type { Newsroom } from '../newsroom.ts'
import { advertHash } from './advert-store.ts'

/** Why an advert's zone may not leave the house; null where it may. */
const objection = (newsroom: Newsroom, id: string | null): string | null => {
  const record = id === null ? null : newsroom.adverts.get(id)
  if (!record || record.withdrawn) return 'место для рекламы не занято'
  const { content } = record
  const name = quoted(advertName(content))
  if (content.file === null || !newsroom.media.get(content.file)) return `нет файла рекламы ${name}`
  const state = approvalStateOf(record, advertHash(content))
  if (state === 'changed') return `реклама ${name} изменена после подписи`
  return state === 'notApproved' ? `реклама ${name} не утверждена` : null
}

/** Succeeds when every zone for adverts on these pages holds an advert that is approved as it is, its file included. */
export const checkAdvertsReleased = (newsroom: Newsroom, issue: Issue, pages: readonly number[]): Result<null> => {
  const objections = pages.flatMap((page) =>
    (issue.dummies[page]?.zones ?? []).flatMap((zone) => {
      const found = zone.kind === 'advert' ? objection(newsroom, zone.advert) : null
      return found === null ? [] : [`с. ${page}: ${found}`]
    }),
  )
  return objections.length === 0
    ? success(null)
    : failure('notApproved', `Нельзя выпустить: ${objections.join('; ')}.`, {
        safe: 'Файл не записан, прежний не изменён.',
        todo: 'Добавьте файл и утвердите рекламу, снимите её с полосы или запишите черновик.',
      })
}
