import { readDocx } from './docx/read-docx.ts'
import type { Draft, NamedPhoto } from './draft.ts'
import { type DecodedText, decodeText, type TextEncoding } from './encoding.ts'
import { decodePage } from './html/decode.ts'
import { HostilePage } from './html/parse.ts'
import { readPage } from './html/read-html.ts'
import { parseText } from './parse-text.ts'

/** What an import can make an article of. */
export type TextKind = 'plain' | 'markdown' | 'document' | 'page'

/** A text that was understood. */
export interface ReadText {
  /** Null where there is nothing to read. */
  readonly draft: Draft | null
  /** Bytes of a picture the file itself holds, or a sentence on why there are none; null for one that lies elsewhere. */
  readonly picture: (named: string) => Uint8Array | string | null
}

/** Why a file is not taken and what to do about it: sentences that follow its name. */
export type ReadOutcome = { readonly ok: true; readonly value: ReadText } | { readonly ok: false; readonly problem: string }

const megabyte = 1024 * 1024

/** Bytes: a text of five megabytes is a shelf of books; a page or a document may hold its pictures. */
export const sizeLimits: Readonly<Record<TextKind, number>> = {
  plain: 5 * megabyte,
  markdown: 5 * megabyte,
  page: 20 * megabyte,
  document: 200 * megabyte,
}

const encodingNames: Readonly<Record<TextEncoding, string | null>> = {
  'utf-8': null,
  'utf-16le': null,
  'utf-16be': null,
  'windows-1251': 'windows-1251',
  'koi8-r': 'КОИ-8',
}

const recognised = (encoding: TextEncoding): readonly string[] => {
  const name = encodingNames[encoding]
  return name ? [`Кодировка ${name} распознана по буквам: проверьте первые слова.`] : []
}

const withWarnings = (draft: Draft | null, warnings: readonly string[]): Draft | null =>
  draft && { ...draft, warnings: [...warnings, ...draft.warnings] }

const undecoded = ({ complaint, todo }: Extract<DecodedText, { ok: false }>): ReadOutcome => ({
  ok: false,
  problem: `не взят: ${complaint}. ${todo}`,
})

const embedded = /^data:image\/([a-z0-9.+-]+);base64,(.*)$/is
/** A picture of fewer characters is a dot that holds a place. */
const embeddedLeast = 300

const decodedPath = (path: string): string => {
  const bare = path.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

/** Names the pictures that stand in a page itself, and reads paths of the others as files are called. */
const namePictures = (photos: readonly NamedPhoto[]) => {
  const inside = new Map<string, Uint8Array>()
  const named = photos.flatMap((photo): NamedPhoto[] => {
    const [, format, content] = embedded.exec(photo.path) ?? []
    if (format === undefined || content === undefined)
      return photo.path.startsWith('data:') ? [] : [{ ...photo, path: decodedPath(photo.path) }]
    if (content.length < embeddedLeast && photo.caption === '') return []
    const name = `рисунок ${inside.size + 1}.${format.toLowerCase().replace(/\+.*$/, '')}`
    inside.set(name, Buffer.from(content, 'base64'))
    return [{ ...photo, path: name }]
  })
  return { named, inside }
}

const readPageFile = (bytes: Uint8Array, name: string): ReadOutcome => {
  const decoded = decodePage(bytes)
  if (!decoded.ok) return undecoded(decoded)
  try {
    const draft = readPage(decoded.text, name)
    const { named, inside } = namePictures(draft?.photos ?? [])
    const whole = withWarnings(draft && { ...draft, photos: named }, recognised(decoded.encoding))
    return { ok: true, value: { draft: whole, picture: (path) => inside.get(path) ?? null } }
  } catch (error) {
    if (!(error instanceof HostilePage)) throw error
    return {
      ok: false,
      problem: `страница не взята: ${error.message}. Откройте её в браузере, скопируйте текст в документ Word.`,
    }
  }
}

const readTextFile = (bytes: Uint8Array, kind: 'plain' | 'markdown', name: string): ReadOutcome => {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return undecoded(decoded)
  const draft = withWarnings(parseText(decoded.text, kind, name), recognised(decoded.encoding))
  return { ok: true, value: { draft, picture: () => null } }
}

/** Reads a file of this kind called `name`. Whatever is wrong with it is an outcome; rejects only for bugs. */
export const readFile = async (bytes: Uint8Array, kind: TextKind, name: string): Promise<ReadOutcome> =>
  kind === 'document' ? readDocx(bytes, name) : kind === 'page' ? readPageFile(bytes, name) : readTextFile(bytes, kind, name)
