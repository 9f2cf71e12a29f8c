/** An element by the name the office formats give it in every document: `w:p` whatever prefix the file itself uses. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

export type XmlOutcome =
  | { readonly ok: true; readonly root: XmlElement }
  /** `doctype`: it declares entities or refers to them elsewhere, which no office program writes. */
  | { readonly ok: false; readonly reason: 'damaged' | 'doctype' | 'tooDeep' | 'tooMany' }

/** Word nests tables, boxes and runs about 40 deep; ten tables inside one another reach 100. */
const depthLimit = 250
/** A hundred pages that were edited often have about 200,000 elements; an article has some thousands. */
const elementLimit = 500_000
/** Word declares about 40 namespaces; every element that declares one copies those around it. */
const namespaceLimit = 300

/** What a namespace is called here; the strict and the transitional flavour of a format say the same. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
])

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal, hex, name) => {
        if (name !== undefined) return entities[name] ?? whole
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
        return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code)
      })
    : text

type Scope = Map<string, string>

interface Open {
  readonly raw: string
  readonly scope: Scope
  readonly keepsText: boolean
  readonly children: XmlNode[]
}

const nameOf = (raw: string, scope: Scope, isAttribute: boolean): string => {
  const colon = raw.indexOf(':')
  const local = raw.slice(colon + 1)
  if (colon < 0 && isAttribute) return local
  const prefix = scope.get(colon < 0 ? '' : raw.slice(0, colon))
  return prefix === undefined ? local : `${prefix}:${local}`
}

const tagName = /[^\s/>]+/y
const attribute = /\s+([^\s=/>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const tagEnd = /\s*(\/?)>/y

/** Elements whose text is somebody's words; between all others it is only the file's own line breaks. */
const wordy = new Set(['w:t', 'w:delText', 'w:instrText', 'm:t'])

/**
 * Reads the XML of an office document in one pass. A document type is refused: with it come entities that grow without
 * bound or read other files. So are nesting and numbers that no document has.
 */
export const parseXml = (source: string): XmlOutcome => {
  const refuse = (reason: 'damaged' | 'doctype' | 'tooDeep' | 'tooMany'): XmlOutcome => ({ ok: false, reason })
  const stack: Open[] = []
  let scope: Scope = new Map()
  let root: XmlElement | null = null
  let elements = 0
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at = pattern.lastIndex
    return match
  }
  const skipTo = (end: string): boolean => {
    const found = source.indexOf(end, at)
    at = found < 0 ? source.length : found + end.length
    return found >= 0
  }
  while (at < source.length) {
    const tag = source.indexOf('<', at)
    const text = source.slice(at, tag < 0 ? source.length : tag)
    const parent = stack.at(-1)
    if (parent?.keepsText && text !== '') parent.children.push(decodeEntities(text))
    if (tag < 0) break
    at = tag + 1
    if (source.startsWith('?', at)) {
      if (!skipTo('?>')) return refuse('damaged')
    } else if (source.startsWith('!--', at)) {
      if (!skipTo('-->')) return refuse('damaged')
    } else if (source.startsWith('![CDATA[', at)) {
      const from = at + 8
      if (!skipTo(']]>')) return refuse('damaged')
      if (parent?.keepsText) parent.children.push(source.slice(from, at - 3))
    } else if (source.startsWith('!', at)) return refuse('doctype')
    else if (source.startsWith('/', at)) {
      at += 1
      const name = take(tagName)?.[0]
      if (!take(tagEnd) || name !== parent?.raw) return refuse('damaged')
      stack.pop()
      scope = stack.at(-1)?.scope ?? new Map()
    } else {
      const raw = take(tagName)?.[0]
      if (raw === undefined || (root !== null && stack.length === 0)) return refuse('damaged')
      const found: [string, string][] = []
      let own: Map<string, string> = scope
      for (let match = take(attribute); match; match = take(attribute)) {
        const [, key = '', double, single = ''] = match
        const value = decodeEntities(double ?? single)
        if (key === 'xmlns' || key.startsWith('xmlns:')) {
          if (own === scope) own = new Map(scope)
          // An unknown namespace gets a prefix that no name here has.
          own.set(key.slice(6), prefixes.get(value) ?? 'other')
          if (own.size > namespaceLimit) return refuse('tooMany')
        } else found.push([key, value])
      }
      const end = take(tagEnd)
      if (!end) return refuse('damaged')
      elements += 1
      if (elements > elementLimit) return refuse('tooMany')
      const name = nameOf(raw, own, false)
      const children: XmlNode[] = []
      const element = { name, attributes: new Map(found.map(([key, value]) => [nameOf(key, own, true), value])), children }
      if (parent) parent.children.push(element)
      else root = element
      if (end[1] === '') {
        if (stack.length >= depthLimit) return refuse('tooDeep')
        stack.push({ raw, scope: own, keepsText: wordy.has(name), children })
        scope = own
      }
    }
  }
  return root === null || stack.length > 0 ? refuse('damaged') : { ok: true, root }
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => isElement(child) && child.name === name)

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child): child is XmlElement => isElement(child) && child.name === name) ?? []

/** The attribute `w:val` of the first child of that name. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.get('w:val')

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly XmlNode[] = [],
): XmlElement => ({ name, attributes: new Map(Object.entries(attributes)), children })

const escapeText = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

const declared = new Map([...prefixes].reverse().map(([uri, prefix]) => [prefix, uri]))

const write = (node: XmlNode): string => {
  if (!isElement(node)) return escapeText(node)
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escapeText(value)}"`).join('')
  return `<${node.name}${attributes}>${node.children.map(write).join('')}</${node.name}>`
}

/** An element as a document of its own, every namespace declared. */
export const writeXml = (root: XmlElement): string => {
  const namespaces = [...declared].map(([prefix, uri]) => [`xmlns:${prefix}`, uri] as const)
  return `<?xml version="1.0" encoding="UTF-8"?>${write({ ...root, attributes: new Map([...namespaces, ...root.attributes]) })}`
}
