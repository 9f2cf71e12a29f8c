import { type AdvertRecord, advertName, approvalStateOf } from '../../shared/advert/advert.ts'
import type { Advert, advertApi } from '../../shared/advert/api.ts'
import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import { quoted } from '../../shared/language/quoted.ts'
import { rights } from '../../shared/staff/rights.ts'
import type { Role } from '../../shared/workflow/states.ts'
import { approvers } from '../../shared/workflow/transitions.ts'
import type { Newsroom } from '../newsroom.ts'
import { sentWithAdvert } from '../signoff/guard-sent.ts'
import { mayNot } from '../staff/authorise.ts'
import { rolesOf } from '../workflow/act.ts'
import { advertHash } from './advert-store.ts'

const missing = () =>
  failure('notFound', 'Такой рекламы в редакции нет.', { todo: 'Посмотрите список рекламы номера: возможно, её сняли.' })

const mayApprove = (held: readonly Role[]): boolean => approvers.some((role) => held.includes(role))

const fileFacts = (newsroom: Newsroom, file: string | null): Advert['fileFacts'] => {
  const medium = file === null ? null : newsroom.media.get(file)
  if (!medium) return null
  const { name, format, width, height } = medium
  return { name, kind: format === 'pdf' ? 'document' : 'picture', width, height, remarks: medium.remarks ?? [] }
}

const describe = (newsroom: Newsroom, id: string, record: AdvertRecord, held: readonly Role[]): Advert => {
  const approval = approvalStateOf(record, advertHash(record.content))
  const by = newsroom.staff().find((member) => member.id === record.approvals.at(-1)?.person)
  return {
    id,
    ...record.content,
    ...record.order,
    fileFacts: fileFacts(newsroom, record.content.file),
    approval,
    approvedBy: approval === 'approved' ? (by?.name ?? null) : null,
    mayApprove: mayApprove(held),
  }
}

export const advertHandlers = (newsroom: Newsroom): Handlers<typeof advertApi> => {
  const { adverts, environment } = newsroom
  const changed = (id: string) => newsroom.emit({ type: 'changed', feature: 'advert', id })
  const noSuchIssue = (serial: string | null | undefined) =>
    serial !== null && serial !== undefined && !newsroom.issues.entry(serial)
      ? failure('notFound', `Номера ${serial} нет в этой редакции.`, {
          safe: 'Реклама не изменена.',
          todo: 'Выберите номер из списка.',
        })
      : null
  return {
    list: async ({ issue }, { person }) => {
      const held = rolesOf(newsroom, person)
      return success(
        [...adverts.all()]
          .filter(([, record]) => !record.withdrawn && record.order.issue === issue)
          .sort(([a, first], [b, second]) => first.createdAt - second.createdAt || (a < b ? -1 : 1))
          .map(([id, record]) => describe(newsroom, id, record, held.ok ? held.value : [])),
      )
    },
    add: async ({ issue, ...words }) => {
      const refused = noSuchIssue(issue)
      if (refused) return refused
      const id = environment.newId()
      await adverts.put(id, {
        schemaVersion: 1,
        content: { ...words, token: '', file: null },
        order: { issue, page: null, deadline: null },
        withdrawn: false,
        createdAt: environment.now(),
        approvals: [],
        changedAfterApproval: false,
      })
      changed(id)
      return success({ id })
    },
    update: async ({ advert, words, order }) => {
      const refused = noSuchIssue(order?.issue) ?? sentWithAdvert(newsroom, advert)
      if (refused) return refused
      const after = await adverts.change(advert, (now) => ({
        ...now,
        content: { ...now.content, ...words },
        order: order ?? now.order,
      }))
      if (!after) return missing()
      changed(advert)
      return success({})
    },
    setFile: async ({ advert, name, bytes }) => {
      if (!adverts.get(advert)) return missing()
      const refused = sentWithAdvert(newsroom, advert)
      if (refused) return refused
      const added = await newsroom.media.add(name, Buffer.from(bytes, 'base64'), 'document')
      if (!added.ok) return added
      const after = await adverts.change(advert, (now) => ({ ...now, content: { ...now.content, file: added.value.id } }))
      if (!after) return missing()
      newsroom.emit({ type: 'changed', feature: 'media', id: added.value.id })
      changed(advert)
      return success({ file: added.value.id, remarks: fileFacts(newsroom, added.value.id)?.remarks ?? [] })
    },
    approve: async ({ advert }, { person }) => {
      const held = rolesOf(newsroom, person)
      if (!held.ok) return held
      const record = adverts.get(advert)
      if (!record || record.withdrawn) return missing()
      const role = rights.approveAdvert.find((one) => held.value.includes(one))
      const named = quoted(advertName(record.content))
      if (role === undefined) return mayNot('approveAdvert')
      const { file } = record.content
      if (file === null || !newsroom.media.get(file))
        return failure('conflict', `${named}: файла ещё нет, утверждать нечего.`, {
          safe: 'Ничего не изменено.',
          todo: 'Добавьте файл рекламы.',
        })
      const seen = advertHash(record.content)
      const approval = { person: person ?? '', role, at: environment.now(), contentHash: seen }
      const after = await adverts.change(advert, (now) =>
        // Somebody may have changed it while this was looked at: what was not seen is not signed for.
        advertHash(now.content) === seen ? { ...now, approvals: [...now.approvals, approval], changedAfterApproval: false } : now,
      )
      if (after?.approvals.at(-1)?.contentHash !== advertHash(after?.content ?? record.content))
        return failure('conflict', `${named} изменили, пока её утверждали.`, {
          safe: 'Подпись не поставлена.',
          todo: 'Посмотрите её ещё раз.',
        })
      changed(advert)
      return success({})
    },
    withdraw: async ({ advert, withdrawn }) => {
      const refused = sentWithAdvert(newsroom, advert)
      if (refused) return refused
      const after = await adverts.change(advert, (now) => ({ ...now, withdrawn }))
      if (!after) return missing()
      changed(advert)
      return success({})
    },
  }
}
