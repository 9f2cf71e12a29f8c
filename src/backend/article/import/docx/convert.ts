import { setImmediate } from 'node:timers/promises'
import { storeZip } from '../zip.ts'
import { ownStyles } from './own-styles.ts'
import { element, isElement, writeXml, type XmlElement, type XmlNode } from './xml.ts'

/** A body in the converter's words, and what the ids in it stand for. */
export interface PreparedDocument {
  readonly body: readonly XmlElement[]
  /** Addresses and parts of pictures by the ids that the body uses. */
  readonly links: ReadonlyMap<string, string>
  readonly pictures: ReadonlyMap<string, string>
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/**
 * Paragraphs and runs that are converted in one go: the converter takes 0.1 to 0.3 ms for each and can't be interrupted,
 * so this keeps the program answering.
 */
const portionLimit = 300

const ownRoles = Object.keys(ownStyles)
const headings = [1, 2, 3, 4, 5, 6].map((rank) => `heading${rank}`)
const roles = ['title', 'subtitle', 'caption', 'quote', ...ownRoles, ...headings]

const styleMap = [
  "p[style-name='title'] => h1.title:fresh",
  "p[style-name='subtitle'] => p.deck:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='quote'] => blockquote:fresh",
  ...ownRoles.map((name) => `p[style-name='${name}'] => p.${name}:fresh`),
  ...headings.map((name, i) => `p[style-name='${name}'] => h${i + 1}:fresh`),
  'p:unordered-list(1) => ul > li:fresh',
]

const styles = writeXml(
  element(
    'w:styles',
    {},
    roles.map((role) => element('w:style', { 'w:type': 'paragraph', 'w:styleId': role }, [element('w:name', { 'w:val': role })])),
  ),
)

const bullets = element('w:lvl', { 'w:ilvl': '0' }, [element('w:numFmt', { 'w:val': 'bullet' })])
const numbering = writeXml(
  element('w:numbering', {}, [
    element('w:abstractNum', { 'w:abstractNumId': '1' }, [bullets]),
    element('w:num', { 'w:numId': '1' }, [element('w:abstractNumId', { 'w:val': '1' })]),
  ]),
)

const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const relationshipsPart = (rows: readonly (readonly [id: string, type: string, target: string, external: boolean])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${rows
    .map(
      ([id, type, target, external]) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${escapeMarkup(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/></Types>`

/** A small document that holds a portion of the text and, instead of each picture's bytes, the name of its part. */
const pack = (portion: readonly XmlElement[], { links, pictures }: PreparedDocument): Buffer => {
  const relationships = [
    ['styles', 'styles', 'styles.xml', false] as const,
    ['numbering', 'numbering', 'numbering.xml', false] as const,
    ...[...links].map(([id, address]) => [id, 'hyperlink', address, true] as const),
    ...[...pictures.keys()].map((id) => [id, 'image', `media/${id}.png`, false] as const),
  ]
  return storeZip(
    new Map([
      ['[Content_Types].xml', contentTypes],
      ['_rels/.rels', relationshipsPart([['main', 'officeDocument', 'word/document.xml', false]])],
      ['word/document.xml', writeXml(element('w:document', {}, [element('w:body', {}, portion)]))],
      ['word/_rels/document.xml.rels', relationshipsPart(relationships)],
      ['word/styles.xml', styles],
      ['word/numbering.xml', numbering],
      ...[...pictures].map(([id, part]) => [`word/media/${id}.png`, part] as const),
    ]),
  )
}

/** What a converter's work on a node grows with. */
const weightOf = (node: XmlNode): number =>
  isElement(node)
    ? node.children.reduce((sum, child) => sum + weightOf(child), node.name === 'w:p' || node.name === 'w:r' ? 1 : 0)
    : 0

/** Tables of many rows as several tables, for one can't be divided later. */
const divideTables = (blocks: readonly XmlElement[]): readonly XmlElement[] =>
  blocks.flatMap((block) =>
    block.name === 'w:tbl' && weightOf(block) > portionLimit ? block.children.map((row) => element('w:tbl', {}, [row])) : [block],
  )

/** Blocks in portions, in order. A paragraph that the next one continues stays with it. */
const portionsOf = (blocks: readonly XmlElement[]): readonly (readonly XmlElement[])[] => {
  const portions: XmlElement[][] = [[]]
  let weight = 0
  let continues = false
  for (const block of divideTables(blocks)) {
    if (weight > portionLimit && !continues) {
      portions.push([])
      weight = 0
    }
    portions.at(-1)?.push(block)
    weight += weightOf(block)
    continues = isContinued(block)
  }
  return portions
}

/** Was the mark at the end of this paragraph deleted? */
const isContinued = (block: XmlElement): boolean => {
  const [properties] = block.children
  return (
    block.name === 'w:p' &&
    properties !== undefined &&
    isElement(properties) &&
    properties.children.some((child) => isElement(child) && child.name === 'w:rPr')
  )
}

/**
 * A prepared document as HTML: paragraphs, headings, lists, tables, pictures by the names of their parts. Between
 * portions the program answers its windows.
 */
export const convertToHtml = async (prepared: PreparedDocument): Promise<string> => {
  const converted: string[] = []
  for (const portion of portionsOf(prepared.body)) {
    // Large, and of no use to anyone who imports nothing.
    const { default: mammoth } = await import('mammoth')
    const { value } = await mammoth.convertToHtml(
      { buffer: pack(portion, prepared) },
      {
        styleMap,
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => ({ src: (await image.readAsBuffer()).toString() })),
      },
    )
    converted.push(value)
    await setImmediate()
  }
  return converted.join('')
}

/** How much there is to convert: paragraphs and runs together, those of the heaviest block, characters. */
export const measure = (body: readonly XmlElement[]): { parts: number; heaviest: number; characters: number } => {
  const weights = divideTables(body).map(weightOf)
  return {
    parts: weights.reduce((sum, weight) => sum + weight, 0),
    heaviest: weights.reduce((most, weight) => Math.max(most, weight), 0),
    characters: body.reduce((sum, block) => sum + lengthOf(block), 0),
  }
}

const lengthOf = (node: XmlNode): number =>
  isElement(node) ? node.children.reduce((sum, child) => sum + lengthOf(child), 0) : node.length
