import { type Archive, openZip, partName, type ZipEntry } from '../zip.ts'
import { childrenOf, parseXml, type XmlElement } from './xml.ts'

/** What one part of a package says of another: `external` ones lie outside of the file. */
export interface Relationship {
  readonly id: string
  readonly type: string
  /** The name of a part, or an address. */
  readonly target: string
  readonly external: boolean
}

/** A Word document opened for reading. */
export interface DocxPackage {
  /** The part that holds the text. */
  readonly main: string
  readonly entry: (part: string) => ZipEntry | null
  /** The root of a part; null where there is no such part. Throws `DamagedDocument` for one that can't be read. */
  readonly xml: (part: string) => XmlElement | null
  readonly relationships: (part: string) => ReadonlyMap<string, Relationship>
}

export type OpenedDocx = { readonly ok: true; readonly document: DocxPackage } | { readonly ok: false; readonly problem: string }

/** Ends the reading of a document whose parts can't be read; the message is for people. */
export class DamagedDocument extends Error {}

/** An article's markup is a few megabytes; a book's does not belong into one article, and takes seconds to read. */
const markupLimit = 24 * 1024 * 1024

const saveAgain = 'Откройте файл в Word или LibreOffice, сохраните заново как документ Word (.docx) и импортируйте ещё раз.'
const damaged = `документ повреждён. ${saveAgain}`
const harmful = `устройство файла опасно: так документы не пишет ни одна программа. Ничего не взято; спросите отправителя, чем он сделан. ${saveAgain}`

const xmlProblems = {
  damaged,
  doctype: harmful,
  tooDeep: harmful,
  tooMany: 'документ слишком сложен для статьи: больше полумиллиона элементов разметки. Разделите его на отдельные материалы.',
} as const

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean => first.every((byte, i) => bytes[i] === byte)

/** «EncryptedPackage» as an OLE container names the stream of a document under a password. */
const encryptedMark = Buffer.from('EncryptedPackage', 'utf16le')

/** Says what a file is that was called `.docx` and is no archive. */
const foreignProblem = (bytes: Uint8Array): string => {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedMark)
      ? 'документ закрыт паролем. Откройте его в Word, уберите пароль («Файл» → «Сведения» → «Защита документа»), сохраните и импортируйте ещё раз.'
      : 'это документ старого Word (.doc), хотя и назван .docx. Откройте его в Word или LibreOffice и сохраните как документ Word (.docx).'
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]))
    return 'это документ RTF, хотя и назван .docx. Откройте его в Word или LibreOffice и сохраните как документ Word (.docx).'
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    return 'это PDF, хотя и назван .docx. Возьмите документ, из которого он сделан.'
  if (startsWith(bytes, [0x50, 0x4b])) return damaged
  return `это не документ Word, хотя файл и назван .docx. ${saveAgain}`
}

/** Says what an archive is that holds no Word document. */
const otherArchiveProblem = (entries: ReadonlyMap<string, ZipEntry>): string => {
  const has = (start: string) => [...entries.keys()].some((name) => name.startsWith(start))
  if (has('xl/')) return 'это таблица Excel. Скопируйте нужные строки в документ Word (.docx).'
  if (has('ppt/')) return 'это презентация PowerPoint. Скопируйте её текст в документ Word (.docx).'
  if (entries.has('mimetype') || has('meta-inf/manifest.xml'))
    return 'это документ OpenDocument (.odt). Откройте его в LibreOffice или Word и сохраните как документ Word (.docx).'
  if (has('index/')) return 'это документ Apple Pages. Откройте его в Pages и экспортируйте как документ Word (.docx).'
  return 'это архив, а не документ Word. Распакуйте его и импортируйте файлы из него.'
}

const archiveProblems: Readonly<Record<Extract<Archive, { ok: false }>['reason'], string | null>> = {
  damaged: null,
  encrypted: 'архив закрыт паролем. Сохраните документ без пароля и импортируйте ещё раз.',
  bomb: harmful,
}

/** Bytes of XML as characters: UTF-16 by its mark, else UTF-8, which all office programs write. */
const decodeXml = (bytes: Uint8Array): string => {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** The part a target means, seen from the part that names it; `..` never leads out of the package. */
const resolveTarget = (from: string, target: string): string => {
  const path = target.startsWith('/') ? [] : partName(from).split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return partName(path.join('/'))
}

const relationshipsPart = (part: string): string => {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

/** Opens a `.docx`; says in Russian, without the name of the file, why it can't. */
export const openDocx = (bytes: Uint8Array): OpenedDocx => {
  if (!startsWith(bytes, [0x50, 0x4b])) return { ok: false, problem: foreignProblem(bytes) }
  const archive = openZip(bytes)
  if (!archive.ok) return { ok: false, problem: archiveProblems[archive.reason] ?? foreignProblem(bytes) }
  const { entries } = archive
  const markup = [...entries.values()].reduce((sum, { name, size }) => sum + (/\.(?:xml|rels)$/i.test(name) ? size : 0), 0)
  if (markup > markupLimit)
    return { ok: false, problem: 'документ слишком велик для статьи. Разделите его на отдельные материалы.' }

  const xml = (part: string): XmlElement | null => {
    const entry = entries.get(partName(part))
    if (!entry) return null
    const content = entry.read()
    if (!content) throw new DamagedDocument(damaged)
    const parsed = parseXml(decodeXml(content))
    if (!parsed.ok) throw new DamagedDocument(xmlProblems[parsed.reason])
    return parsed.root
  }
  const relationships = (part: string): ReadonlyMap<string, Relationship> => {
    const listed = childrenOf(xml(relationshipsPart(part)) ?? undefined, 'rel:Relationship')
    return new Map(
      listed.map(({ attributes }) => {
        const external = attributes.get('TargetMode') === 'External'
        const target = attributes.get('Target') ?? ''
        const id = attributes.get('Id') ?? ''
        const type = (attributes.get('Type') ?? '').replace(/^.*\//, '')
        return [id, { id, type, external, target: external ? target : resolveTarget(part, target) }]
      }),
    )
  }
  try {
    const named = [...relationships('').values()].find(({ type }) => type === 'officeDocument')?.target
    const main = [named, 'word/document.xml'].find((part) => part !== undefined && entries.has(part))
    if (main === undefined || /^(?:xl|ppt)\//.test(main)) return { ok: false, problem: otherArchiveProblem(entries) }
    return { ok: true, document: { main, entry: (part) => entries.get(partName(part)) ?? null, xml, relationships } }
  } catch (error) {
    if (error instanceof DamagedDocument) return { ok: false, problem: error.message }
    throw error
  }
}
