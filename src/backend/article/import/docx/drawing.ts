import type { Findings } from './findings.ts'
import type { Relationship } from './package.ts'
import { childOf, element, isElement, type XmlElement, type XmlNode } from './xml.ts'

/** What a part may refer to, and where pictures and findings are gathered. */
export interface DrawingContext {
  readonly relationships: ReadonlyMap<string, Relationship>
  readonly hasPart: (part: string) => boolean
  readonly findings: Findings
  /** Names a picture's part and returns the id under which the converter finds it. */
  readonly picture: (part: string) => string
  /** The blocks of a text box. */
  readonly blocks: (nodes: readonly XmlNode[]) => readonly XmlNode[]
}

/** The choice of an alternative that has something to read in it: the newer form often has, the older nearly always. */
export const chooseAlternative = (alternatives: XmlElement): readonly XmlNode[] => {
  const readable = (node: XmlNode): boolean =>
    isElement(node) &&
    (['w:txbxContent', 'a:blip', 'v:imagedata', 'v:textpath', 'w:t', 'm:t'].includes(node.name) || node.children.some(readable))
  const branches = alternatives.children.filter(isElement)
  return (branches.find(readable) ?? branches.at(-1))?.children ?? []
}

const drawn = (id: string, alternative: string): XmlElement => {
  const blip = element('a:blip', { 'r:embed': id })
  const picture = element('pic:pic', {}, [element('pic:blipFill', {}, [blip])])
  const graphic = element('a:graphic', {}, [element('a:graphicData', {}, [picture])])
  const properties = element('wp:docPr', { id: '1', name: '', descr: alternative })
  return element('w:drawing', {}, [element('wp:inline', {}, [properties, graphic])])
}

const boxed = (blocks: readonly XmlNode[]): XmlElement =>
  element('w:pict', {}, [element('v:shape', {}, [element('v:textbox', {}, [element('w:txbxContent', {}, blocks)])])])

/**
 * A drawing in either form Word has for it as the converter understands it: its pictures and its text boxes, in order.
 * What lies outside of the file is never fetched.
 */
export const readDrawing = (drawing: XmlElement, context: DrawingContext): readonly XmlElement[] => {
  const { findings, relationships } = context
  const found: XmlElement[] = []
  const picture = (embedded: string | undefined, linked: string | undefined, alternative: string) => {
    const relationship = relationships.get(embedded ?? '') ?? relationships.get(linked ?? '')
    if (relationship?.external) findings.outside.push(relationship.target)
    else if (relationship && context.hasPart(relationship.target))
      found.push(drawn(context.picture(relationship.target), alternative))
    else if (relationship || embedded !== undefined || linked !== undefined) findings.lost += 1
  }
  const visit = (node: XmlNode, alternative: string): void => {
    if (!isElement(node)) return
    const { attributes, children } = node
    switch (node.name) {
      case 'mc:AlternateContent':
        for (const child of chooseAlternative(node)) visit(child, alternative)
        return
      case 'w:txbxContent':
        found.push(boxed(context.blocks(children)))
        return
      case 'v:textpath': {
        const text = attributes.get('string') ?? ''
        const words = element('w:r', {}, [element('w:t', {}, [text])])
        if (text.trim() !== '') found.push(boxed([element('w:p', {}, [words])]))
        return
      }
      case 'a:blip':
        picture(attributes.get('r:embed'), attributes.get('r:link'), alternative)
        return
      case 'v:imagedata':
        picture(attributes.get('r:id'), attributes.get('r:href'), attributes.get('o:title') || alternative)
        return
      case 'c:chart':
      case 'dgm:relIds':
        findings.charts += 1
        return
    }
    const properties = childOf(node, 'wp:docPr')?.attributes
    const own = properties?.get('descr')?.trim() || properties?.get('title')?.trim() || attributes.get('alt') || alternative
    for (const child of children) visit(child, own)
  }
  visit(drawing, '')
  return found
}
