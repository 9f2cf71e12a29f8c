import { join } from 'node:path'
import { z } from 'zod'
import { type AddressState, organisationSchema, sameAddress } from '../../shared/mailing/address-book.ts'
import type { RecordType } from '../store/json-file.ts'

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
