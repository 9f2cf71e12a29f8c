import type { Files } from './store/files.ts'

/** One answer to an HTTP request; `sent` failures happened before a byte of the request left this machine. */
export type HttpOutcome =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  /** Nothing was sent: the name was not found, the connection was refused. Safe to try again. */
  | { readonly kind: 'notSent'; readonly reason: string }
  /** The request may have arrived: the connection broke or the time ran out after it was written. */
  | { readonly kind: 'unknown'; readonly reason: string }

export interface HttpRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  readonly timeoutMs: number
}

/** Everything the backend asks of the world around it; tests put their own in. */
export interface Environment {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  readonly files: Files
  readonly http: (request: HttpRequest) => Promise<HttpOutcome>
  readonly log: (line: string) => void
  /** The product's own fonts, profiles and demo newsroom. */
  readonly resources: string
  /** Where this installation keeps what belongs to no newsroom: recent folders, its identity, sending epochs. */
  readonly home: string
  /** Seals secrets where there is no keychain; null asks for one. */
  readonly passphrase: string | null
  /** Opens the key of the person a command of the command line acts for; windows ask the person. */
  readonly personPassphrase?: string | null
  readonly process: {
    readonly pid: number
    readonly host: string
    readonly bootId: string
    readonly alive: (pid: number) => boolean
    /** When a process began, as the system words it; null where it does not say. Tells a pid from its earlier owner. */
    readonly startedAt?: (pid: number) => string | null
  }
}
