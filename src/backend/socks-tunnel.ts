import { connect, type Socket } from 'node:net'

/** A way that did not come about: nothing has gone through it. `message` says why, for people. */
export class TunnelError extends Error {}

/** Answers of a SOCKS5 proxy (RFC 1928, section 6). */
const replies: Readonly<Record<number, string>> = {
  1: 'прокси не смог соединиться',
  2: 'прокси не пускает на этот адрес',
  3: 'прокси не видит сети сервера',
  4: 'прокси не видит сервера',
  5: 'сервер не принимает соединений',
  6: 'прокси не дождался сервера',
  7: 'прокси не умеет такого соединения',
  8: 'прокси не понимает такого адреса',
}

const version = 5
const plainGreeting = Buffer.from([version, 1, 0])
const byPassword = 2

/** Without a name, or with one where the proxy asks for it (RFC 1929). */
const greetingTo = ({ username }: URL): Buffer => (username === '' ? plainGreeting : Buffer.from([version, 2, 0, byPassword]))

const longestWord = 255

/** Name and password as the proxy reads them; null where it could not. */
const entryOf = ({ username, password }: URL): Buffer | null => {
  const [name, word] = [username, password].map((text) => Buffer.from(decodeURIComponent(text)))
  if (!name || !word || name.length > longestWord || word.length > longestWord) return null
  return Buffer.concat([Buffer.from([1, name.length]), name, Buffer.from([word.length]), word])
}

/** «Connect me»: the name goes as it is, so that the proxy looks it up and not this machine. */
const connectRequest = (host: string, port: number): Buffer => {
  const name = Buffer.from(host)
  return Buffer.concat([Buffer.from([version, 1, 0, 3, name.length]), name, Buffer.from([port >> 8, port & 255])])
}

/** Bytes of an answer to «connect me», whose address is of three kinds; null while that is not known. */
const answerLength = (bytes: Buffer): number | null => {
  const [, , , kind, first] = bytes
  if (kind === 1) return 10
  if (kind === 4) return 22
  return kind === 3 && first !== undefined ? 7 + first : null
}

/** How far the talk with a proxy is. */
type Stage = 'greeting' | 'entry' | 'way'

/** Why the way can't come about, after what the proxy has said so far; null while nothing speaks against it. */
const complaint = (heard: Buffer, stage: Stage, named: boolean): string | null => {
  const [first, second] = heard
  if (stage === 'entry') return second === undefined || second === 0 ? null : 'прокси не принял имя и пароль'
  if (first !== undefined && first !== version) return 'по адресу прокси отвечает не SOCKS5'
  if (second === undefined || second === 0) return null
  if (stage === 'way') return replies[second] ?? `прокси отказал (${second})`
  if (named && second === byPassword) return null
  return named ? 'прокси не принимает входа по имени и паролю' : 'прокси требует имя и пароль'
}

/**
 * A connection to a server through a SOCKS5 proxy (address `socks5://host:port`, or with `name:password@`). Rejects with a
 * `TunnelError` or the socket's own error; in either case nothing has reached the server.
 */
export const socksTunnel = (proxy: URL, host: string, port: number, timeoutMs: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    // An address of IP version 6 stands in brackets.
    const bare = (name: string): string => name.replace(/^\[|\]$/g, '')
    const socket = connect(Number(proxy.port) || 1080, bare(proxy.hostname))
    const fail = (error: Error): void => {
      clearTimeout(timer)
      socket.destroy()
      reject(error)
    }
    const timer = setTimeout(() => fail(new TunnelError('прокси молчит')), timeoutMs)
    let stage: Stage = 'greeting'
    let heard = Buffer.alloc(0)
    const closed = (): void => fail(new TunnelError('прокси оборвал связь'))
    const on = (next: Stage, words: Buffer): void => {
      stage = next
      heard = heard.subarray(2)
      socket.write(words)
    }
    const hear = (chunk: Buffer): void => {
      heard = Buffer.concat([heard, chunk])
      const wrong = complaint(heard, stage, proxy.username !== '')
      if (wrong !== null) fail(new TunnelError(wrong))
      if (wrong !== null || heard.length < 2) return
      if (stage === 'greeting' && heard[1] === byPassword) {
        const entry = entryOf(proxy)
        if (entry === null) fail(new TunnelError('имя или пароль прокси длиннее, чем он принимает'))
        else on('entry', entry)
        return
      }
      if (stage !== 'way') {
        on('way', connectRequest(bare(host), port))
        return
      }
      const length = answerLength(heard)
      if (length === null || heard.length < length) return
      clearTimeout(timer)
      socket.off('data', hear)
      socket.off('error', fail)
      socket.off('close', closed)
      socket.pause()
      if (heard.length > length) socket.unshift(heard.subarray(length))
      resolve(socket)
    }
    socket.on('error', fail)
    socket.on('close', closed)
    socket.on('data', hear)
    socket.once('connect', () => socket.write(greetingTo(proxy)))
  })
