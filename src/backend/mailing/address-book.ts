import { join } from 'node:path'
import { z } from 'zod'
import { type AddressState, type Mailbox, organisationSchema, sameAddress } from '../../shared/mailing/address-book.ts'
import type { RecordType } from '../store/json-file.ts'

const addressBookSchema = z.object({ schemaVersion: z.literal(1), organisations: z.array(organisationSchema) })
/** The regional organisations and their addresses. */
export type AddressBook = z.infer<typeof addressBookSchema>

/** How they are stored. */
export const addressBookType: RecordType<AddressBook> = { version: 1, schema: addressBookSchema, migrations: {} }

export const emptyAddressBook: AddressBook = { schemaVersion: 1, organisations: [] }

export const addressBookPath = (folder: string): string => join(folder, 'addresses.json')

/** The book with one of its mailboxes changed; the same book where nothing changes, or there is no such address. */
export const withMailbox = (book: AddressBook, address: string, change: (mailbox: Mailbox) => Mailbox): AddressBook => {
  let changed = false
  const organisations = book.organisations.map((organisation) => ({
    ...organisation,
    mailboxes: organisation.mailboxes.map((mailbox) => {
      const next = sameAddress(mailbox.address, address) ? change(mailbox) : mailbox
      if (next !== mailbox) changed = true
      return next
    }),
  }))
  return changed ? { ...book, organisations } : book
}

/** The book with an address in another state; the same book where it is in it already, or there is no such address. */
export const withState = (
  book: AddressBook,
  address: string,
  state: AddressState,
  reason: string | null,
  since: number,
): AddressBook =>
  withMailbox(book, address, (mailbox) => (mailbox.state === state ? mailbox : { ...mailbox, state, reason, since }))
