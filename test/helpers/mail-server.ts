import { SMTPServer } from 'smtp-server'
import { type ReadMail, readMail } from './mail-reader.ts'

/** What the server does with the next letter instead of taking it. */
export type MailFault =
  | { readonly at: 'login' | 'sender' | 'recipient' | 'content'; readonly code: number; readonly words?: string }
  /** Cuts the connection at that moment; at «content» the whole letter was read, and is `taken` or not. */
  | { readonly at: 'sender' | 'recipient'; readonly cut: true }
  | { readonly at: 'content'; readonly cut: true; readonly taken: boolean }
  | { readonly at: 'content'; readonly hang: true }

export interface TakenMail extends ReadMail {
  readonly to: string
}

export interface MailServerBench {
  readonly port: number
  readonly user: string
  readonly password: string
  readonly letters: readonly TakenMail[]
  /** Logins that were tried. */
  readonly logins: () => number
  /** Letters that were begun: a sender was named. */
  readonly attempts: () => number
  fault(fault: MailFault): void
  /** Addresses that are refused for good. */
  refuse(address: string): void
  close(): Promise<void>
}

const refusal = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code })

/** A mail server on 127.0.0.1 that wants a login, keeps what it takes and makes trouble when told to. */
export const startMailServer = async (): Promise<MailServerBench> => {
  const [user, password] = ['gazeta@eseur.example', 'parol-pochty-4711']
  const letters: TakenMail[] = []
  const faults: MailFault[] = []
  const refused = new Set<string>()
  const counts = { logins: 0, attempts: 0 }
  const faultAt = (at: MailFault['at']): MailFault | null => (faults[0]?.at === at ? (faults.shift() ?? null) : null)
  /** Carries out a fault before the letter; true when there was one. */
  const troubled = (at: MailFault['at'], session: { id: string }, done: (error: Error) => void): boolean => {
    const fault = faultAt(at)
    if (fault === null) return false
    if ('code' in fault) done(refusal(fault.code, fault.words ?? 'no'))
    else cut(session)
    return true
  }
  const cut = ({ id }: { id: string }): void => {
    for (const connection of server.connections) if (connection.session.id === id) connection._socket.destroy()
  }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: (auth, session, done) => {
      counts.logins += 1
      if (troubled('login', session, (error) => done(error))) return
      if (auth.username === user && auth.password === password) done(null, { user })
      else done(refusal(535, '5.7.8 Authentication credentials invalid'))
    },
    onMailFrom: (_address, session, done) => {
      counts.attempts += 1
      if (!troubled('sender', session, done)) done()
    },
    onRcptTo: ({ address }, session, done) => {
      if (troubled('recipient', session, done)) return
      done(refused.has(address) ? refusal(550, '5.1.1 No such mailbox') : null)
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const fault = faultAt('content')
        const take = () => letters.push({ ...readMail(Buffer.concat(chunks)), to: session.envelope.rcptTo[0]?.address ?? '' })
        if (fault === null) {
          take()
          done(null, 'queued')
        } else if ('code' in fault) done(refusal(fault.code, fault.words ?? 'no'))
        else if ('cut' in fault) {
          if ('taken' in fault && fault.taken) take()
          cut(session)
        } else take()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  const place = server.server.address()
  if (place === null || typeof place === 'string') throw new Error('нет порта')
  return {
    port: place.port,
    user,
    password,
    letters,
    logins: () => counts.logins,
    attempts: () => counts.attempts,
    fault: (fault) => void faults.push(fault),
    refuse: (address) => void refused.add(address),
    close: () => new Promise((done) => server.close(() => done())),
  }
}
