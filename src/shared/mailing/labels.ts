import type { AddressState } from './address-book.ts'

/** States of an address as people and tables name them. */
export const addressStateLabels: Readonly<Record<AddressState, string>> = {
  active: 'получает',
  unsubscribed: 'отписан',
  bouncing: 'почта не доходит',
}
