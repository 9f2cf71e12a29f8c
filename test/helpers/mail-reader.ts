/** A letter as a mail program reads it. */
export interface ReadMail {
  /** Names in lower case, words decoded. */
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  readonly html: string
  readonly files: readonly { readonly name: string; readonly type: string; readonly cid: string; readonly bytes: Buffer }[]
}

const decodeWords = (value: string): string =>
  value
    .replace(/(=\?[^?]+\?[QB]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_whole, kind: string, word: string) =>
      kind.toUpperCase() === 'B'
        ? `\u0000${word}\u0000`
        : `\u0000${Buffer.from(quoted(word.replaceAll('_', ' ')), 'latin1').toString('base64')}\u0000`,
    )
    .replace(/\u0000+((?:[^\u0000]+\u0000+)*)/g, (run) =>
      Buffer.concat(run.split('\u0000').map((word) => Buffer.from(word, 'base64'))).toString('utf8'),
    )

const quoted = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const headersOf = (block: string): ReadonlyMap<string, string> =>
  new Map(
    block
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), decodeWords(line.slice(line.indexOf(':') + 1).trim())]),
  )

const bytesOf = (headers: ReadonlyMap<string, string>, body: string): Buffer => {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? quoted(body) : body, 'latin1')
}

/** Reads a letter with all its parts; the bytes are as they came over the wire. */
export const readMail = (raw: Buffer): ReadMail => {
  const found = { text: '', html: '', files: [] as ReadMail['files'][number][] }
  const visit = (source: string): ReadonlyMap<string, string> => {
    const at = source.indexOf('\r\n\r\n')
    const headers = headersOf(source.slice(0, at))
    const body = source.slice(at + 4)
    const type = headers.get('content-type') ?? 'text/plain'
    const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
    const cid = headers.get('content-id') ?? ''
    const disposition = headers.get('content-disposition') ?? ''
    if (boundary !== undefined) {
      const parts = body.split(`--${boundary}`).slice(1, -1)
      for (const part of parts) visit(part.replace(/^\r\n/, '').replace(/\r\n$/, ''))
    } else if (/attachment/.test(disposition) || cid !== '')
      found.files.push({
        name: /filename="?([^";]+)"?/.exec(disposition)?.[1] ?? '',
        type: type.split(';')[0] ?? '',
        cid: cid.replace(/[<>]/g, ''),
        bytes: bytesOf(headers, body),
      })
    else if (/html/.test(type)) found.html += bytesOf(headers, body).toString('utf8')
    else found.text += bytesOf(headers, body).toString('utf8')
    return headers
  }
  return { headers: visit(raw.toString('latin1')), ...found }
}
