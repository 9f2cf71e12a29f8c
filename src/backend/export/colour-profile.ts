import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Newsroom } from '../newsroom.ts'
import { replaceFile } from '../store/json-file.ts'
import { colourTable } from './pictures/colour-table.ts'
import { importedProfilePath } from './printers.ts'

/** Header and table of tags of an ICC profile (ICC.1:2010, 7.2 and 7.3). */
const headerLength = 128
const entryLength = 12
/** Larger files are no profiles: the printers' largest have 4 MB. */
const longest = 32 * 1024 * 1024

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)

/** The tags by name: where each lies and how long it is; null when the table does not fit the file. */
const tagsOf = (bytes: Buffer): ReadonlyMap<string, { readonly at: number; readonly length: number }> | null => {
  const count = bytes.readUInt32BE(headerLength)
  if (count > 200 || bytes.length < headerLength + 4 + count * entryLength) return null
  const tags = new Map<string, { at: number; length: number }>()
  for (let i = 0; i < count; i += 1) {
    const entry = headerLength + 4 + i * entryLength
    const at = bytes.readUInt32BE(entry + 4)
    const length = bytes.readUInt32BE(entry + 8)
    if (at + length > bytes.length) return null
    tags.set(ascii(bytes, entry, entry + 4), { at, length })
  }
  return tags
}

/** What the profile calls itself: a plain text of version 2, or a list of languages of version 4. */
const descriptionOf = (bytes: Buffer, tag: { readonly at: number; readonly length: number } | undefined): string => {
  if (!tag || tag.length < 16) return ''
  const kind = ascii(bytes, tag.at, tag.at + 4)
  if (kind === 'desc') {
    const length = Math.min(bytes.readUInt32BE(tag.at + 8), tag.length - 12)
    return ascii(bytes, tag.at + 12, tag.at + 12 + length).replace(/\0.*$/s, '')
  }
  if (kind !== 'mluc' || tag.length < 28) return ''
  const length = bytes.readUInt32BE(tag.at + 20)
  const from = tag.at + bytes.readUInt32BE(tag.at + 24)
  if (from + length > tag.at + tag.length) return ''
  return Buffer.from(bytes.subarray(from, from + (length & ~1)))
    .swap16()
    .toString('utf16le')
    .replace(/\0.*$/s, '')
}

/** Why these bytes are no profile a newspaper can be printed with; null when they are one. */
const complaintAbout = (bytes: Buffer): string | null => {
  if (bytes.length < headerLength + 4) return 'файл слишком мал для профиля ICC'
  if (bytes.length > longest) return 'файл больше 32 МБ, таких профилей не бывает'
  if (ascii(bytes, 36, 40) !== 'acsp') return 'это не профиль ICC'
  if (bytes.readUInt32BE(0) > bytes.length) return 'файл оборван: он короче, чем в нём сказано'
  if ((bytes[8] ?? 0) > 4) return 'профиль версии новее 4, для PDF/X-4 он не годится'
  const space = ascii(bytes, 16, 20).trim()
  if (space !== 'CMYK')
    return `это профиль ${space === 'RGB' ? 'RGB, для экрана,' : `пространства ${space}`} а для печати нужен CMYK`
  if (ascii(bytes, 12, 16) !== 'prtr') return 'это не профиль печати'
  const tags = tagsOf(bytes)
  if (!tags) return 'файл повреждён: его таблица не сходится с содержимым'
  if (!tags.has('B2A0')) return 'в профиле нет таблицы для перевода в краски'
  return null
}

const refused = (name: string, complaint: string): Result<never> =>
  failure('invalidInput', `Профиль «${name}» не принят: ${complaint}.`, {
    safe: 'Настройки типографии не изменены.',
    todo: 'Попросите в типографии файл .icc для её бумаги и загрузите его.',
  })

/** Takes a printer's colour profile in under the SHA-256 of its bytes; the same file twice is one. */
export const addColourProfile = async (
  newsroom: Newsroom,
  name: string,
  file: Uint8Array,
): Promise<Result<{ hash: string; name: string }>> => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const complaint = complaintAbout(bytes)
  if (complaint !== null) return refused(name, complaint)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const { files } = newsroom.environment
  const path = importedProfilePath(newsroom.folder, hash)
  const isNew = (await files.facts(path)) === null
  if (isNew) {
    await files.makeFolder(dirname(path))
    await replaceFile(files, path, bytes)
  }
  try {
    // The proof of a profile is a conversion.
    await colourTable(path, 300)
  } catch (error) {
    newsroom.environment.log(`${path}: ${error instanceof Error ? error.message : String(error)}`)
    if (isNew) await files.remove(path)
    return refused(name, 'перевести по нему цвета не удалось')
  }
  return success({ hash, name: descriptionOf(bytes, tagsOf(bytes)?.get('desc')).trim() || name.replace(/\.ic[cm]$/i, '') })
}
