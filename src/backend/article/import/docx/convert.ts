import mammoth from 'mammoth'
import { storeZip } from '../zip.ts'
import { element, writeXml, type XmlElement } from './xml.ts'

/** Bodies in the converter's words, and what their ids stand for. */
export interface PreparedDocument {
  readonly body: readonly XmlElement[]
  readonly footnotes: ReadonlyMap<string, readonly XmlElement[]>
  readonly endnotes: ReadonlyMap<string, readonly XmlElement[]>
  /** Addresses and parts of pictures by the ids that bodies use. */
  readonly links: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, string>
}

/** Begins the ids that the converter gives to notes, so that none of the document's own can be taken for one. */
export const noteIdPrefix = 'newsroom-'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const roles = ['title', 'subtitle', 'caption', 'quote', 'note', ...[1, 2, 3, 4, 5, 6].map((rank) => `heading${rank}`)]

const styleMap = [
  "p[style-name='title'] => h1.title:fresh",
  "p[style-name='subtitle'] => p.deck:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='quote'] => blockquote:fresh",
  "p[style-name='note'] => p.note:fresh",
  ...[1, 2, 3, 4, 5, 6].map((rank) => `p[style-name='heading${rank}'] => h${rank}:fresh`),
  'p:unordered-list(1) => ul > li:fresh',
]

const styles = element(
  'w:styles',
  {},
  roles.map((role) => element('w:style', { 'w:type': 'paragraph', 'w:styleId': role }, [element('w:name', { 'w:val': role })])),
)

const numbering = element('w:numbering', {}, [
  element('w:abstractNum', { 'w:abstractNumId': '1' }, [
    element('w:lvl', { 'w:ilvl': '0' }, [element('w:numFmt', { 'w:val': 'bullet' })]),
  ]),
  element('w:num', { 'w:numId': '1' }, [element('w:abstractNumId', { 'w:val': '1' })]),
])

const notesPart = (kind: 'footnote' | 'endnote', notes: ReadonlyMap<string, readonly XmlElement[]>): XmlElement =>
  element(
    `w:${kind}s`,
    {},
    [...notes].map(([id, blocks]) => element(`w:${kind}`, { 'w:id': id }, blocks)),
  )

const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const relationshipsPart = (rows: readonly (readonly [id: string, type: string, target: string, external: boolean])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${rows
    .map(
      ([id, type, target, external]) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${escapeMarkup(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`

/** A small document that holds the prepared text and, instead of each picture's bytes, the name of its part. */
const pack = ({ body, footnotes, endnotes, links, pictures }: PreparedDocument): Buffer => {
  const named = [
    ...[...links].map(([id, address]) => [id, 'hyperlink', address, true] as const),
    ...[...pictures.keys()].map((id) => [id, 'image', `media/${id}.png`, false] as const),
  ]
  const parts = ['styles', 'numbering', 'footnotes', 'endnotes'].map((part) => [part, part, `${part}.xml`, false] as const)
  return storeZip(
    new Map([
      [
        '[Content_Types].xml',
        `<Types xmlns="${packages}/content-types"><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/></Types>`,
      ],
      ['_rels/.rels', relationshipsPart([['main', 'officeDocument', 'word/document.xml', false]])],
      ['word/document.xml', writeXml(element('w:document', {}, [element('w:body', {}, body)]))],
      ['word/_rels/document.xml.rels', relationshipsPart([...parts, ...named])],
      ['word/_rels/footnotes.xml.rels', relationshipsPart(named)],
      ['word/_rels/endnotes.xml.rels', relationshipsPart(named)],
      ['word/footnotes.xml', writeXml(notesPart('footnote', footnotes))],
      ['word/endnotes.xml', writeXml(notesPart('endnote', endnotes))],
      ['word/styles.xml', writeXml(styles)],
      ['word/numbering.xml', writeXml(numbering)],
      ...[...pictures].map(([id, part]) => [`word/media/${id}.png`, part] as const),
    ]),
  )
}

/**
 * A prepared document as HTML: paragraphs, headings, lists, tables, notes at the end as items whose ids begin with
 * `noteIdPrefix`, pictures by the names of their parts.
 */
export const convertToHtml = async (prepared: PreparedDocument): Promise<string> => {
  const { value } = await mammoth.convertToHtml(
    { buffer: pack(prepared) },
    {
      styleMap,
      idPrefix: noteIdPrefix,
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => ({ src: (await image.readAsBuffer()).toString() })),
    },
  )
  return value
}
