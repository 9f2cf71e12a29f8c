/** What a letter says, and what came with it. */
export interface Letter {
  readonly sender: string
  readonly mail: string
  readonly subject: string
  readonly text: string
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', laquo: '«', raquo: '»' }

/** The words of a letter that has no plain text. */
const wordsOf = (html: string): string =>
  html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#\d{1,6}|[a-z]+);/gi, (whole, name: string) =>
      name.startsWith('#') ? String.fromCodePoint(Math.min(0x10ffff, Number(name.slice(1)))) : (entities[name] ?? whole),
    )
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

/** Reads a letter as mail programs save it (EML); null where it is none (rule Q18). */
export const readLetter = async (bytes: Uint8Array): Promise<Letter | null> => {
  const { default: PostalMime } = await import('postal-mime')
  const parsed = await PostalMime.parse(bytes, { maxNestingDepth: 30, maxRfc822NestingDepth: 0 }).catch(() => null)
  // Anything at all can be parsed as a letter without heads.
  if (!parsed || (parsed.from === undefined && parsed.subject === undefined)) return null
  const from = parsed.from?.group === undefined ? parsed.from : parsed.from.group[0]
  return {
    sender: (from?.name || from?.address || '').slice(0, 300),
    mail: (from?.address ?? '').slice(0, 300),
    subject: (parsed.subject ?? '').trim().slice(0, 300),
    text: (parsed.text?.trim() || wordsOf(parsed.html ?? '').trim()).slice(0, 200_000),
    files: parsed.attachments.map(({ filename, content }, at) => ({
      name: filename?.trim() || `вложение ${at + 1}`,
      bytes: bytesOf(content),
    })),
  }
}
