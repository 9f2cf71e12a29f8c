import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type { MailLetter, MailOutcome, MailServer, MailStage } from './environment.ts'
import { networkReason } from './network-reason.ts'
import { proxyTunnel } from './proxy-tunnel.ts'

const stageOf: Readonly<Record<string, MailStage>> = { 'MAIL FROM': 'sender', 'RCPT TO': 'recipient', DATA: 'content' }

interface MailError extends Error {
  readonly code?: string | undefined
  readonly originalCode?: string | undefined
  readonly command?: string | undefined
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
}

/** What the server has said, else what happened on the way; for people. */
const reasonOf = (error: MailError): string => {
  if (error.response !== undefined) return error.response.replace(/\s+/g, ' ').trim().slice(0, 300)
  if (error.code === 'ETIMEDOUT') return 'время ожидания истекло'
  if (error.code === 'ECONNECTION') return 'связь оборвалась'
  const code = error.originalCode ?? (error.code === 'ESOCKET' ? undefined : error.code)
  if (code === 'ETLS') return 'сервер не дал защищённого соединения'
  if (code === 'EDNS') return 'адрес не найден'
  return networkReason({ message: error.message, code })
}

/** The bytes of a letter, CRLF between its lines. */
const composed = async (letter: MailLetter): Promise<Buffer> => {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const composer = new MailComposer({
    from: letter.from,
    ...(letter.replyTo === '' ? {} : { replyTo: letter.replyTo }),
    to: letter.to,
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    messageId: letter.id,
    date: new Date(letter.date),
    headers: { ...letter.headers },
    // A boundary that follows from the letter: sent again it is the same, byte for byte.
    baseBoundary: letter.id.replace(/[^A-Za-z0-9]/g, '').slice(0, 40),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: letter.files.map(({ name, type, bytes, cid }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
      ...(cid === null ? {} : { cid, contentDisposition: 'inline' }),
    })),
  })
  return composer.compile().build()
}

/** The way to a mail server: null for a straight one, else the tunnel through its proxy, or why there is none. */
const wayTo = async ({ proxy, host, port, timeoutMs }: MailServer): Promise<{ tunnel: Socket | null } | { reason: string }> => {
  if (proxy === undefined) return { tunnel: null }
  try {
    return { tunnel: await proxyTunnel(proxy, host, port, timeoutMs) }
  } catch (error) {
    return { reason: error instanceof Error ? networkReason(error) : 'прокси не ответил' }
  }
}

/**
 * Sends one letter to one recipient over a connection of its own, exactly once, and tells apart what the server can't
 * have taken from what it may have: the end of a letter is written only after the whole of it was read.
 */
export const mailClient = async (server: MailServer, letter: MailLetter | null): Promise<MailOutcome> => {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const bytes = letter === null ? null : await composed(letter)
  const way = await wayTo(server)
  if ('reason' in way) return { kind: 'notTaken', stage: 'connect', code: null, reason: way.reason }
  const { tunnel } = way
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'plain',
    connectionTimeout: server.timeoutMs,
    greetingTimeout: server.timeoutMs,
    socketTimeout: server.timeoutMs,
    allowInternalNetworkInterfaces: true,
    tls: { minVersion: 'TLSv1.2' },
    ...(tunnel === null ? {} : { connection: tunnel }),
  })
  return new Promise((resolve) => {
    let stage: MailStage = 'connect'
    let wholeSent = false
    let done = false
    const end = (outcome: MailOutcome): void => {
      if (done) return
      done = true
      if (outcome.kind === 'accepted') connection.quit()
      else connection.close()
      resolve(outcome)
    }
    const fail = (error: MailError): void => {
      const code = error.responseCode ?? null
      const reason = reasonOf(error)
      const at = wholeSent ? 'content' : stage === 'sender' ? (stageOf[error.command ?? ''] ?? stage) : stage
      // A plain «no» is an answer even after the whole letter; silence then is not.
      end(wholeSent && code === null ? { kind: 'unknown', reason } : { kind: 'notTaken', stage: at, code, reason })
    }
    const send = (): void => {
      if (letter === null || bytes === null) {
        end({ kind: 'accepted', answer: '' })
        return
      }
      stage = 'sender'
      const source = Readable.from([bytes])
      source.on('end', () => {
        wholeSent = true
      })
      const envelope = { from: letter.from.address, to: [letter.to], size: bytes.length }
      connection.send(envelope, source, (error, info) => {
        if (error) fail(error)
        else end({ kind: 'accepted', answer: info?.response ?? '' })
      })
    }
    connection.on('error', fail)
    connection.on('end', () => fail(Object.assign(new Error('связь оборвалась'), { code: 'ECONNECTION' })))
    connection.connect((unconnected) => {
      if (unconnected) {
        fail(unconnected)
        return
      }
      stage = 'login'
      connection.login({ user: server.user, pass: server.password }, (refused) => {
        if (refused) fail(refused)
        else send()
      })
    })
  })
}
