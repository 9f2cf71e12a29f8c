import type { NotSent } from './carrier.ts'

/** An answer of a social network as it was meant: its errors come with status 200, in the body. */
export type NetworkAnswer =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly code: number; readonly said: string }
  | { readonly kind: 'notSent'; readonly reason: string }
  /** What is none of the network's: a proxy's page, a text cut off. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** An error as the log and people have it. */
export const networkError = (code: number, words: string | null | undefined): NetworkAnswer => ({
  kind: 'error',
  code,
  said: words ? `${code}: ${words}` : String(code),
})

/** The errors of a network after which nothing was done. */
export interface NetworkErrors {
  /** The same request may be made later, and when: milliseconds by code. */
  readonly waits: Readonly<Record<number, number>>
  /** A person must do something first. */
  readonly person: ReadonlySet<number>
  /** Those of them that mean the connection: its key, its rights, the group. */
  readonly key: ReadonlySet<number>
  /** What the person can do, by code. */
  readonly advice: Readonly<Record<number, string>>
  readonly words: { readonly wait: string; readonly refused: string }
}

/** What an error says of a request that had no effect; null where it may have had one. */
export const notDone = ({ waits, person, key, advice, words }: NetworkErrors, code: number, said: string): NotSent | null => {
  const wait = waits[code]
  if (wait !== undefined) return { kind: 'retry', afterMs: wait, reason: `${words.wait} (${said}).` }
  if (!person.has(code)) return null
  const reason = `${words.refused} (${said}). ${advice[code] ?? 'Исправьте причину и отправьте снова.'}`
  return { kind: 'refused', to: 'needsPerson', reason, access: key.has(code) }
}
