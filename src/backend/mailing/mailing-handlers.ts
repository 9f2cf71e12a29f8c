import { dirname, join } from 'node:path'
import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { csvTable } from '../../shared/language/csv.ts'
import { type Mailbox, type Organisation, sameAddress } from '../../shared/mailing/address-book.ts'
import type { mailingApi } from '../../shared/mailing/api.ts'
import { addressStateLabels } from '../../shared/mailing/labels.ts'
import type { Newsroom } from '../newsroom.ts'
import { placeFile } from '../publishing/place-file.ts'
import { publisherOf } from '../publishing/publishers.ts'
import { noteBounces } from './bounce/note-bounces.ts'
import { addressFailure, composeMailing } from './compose-mailing.ts'
import { readMailing } from './mailing-view.ts'
import { planImport } from './plan-import.ts'
import { pauseMailing, resumeMailing, startMailing, testMailing } from './run-mailing.ts'
import { readTable } from './table/read-table.ts'

const unit = async (result: Promise<Result<unknown>>): Promise<Result<Record<string, never>>> => {
  const settled = await result
  return settled.ok ? success({}) : settled
}

const byHand = 'Отмечено в редакции.'

/** The mailbox as a person wrote it; what is known of it stays while they leave its state. */
const mailboxOf = (known: readonly Mailbox[], { address, state }: Pick<Mailbox, 'address' | 'state'>, now: number): Mailbox => {
  const before = known.find((mailbox) => sameAddress(mailbox.address, address))
  if (before?.state === state) return { ...before, address }
  return { address, state, reason: state === 'active' ? null : byHand, since: now }
}

/** The addresses of the regional organisations, and the letters about issues that go to them. */
export const mailingHandlers = (newsroom: Newsroom): Handlers<typeof mailingApi> => {
  const { addresses, environment } = newsroom
  const told = (): void => newsroom.emit({ type: 'changed', feature: 'mailing', id: null })
  const planned = (name: string, bytes: string, present: readonly Organisation[]) => {
    const rows = readTable(name, Buffer.from(bytes, 'base64'))
    return rows.ok ? success(planImport(rows.value, present, environment.now(), environment.newId)) : rows
  }
  return {
    addresses: async () => success([...addresses.get().organisations]),
    saveOrganisation: async (given, { person }) => {
      const publisher = publisherOf(newsroom, person)
      if (!publisher.ok) return publisher
      const { organisations } = addresses.get()
      for (const [index, { address }] of given.addresses.entries()) {
        const refused = addressFailure(address)
        if (refused) return refused
        const twice = given.addresses.findIndex((each) => sameAddress(each.address, address)) !== index
        const owner = organisations.find(
          ({ id, mailboxes }) => id !== given.id && mailboxes.some((mailbox) => sameAddress(mailbox.address, address)),
        )
        if (twice || owner)
          return failure('conflict', `Адрес ${address} ${owner ? `уже есть у организации «${owner.name}»` : 'указан дважды'}.`, {
            safe: 'Адреса не изменены.',
            todo: 'Уберите повтор.',
          })
      }
      const id = given.id ?? environment.newId()
      const { name, region, district } = given
      await addresses.change((book) => {
        const known = book.organisations.find((each) => each.id === id)
        const mailboxes = given.addresses.map((each) => mailboxOf(known?.mailboxes ?? [], each, environment.now()))
        const next = { id, name, region, district, mailboxes }
        return {
          ...book,
          organisations: known ? book.organisations.map((each) => (each.id === id ? next : each)) : [...book.organisations, next],
        }
      })
      told()
      return success({ id })
    },
    removeOrganisation: async ({ id }, { person }) => {
      const publisher = publisherOf(newsroom, person)
      if (!publisher.ok) return publisher
      await addresses.change((book) => ({ ...book, organisations: book.organisations.filter((each) => each.id !== id) }))
      told()
      return success({})
    },
    planImport: async ({ name, bytes }) => {
      const made = planned(name, bytes, addresses.get().organisations)
      return made.ok ? success(made.value.plan) : made
    },
    importAddresses: async ({ name, bytes }, { person }) => {
      const publisher = publisherOf(newsroom, person)
      if (!publisher.ok) return publisher
      const made = planned(name, bytes, addresses.get().organisations)
      if (!made.ok) return made
      let { plan } = made.value
      await addresses.change((book) => {
        const again = planned(name, bytes, book.organisations)
        if (!again.ok) return book
        plan = again.value.plan
        return { ...book, organisations: [...again.value.organisations] }
      })
      told()
      return success(plan)
    },
    readBounces: ({ letters }, { person }) =>
      noteBounces(
        newsroom,
        letters.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') })),
        person,
      ),
    exportAddresses: async () => {
      const head = ['Организация', 'Регион', 'Федеральный округ', 'Электронная почта', 'Состояние', 'Причина']
      const rows = addresses
        .get()
        .organisations.flatMap(({ name, region, district, mailboxes }) =>
          mailboxes.map(({ address, state, reason }) => [
            name,
            region,
            district,
            address,
            addressStateLabels[state],
            reason ?? '',
          ]),
        )
      const file = join(newsroom.folder, 'exports', 'adresa-rassylki.csv')
      await environment.files.makeFolder(dirname(file))
      const placed = await placeFile(environment.files, file, new TextEncoder().encode(csvTable([head, ...rows])))
      if (placed.kind !== 'notPlaced') return success({ file })
      return failure('unavailable', `Файл ${file} не записан (${placed.code ?? 'сбой диска'}).`, {
        safe: 'Адреса не изменены, прежний файл цел.',
        todo: 'Закройте его в других программах, проверьте место на диске и повторите.',
      })
    },
    read: async ({ issue, channel }) => success(await readMailing(newsroom, issue, channel)),
    compose: (order, { person }) => composeMailing(newsroom, order, person),
    test: ({ id, to }, { person }) => unit(testMailing(newsroom, id, to, person)),
    start: ({ id }, { person }) => startMailing(newsroom, id, person),
    pause: ({ id }, { person }) => unit(pauseMailing(newsroom, id, person)),
    resume: ({ id }, { person }) => unit(resumeMailing(newsroom, id, person)),
  }
}
