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
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  readonly timeoutMs: number
  /** Address of an HTTP or SOCKS5 proxy that it goes through; absent for none. */
  readonly proxy?: string
}

/** A mailbox that letters are sent through. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** TLS from the first byte, or begun by STARTTLS before anything is said; `plain` only where nothing leaves this machine. */
  readonly security: 'tls' | 'starttls' | 'plain'
  readonly user: string
  readonly password: string
  /** Longest silence of the server. */
  readonly timeoutMs: number
  /** Address of an HTTP or SOCKS5 proxy that the connection goes through; absent for none. */
  readonly proxy?: string
}

/** A file that goes with a letter; with a `cid` it is a picture of its text. */
export interface MailFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly cid: string | null
}

/** A letter to one recipient. */
export interface MailLetter {
  /** `Message-ID` with its brackets. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly date: number
  readonly from: { readonly name: string; readonly address: string }
  /** Empty where answers go to the sender. */
  readonly replyTo: string
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly files: readonly MailFile[]
}

/** How far a letter came: each stage but the last is over before a word of the letter is sent. */
export type MailStage = 'connect' | 'login' | 'sender' | 'recipient' | 'content'

export type MailOutcome =
  | { readonly kind: 'accepted'; readonly answer: string }
  /** The server has not taken it. `code` is its own, null where it said nothing. */
  | { readonly kind: 'notTaken'; readonly stage: MailStage; readonly code: number | null; readonly reason: string }
  /** The whole letter was written and no answer came: the server may have it. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** Everything the backend asks of the world around it; tests put their own in. */
export interface Environment {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  readonly files: Files
  readonly http: (request: HttpRequest) => Promise<HttpOutcome>
  /** Sends one letter, exactly once; null only logs in. */
  readonly mail: (server: MailServer, letter: MailLetter | null) => Promise<MailOutcome>
  readonly log: (line: string) => void
  /** The product's own fonts, profiles and demo newsroom. */
  readonly resources: string
  /** Where this installation keeps what belongs to no newsroom: recent folders, its identity, sending epochs. */
  readonly home: string
  /** Tells this program from all that might make pages otherwise; absent where it runs from its sources. */
  readonly build?: string
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
