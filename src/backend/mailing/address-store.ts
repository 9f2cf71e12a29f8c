import { join } from 'node:path'
import { z } from 'zod'
import { type AddressState, organisationSchema, sameAddress } from '../../shared/mailing/address-book.ts'
import type { RecordType } from '../store/json-file.ts'
import type { SingleRecord } from '../store/record-store.ts'

const addressBookSchema = z.object({ schemaVersion: z.literal(1), organisations: z.array(organisationSchema) })
/** The regional organisations and their addresses. */
export type AddressBook = z.infer<typeof addressBookSchema>

/** How they are stored. */
export const addressBookType: RecordType<AddressBook> = { version: 1, schema: addressBookSchema, migrations: {} }

export const emptyAddressBook: AddressBook = { schemaVersion: 1, organisations: [] }

export const addressBookPath = (folder: string): string => join(folder, 'addresses.json')

/** The book with an address in another state; the same book where it is in it already, or there is no such address. */
export const withState = (
  book: AddressBook,
  address: string,
  state: AddressState,
  reason: string | null,
  since: number,
): AddressBook => {
  const concerns = book.organisations.some(({ mailboxes }) =>
    mailboxes.some((mailbox) => sameAddress(mailbox.address, address) && mailbox.state !== state),
  )
  if (!concerns) return book
  return {
    ...book,
    organisations: book.organisations.map((organisation) => ({
      ...organisation,
      mailboxes: organisation.mailboxes.map((mailbox) =>
        sameAddress(mailbox.address, address) ? { ...mailbox, state, reason, since } : mailbox,
      ),
    })),
  }
}

/** The list of addresses of an open folder. */
export interface AddressStore {
  get(): AddressBook
  /** Changes it, one change after another: a bounce noted meanwhile is not lost. Resolves with the book in force. */
  change(edit: (book: AddressBook) => AddressBook): Promise<AddressBook>
}

export const addressStore = (record: SingleRecord<AddressBook>): AddressStore => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    get: record.get,
    change: (edit) => {
      const turn = last
        .catch(() => undefined)
        .then(async () => {
          const [before, after] = [record.get(), edit(record.get())]
          if (after !== before) await record.put(after)
          return after
        })
      last = turn
      return turn
    },
  }
}
