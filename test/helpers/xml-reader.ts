/** An element of an XML document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly in it. */
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const allowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u

const decoded = (text: string): string =>
  text.replace(/&([^;]*;?)/g, (whole, name: string) => {
    if (!name.endsWith(';')) throw new Error(`& не закрыт: ${whole}`)
    const known = entities[name.slice(0, -1)]
    if (known !== undefined) return known
    const code = /^#(x[\da-f]+|\d+);$/i.exec(name)?.[1]
    if (code === undefined) throw new Error(`неизвестная сущность ${whole}`)
    return String.fromCodePoint(code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code))
  })

const attributesOf = (written: string): Record<string, string> => {
  const attributes: Record<string, string> = {}
  const rest = written.replace(/\s+([\w:]+)="([^"<]*)"/g, (_whole, name: string, value: string) => {
    if (name in attributes) throw new Error(`атрибут ${name} дважды`)
    attributes[name] = decoded(value)
    return ''
  })
  if (rest.trim() !== '') throw new Error(`не атрибуты: ${rest}`)
  return attributes
}

/** Reads a document as strictly as the standard wants (without DTD, comments and CDATA); throws where it is not well-formed. */
export const readXml = (source: string): XmlElement => {
  // A reader makes one line feed of every kind of line end, before anything else.
  const document = source.replace(/\r\n?/g, '\n')
  if (!allowed.test(document)) throw new Error('недопустимый знак')
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
  if (!document.startsWith(declaration)) throw new Error('нет объявления')
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' }
  const open = [root]
  for (const token of document.slice(declaration.length).match(/<[^>]*>|[^<]+/g) ?? []) {
    const top = open.at(-1) ?? root
    if (!token.startsWith('<')) {
      if (token.includes(']]>')) throw new Error(']]> в тексте')
      top.text += decoded(token)
      continue
    }
    const [, closing, name = '', attributes = '', empty] = /^<(\/?)([A-Za-z][\w:.-]*)((?:\s[^>]*?)?)(\/?)>$/.exec(token) ?? []
    if (name === '') throw new Error(`не тег: ${token}`)
    if (closing === '/') {
      if (top === root || top.name !== name) throw new Error(`лишний </${name}>`)
      open.pop()
      continue
    }
    const element = { name, attributes: attributesOf(attributes), children: [] as XmlElement[], text: '' }
    top.children.push(element)
    if (empty !== '/') open.push(element)
  }
  const [only] = root.children
  if (open.length > 1 || !only || root.children.length > 1 || root.text.trim() !== '') throw new Error('документ не закрыт')
  return only
}

/** The first child of a name. */
export const childOf = (element: XmlElement, name: string): XmlElement | null =>
  element.children.find((child) => child.name === name) ?? null

/** The text of the first child of a name; empty where there is none. */
export const textIn = (element: XmlElement, name: string): string => childOf(element, name)?.text ?? ''

/** The words a reader sees of some HTML. */
export const htmlText = (html: string): string =>
  html
    .replace(/<br>|<\/(p|h2|li|figcaption|figure|blockquote)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&[^;]+;/g, decoded)
