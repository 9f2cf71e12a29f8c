import { cleanText, tidyLine } from '../clean.ts'
import type { Draft } from '../draft.ts'
import { readConverted } from '../html/read-html.ts'
import { characterLimit, partLimit } from '../limits.ts'
import { acceptedText, splitAtSigns, type Trace, traceLimit } from '../trace.ts'
import { readConversations } from './conversations.ts'
import { convertToHtml, measure } from './convert.ts'
import { noFindings, tellFindings } from './findings.ts'
import { readNumbering } from './numbering.ts'
import { DamagedDocument, type DocxPackage, openDocx } from './package.ts'
import { type PrepareContext, prepareBlocks } from './prepare.ts'
import { readStyles } from './styles.ts'
import { childOf, childrenOf, element, isElement, type XmlElement, type XmlNode } from './xml.ts'

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

/** Numbers what was suggested and said in a document as it is met. */
const createTraces = (document: DocxPackage) => {
  const traces: Trace[] = []
  const add = (trace: Trace): number | null => (traces.length < traceLimit ? traces.push(trace) - 1 : null)
  const margin = readConversations(rootOf(document, 'comments'), rootOf(document, 'commentsExtended'), wordsOf)
  const conversations = new Map([...margin].map(([comment, trace]) => [comment, add(trace)]))
  return { traces, add, conversation: (comment: string) => conversations.get(comment) ?? null }
}

/** A headline or a caption takes no suggestion: what was changed in it counts as accepted, and a person is told. */
const settleTitles = (draft: Draft, traces: readonly Trace[]): Draft => {
  const accepted = (text: string) => acceptedText(text, traces)
  const { rubric, kicker, headline, deck, byline, photos } = draft
  const ofPhotos = photos.flatMap(({ caption, credit, alternative = '' }) => [caption, credit, alternative])
  const titles = [rubric, kicker, headline, deck, byline, ...ofPhotos]
  const changed = titles.some((text) =>
    splitAtSigns(text).some((part) => typeof part !== 'string' && traces[part.trace]?.kind !== 'comment'),
  )
  return {
    ...draft,
    rubric: accepted(rubric),
    kicker: accepted(kicker),
    headline: accepted(headline),
    deck: accepted(deck),
    byline: accepted(byline),
    photos: photos.map(({ alternative, ...photo }) => ({
      ...photo,
      caption: accepted(photo.caption),
      credit: accepted(photo.credit),
      ...(alternative !== undefined && { alternative: accepted(alternative) }),
    })),
    warnings: changed ? [...draft.warnings, 'В заголовке или подписях исправления приняты: проверьте их.'] : draft.warnings,
    traces,
  }
}

const separators = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

/** Footnotes and endnotes of a document, numbered together as their marks are met. */
const createNotes = (document: DocxPackage) => {
  const all = new Map<string, { note: XmlElement; part: string | null }>(
    (['footnote', 'endnote'] as const).flatMap((kind) => {
      const part = partOf(document, `${kind}s`)
      const listed = childrenOf((part === null ? null : document.xml(part)) ?? undefined, `w:${kind}`)
      return listed
        .filter(({ attributes }) => !separators.has(attributes.get('w:type') ?? ''))
        .map((note) => [`${kind} ${note.attributes.get('w:id') ?? ''}`, { note, part }] as const)
    }),
  )
  const marked = new Map<string, number>()
  const unread = marked.keys()
  let read = 0
  return {
    number: (kind: 'footnote' | 'endnote', id: string): number | null => {
      const key = `${kind} ${id}`
      if (!all.has(key)) return null
      const number = marked.get(key) ?? marked.size + 1
      marked.set(key, number)
      return number
    },
    next: () => {
      const found = all.get(unread.next().value ?? '')
      if (found) read += 1
      return found && { ...found, number: read }
    },
    count: () => marked.size,
  }
}

const numberedNote = (number: number, blocks: readonly XmlElement[]): readonly XmlElement[] => {
  const sign = element('w:p', {}, [element('w:r', {}, [element('w:t', { 'xml:space': 'preserve' }, [`[${number}] `])])])
  const [first, ...rest] = blocks
  if (first?.name !== 'w:p') return [sign, ...blocks]
  const [properties, ...content] = first.children
  return [{ ...first, children: [...(properties ? [properties] : []), ...sign.children, ...content] }, ...rest]
}

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

/** Paragraphs and runs of one paragraph or one row of a table: they are converted in one go, which takes about a second. */
const blockLimit = 3000

const tooComplex = `в документе больше ${partLimit} абзацев и выделений: это не статья. Разделите его на отдельные материалы.`
const tooLong = (characters: number): string =>
  `в документе ${characters} знаков: это больше целого номера. Разделите его на отдельные материалы.`

const readOpened = async (document: DocxPackage, name: string): Promise<ReadDocument> => {
  const main = childOf(document.xml(document.main) ?? undefined, 'w:body')
  if (!main)
    throw new DamagedDocument(
      'в документе нет текста: его главная часть пуста или повреждена. Откройте его в Word и сохраните заново.',
    )
  const findings = noFindings()
  const links = new Map<string, string>()
  const pictures = new Map<string, string>()
  const notes = createNotes(document)
  const traced = createTraces(document)
  const gather = (map: Map<string, string>, kind: string) => (value: string) => {
    const id = `${kind}${map.size + 1}`
    map.set(id, value)
    return id
  }
  const shared: Omit<PrepareContext, 'relationships'> = {
    styles: readStyles(rootOf(document, 'styles')),
    numbering: readNumbering(rootOf(document, 'numbering')),
    trace: traced.add,
    conversation: traced.conversation,
    note: notes.number,
    hasPart: (part) => document.entry(part) !== null,
    findings,
    link: gather(links, 'link'),
    picture: gather(pictures, 'picture'),
  }
  const inPart = (part: string | null): PrepareContext => ({
    ...shared,
    relationships: part === null ? new Map() : document.relationships(part),
  })
  const body = [...prepareBlocks(main.children, inPart(document.main))]
  // A note may hold the mark of another one: the list grows while it is read.
  for (let next = notes.next(); next; next = notes.next())
    body.push(...numberedNote(next.number, prepareBlocks(next.note.children, inPart(next.part))))
  findings.notes = notes.count()
  findings.comments = traced.traces.filter(({ kind }) => kind === 'comment').length
  const { parts, heaviest, characters } = measure(body)
  if (parts > partLimit || heaviest > blockLimit) throw new DamagedDocument(tooComplex)
  if (characters > characterLimit) throw new DamagedDocument(tooLong(characters))
  const html = await convertToHtml({ body, links, pictures })
  const converted = readConverted(html, findings.tables, name)
  const draft = converted && settleTitles(converted, traced.traces)
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
