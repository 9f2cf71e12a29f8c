import { cleanText, tidyLine } from '../clean.ts'
import type { Draft } from '../draft.ts'
import { readConverted } from '../html/read-html.ts'
import { convertToHtml, noteIdPrefix } from './convert.ts'
import { noFindings, tellFindings } from './findings.ts'
import { readNumbering } from './numbering.ts'
import { DamagedDocument, type DocxPackage, openDocx } from './package.ts'
import { type Comment, type PrepareContext, prepareBlocks } from './prepare.ts'
import { readStyles } from './styles.ts'
import { childOf, childrenOf, isElement, type XmlElement, type XmlNode } from './xml.ts'

/** A document that was read: its draft names pictures by their parts, and `picture` has their bytes. */
export interface ReadDocument {
  /** Null where there is not a word and not a picture in it. */
  readonly draft: Draft | null
  /** The bytes of a picture, or a Russian sentence on why there are none. */
  readonly picture: (part: string) => Uint8Array | string
}

export type DocxOutcome = { readonly ok: true; readonly value: ReadDocument } | { readonly ok: false; readonly problem: string }

/** Words under an element, paragraphs apart. */
const wordsUnder = (node: XmlNode): string => {
  if (!isElement(node)) return ''
  if (node.name === 'w:t') return node.children.filter((child) => typeof child === 'string').join('')
  if (node.name === 'w:tab' || node.name === 'w:br') return ' '
  const text = node.children.map(wordsUnder).join('')
  return node.name === 'w:p' ? `${text} ` : text
}

const wordsOf = (node: XmlNode): string => tidyLine(cleanText(wordsUnder(node)))

/** A part that the main one names by this kind of relationship. */
const partOf = (document: DocxPackage, type: string): string | null =>
  [...document.relationships(document.main).values()].find((one) => one.type === type && !one.external)?.target ?? null

const rootOf = (document: DocxPackage, type: string): XmlElement | null => {
  const part = partOf(document, type)
  return part === null ? null : document.xml(part)
}

const readComments = (document: DocxPackage): ReadonlyMap<string, Comment> =>
  new Map(
    childrenOf(rootOf(document, 'comments') ?? undefined, 'w:comment').map((comment) => [
      comment.attributes.get('w:id') ?? '',
      { author: tidyLine(comment.attributes.get('w:author') ?? ''), text: wordsOf(comment) },
    ]),
  )

const separators = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

const notesOf = (document: DocxPackage, kind: 'footnote' | 'endnote'): readonly XmlElement[] =>
  childrenOf(rootOf(document, `${kind}s`) ?? undefined, `w:${kind}`).filter(
    ({ attributes }) => !separators.has(attributes.get('w:type') ?? ''),
  )

/** What stands at the head and foot of the sheets; the newspaper has its own. */
const tellFurniture = (document: DocxPackage): readonly string[] => {
  const texts = [...document.relationships(document.main).values()]
    .filter(({ type, external }) => (type === 'header' || type === 'footer') && !external)
    .flatMap(({ target }) => {
      const root = document.xml(target)
      const text = root ? wordsOf(root) : ''
      // A bare number of the sheet is nothing to tell of.
      return /\p{L}/u.test(text) ? [text] : []
    })
  const different = [...new Set(texts)]
  if (different.length === 0) return []
  const quoted = different.map((text) => `«${text.length > 120 ? `${text.slice(0, 119)}…` : text}»`).join(', ')
  return [`Колонтитулы документа не взяты: ${quoted}.`]
}

/** Formats of drawings that no browser and no printer of ours reads. */
const metafile = /\.(emf|wmf|emz|wmz)$/i

const pictureOf =
  (document: DocxPackage): ReadDocument['picture'] =>
  (part) => {
    const name = part.split('/').at(-1) ?? part
    const kind = metafile.exec(name)?.[1]
    if (kind !== undefined)
      return `Рисунок ${name} не взят: ${kind.toUpperCase()} — чертёж Windows, а не снимок. Сохраните его из документа как PNG и добавьте в материал.`
    return document.entry(part)?.read() ?? `Рисунок ${name} в документе повреждён. Вставьте его в материал отдельным файлом.`
  }

const readOpened = async (document: DocxPackage, name: string): Promise<ReadDocument> => {
  const body = childOf(document.xml(document.main) ?? undefined, 'w:body')
  if (!body)
    throw new DamagedDocument(
      'в документе нет текста: его главная часть пуста или повреждена. Откройте его в Word и сохраните заново.',
    )
  const findings = noFindings()
  const links = new Map<string, string>()
  const pictures = new Map<string, string>()
  const footnotes = notesOf(document, 'footnote')
  const endnotes = notesOf(document, 'endnote')
  const idOf = (note: XmlElement) => note.attributes.get('w:id') ?? ''
  const gather = (map: Map<string, string>, kind: string) => (value: string) => {
    const id = `${kind}${map.size + 1}`
    map.set(id, value)
    return id
  }
  const shared: Omit<PrepareContext, 'relationships'> = {
    styles: readStyles(rootOf(document, 'styles')),
    numbering: readNumbering(rootOf(document, 'numbering')),
    comments: readComments(document),
    notes: new Set([...footnotes.map((note) => `footnote ${idOf(note)}`), ...endnotes.map((note) => `endnote ${idOf(note)}`)]),
    hasPart: (part) => document.entry(part) !== null,
    findings,
    link: gather(links, 'link'),
    picture: gather(pictures, 'picture'),
  }
  const inPart = (part: string | null): PrepareContext => ({
    ...shared,
    relationships: part === null ? new Map() : document.relationships(part),
  })
  const prepareNotes = (kind: 'footnote' | 'endnote', notes: readonly XmlElement[]) => {
    const context = inPart(partOf(document, `${kind}s`))
    return new Map(notes.map((note) => [idOf(note), prepareBlocks(note.children, context)]))
  }
  const prepared = prepareBlocks(body.children, inPart(document.main))
  const html = await convertToHtml({
    body: prepared,
    footnotes: prepareNotes('footnote', footnotes),
    endnotes: prepareNotes('endnote', endnotes),
    links,
    pictures,
  })
  const draft = readConverted(html, noteIdPrefix, name)
  const warnings = [...tellFindings(findings), ...tellFurniture(document)]
  return {
    draft: draft && { ...draft, warnings: [...draft.warnings, ...warnings] },
    picture: pictureOf(document),
  }
}

/** Reads a Word document called `name`; says in Russian why it can't. Rejects only for bugs. */
export const readDocx = async (bytes: Uint8Array, name: string): Promise<DocxOutcome> => {
  const opened = openDocx(bytes)
  if (!opened.ok) return opened
  try {
    return { ok: true, value: await readOpened(opened.document, name) }
  } catch (error) {
    if (error instanceof DamagedDocument) return { ok: false, problem: error.message }
    throw error
  }
}
