import type { AddressState, Organisation } from '../../../shared/mailing/address-book.ts'

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

/** The organisations in which every word that is looked for occurs, sorted by name. */
export const matching = (organisations: readonly Organisation[], find: string): readonly Organisation[] => {
  const words = folded(find)
    .split(/\s+/)
    .filter((word) => word !== '')
  return organisations
    .filter(({ name, region, district, mailboxes }) => {
      const text = folded([name, region, district, ...mailboxes.map(({ address }) => address)].join(' '))
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ru'))
}

/** An organisation as it is being written. */
export interface OrganisationDraft {
  readonly name: string
  readonly region: string
  readonly district: string
  /** A number tells lines apart while they are written. */
  readonly addresses: readonly { readonly line: number; readonly address: string; readonly state: AddressState }[]
}

/** The draft of an organisation, with one empty line where it has no address. */
export const draftOf = (organisation: Organisation | null): OrganisationDraft => {
  const addresses = (organisation?.mailboxes ?? []).map(({ address, state }, line) => ({ line, address, state }))
  return {
    name: organisation?.name ?? '',
    region: organisation?.region ?? '',
    district: organisation?.district ?? '',
    addresses: addresses.length > 0 ? addresses : [{ line: 0, address: '', state: 'active' }],
  }
}
