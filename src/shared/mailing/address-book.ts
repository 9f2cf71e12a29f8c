import { z } from 'zod'

/** Whether an address is written to: not when its owner asked so, nor when the mail server refused it. */
export const addressStates = ['active', 'unsubscribed', 'bouncing'] as const
export type AddressState = (typeof addressStates)[number]

export const mailboxSchema = z.object({
  address: z.string(),
  state: z.enum(addressStates),
  /** Why it is not written to, for people; null while it is. */
  reason: z.string().nullable(),
  /** Since when it is in this state, milliseconds since 1970. */
  since: z.number(),
  /** When a letter to it last came back although it may get through another time, and why; absent where none did. */
  softBounce: z.object({ at: z.number(), reason: z.string() }).optional(),
})
export type Mailbox = z.infer<typeof mailboxSchema>

/** A regional organisation that gets the newspaper by e-mail. */
export const organisationSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** «Тульская область»; empty where it is not known. */
  region: z.string(),
  /** «Центральный»; empty where it is not known. */
  district: z.string(),
  mailboxes: z.array(mailboxSchema),
})
export type Organisation = z.infer<typeof organisationSchema>

/** Addresses are compared as servers in practice do: without regard to capitals. */
export const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** How many addresses are not written to: their owners asked so, or letters to them came back. */
export const leftOut = (organisations: readonly Organisation[]): { readonly bouncing: number; readonly unsubscribed: number } => {
  const states = organisations.flatMap(({ mailboxes }) => mailboxes.map(({ state }) => state))
  const of = (state: AddressState) => states.filter((each) => each === state).length
  return { bouncing: of('bouncing'), unsubscribed: of('unsubscribed') }
}

/** Every address that is written to, each once, with whose it is. */
export const recipientsOf = (
  organisations: readonly Organisation[],
): readonly { readonly address: string; readonly organisation: string }[] => {
  const taken = new Set<string>()
  return organisations.flatMap(({ name, mailboxes }) =>
    mailboxes.flatMap(({ address, state }) => {
      const key = address.toLowerCase()
      if (state !== 'active' || taken.has(key)) return []
      taken.add(key)
      return [{ address, organisation: name }]
    }),
  )
}
