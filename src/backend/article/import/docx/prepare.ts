import { chooseAlternative, type DrawingContext, readDrawing } from './drawing.ts'
import type { Findings } from './findings.ts'
import { joinRuns } from './join-runs.ts'
import { listOf, type Numbering } from './numbering.ts'
import type { Relationship } from './package.ts'
import type { Styles } from './styles.ts'
import { childOf, element, isElement, settingOf, type XmlElement, type XmlNode } from './xml.ts'

/** A comment on the margin. */
export interface Comment {
  readonly author: string
  readonly text: string
}

/** Everything a body is read with. What is gathered on the way stands in `findings`, `link` and `picture`. */
export interface PrepareContext {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly comments: ReadonlyMap<string, Comment>
  /** The number of a footnote or endnote, counted by their marks; null where the document has no such note. */
  readonly note: (kind: 'footnote' | 'endnote', id: string) => number | null
  readonly relationships: ReadonlyMap<string, Relationship>
  readonly hasPart: (part: string) => boolean
  readonly findings: Findings
  /** Gives an address or a picture's part the id under which the converter finds it. */
  readonly link: (address: string) => string
  readonly picture: (part: string) => string
}

/** Around runs: what they hold is read as if it stood outside. */
const wrappers = new Set(['w:smartTag', 'w:customXml', 'w:sdt', 'w:sdtContent', 'w:fldSimple', 'w:dir', 'w:bdo'])
const safeAddress = /^(?:https?:\/\/|mailto:|tel:)/i

const hasWords = (node: XmlNode): boolean =>
  isElement(node) &&
  (['w:t', 'w:delText', 'w:tab', 'w:br', 'w:drawing', 'w:pict'].includes(node.name) || node.children.some(hasWords))

const textIn = (node: XmlNode, name: string): string =>
  isElement(node)
    ? node.children.map((child) => (isElement(child) ? textIn(child, name) : node.name === name ? child : '')).join('')
    : ''

const plainText = (text: string): XmlElement => element('w:t', { 'xml:space': 'preserve' }, [text])

const textRun = (text: string): XmlElement => element('w:r', {}, [element('w:rPr'), plainText(text)])

/** Kept for a paragraph in hand: where notes of the margin go, and how its runs look by its style. */
interface Line {
  readonly style: string | undefined
  readonly comments: Comment[]
}

/**
 * A document body in the words the converter reads: revisions accepted, numbers of lists as text, styles by what they
 * mean, drawings as plain pictures and text boxes, comments as paragraphs of their own. Whatever else stands in a
 * paragraph is left out, so that nothing unforeseen reaches the converter.
 */
export const prepareBlocks = (nodes: readonly XmlNode[], context: PrepareContext): readonly XmlElement[] => {
  const { styles, findings } = context
  const drawing: DrawingContext = { ...context, blocks: (inner) => prepareBlocks(inner, context) }

  const runContent = (node: XmlNode, line: Line): readonly XmlElement[] => {
    if (!isElement(node)) return []
    switch (node.name) {
      case 'w:t':
        return [plainText(node.children.filter((child) => !isElement(child)).join(''))]
      case 'w:tab':
      case 'w:ptab':
        return [element('w:tab')]
      case 'w:br':
      case 'w:cr':
        return [element('w:br')]
      case 'w:noBreakHyphen':
      case 'w:sym':
      case 'w:fldChar':
      case 'w:instrText':
        return [node]
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
        const number = context.note(kind, node.attributes.get('w:id') ?? '')
        return number === null ? [] : [plainText(`[${number}]`)]
      }
      case 'w:commentReference': {
        const comment = context.comments.get(node.attributes.get('w:id') ?? '')
        if (comment) line.comments.push(comment)
        return []
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return readDrawing(node, drawing)
      case 'mc:AlternateContent':
        return chooseAlternative(node).flatMap((child) => runContent(child, line))
      default:
        return []
    }
  }

  const run = (source: XmlElement, line: Line): XmlElement => {
    const properties = childOf(source, 'w:rPr')
    const { bold, italic } = styles.looks(line.style, properties)
    const isMark = ['w:footnoteReference', 'w:endnoteReference'].some((name) => childOf(source, name))
    const raised = isMark ? undefined : childOf(properties, 'w:vertAlign')
    const kept = [bold && element('w:b'), italic && element('w:i'), raised]
    const looks = element(
      'w:rPr',
      {},
      kept.filter((one) => typeof one === 'object'),
    )
    return element('w:r', {}, [looks, ...source.children.flatMap((node) => runContent(node, line))])
  }

  const inline = (node: XmlNode, line: Line): readonly XmlElement[] => {
    if (!isElement(node)) return []
    const inner = () => node.children.flatMap((child) => inline(child, line))
    switch (node.name) {
      case 'w:r': {
        const ruby = childOf(node, 'w:ruby')
        return ruby ? inline(ruby, line) : [run(node, line)]
      }
      case 'w:ins':
        if (node.children.some(hasWords)) findings.insertions += 1
        return inner()
      case 'w:del':
        if (node.children.some(hasWords)) findings.deletions += 1
        return []
      case 'w:moveTo':
        findings.moves += 1
        return inner()
      case 'w:hyperlink': {
        const target = context.relationships.get(node.attributes.get('r:id') ?? '')
        const content = inner()
        if (!target?.external || !safeAddress.test(target.target)) return content
        return [element('w:hyperlink', { 'r:id': context.link(target.target) }, content)]
      }
      case 'w:ruby': {
        // East Asian writing puts its reading over the word: here it follows in brackets.
        const [base, reading] = ['w:rubyBase', 'w:rt'].map((name) => childOf(node, name)?.children ?? [])
        const read = (nodes: readonly XmlNode[] = []) => nodes.flatMap((child) => inline(child, line))
        return [...read(base), textRun(' ('), ...read(reading), textRun(')')]
      }
      case 'm:oMath':
      case 'm:oMathPara':
        findings.formulas += 1
        return [textRun(textIn(node, 'm:t'))]
      case 'mc:AlternateContent':
        return chooseAlternative(node).flatMap((child) => inline(child, line))
      default:
        return wrappers.has(node.name) ? inner() : []
    }
  }

  const paragraph = (source: XmlElement): readonly XmlElement[] => {
    const properties = childOf(source, 'w:pPr')
    const style = settingOf(properties, 'w:pStyle')
    const role = styles.role(style)
    // A heading or a quotation is set as one: how its style looks says nothing more.
    const line: Line = { style: role === null ? style : undefined, comments: [] }
    const content = joinRuns(source.children.flatMap((child) => inline(child, line)))
    const list = listOf(properties) ?? styles.numbering(style)
    const number = list && content.length > 0 ? context.numbering.next(list.list, list.level) : null
    const kept = [
      role !== null && element('w:pStyle', { 'w:val': role }),
      number === 'bullet' && element('w:numPr', {}, [element('w:ilvl', { 'w:val': '0' }), element('w:numId', { 'w:val': '1' })]),
      // The mark of a paragraph that was deleted joins it with the next one.
      childOf(childOf(properties, 'w:rPr'), 'w:del') && element('w:rPr', {}, [element('w:del')]),
    ].filter((one) => typeof one === 'object')
    findings.comments += line.comments.length
    const margin = line.comments.map(({ author, text }) =>
      element('w:p', {}, [
        element('w:pPr', {}, [element('w:pStyle', { 'w:val': 'note' })]),
        textRun(author === '' ? `Комментарий: ${text}` : `Комментарий (${author}): ${text}`),
      ]),
    )
    const counted = number === null || number === 'bullet' ? [] : [textRun(`${number} `)]
    return [element('w:p', {}, [element('w:pPr', {}, kept), ...counted, ...content]), ...margin]
  }

  const row = (source: XmlElement): XmlElement => {
    const properties = childOf(source, 'w:trPr')
    const removed = childOf(properties, 'w:del') !== undefined
    const before = findings.deletions
    const cells = cellsOf(source).map((cell) => element('w:tc', {}, blocks(cell.children)))
    if (removed && findings.deletions === before) findings.deletions += 1
    return element('w:tr', {}, [...(removed ? [element('w:trPr', {}, [element('w:del')])] : []), ...cells])
  }

  const table = (source: XmlElement): XmlElement => {
    const rows = rowsOf(source)
    if (rows.some((one) => cellsOf(one).length > 1)) findings.tables += 1
    return element('w:tbl', {}, rows.map(row))
  }

  const block = (node: XmlNode): readonly XmlElement[] => {
    if (!isElement(node)) return []
    switch (node.name) {
      case 'w:p':
        return paragraph(node)
      case 'w:tbl':
        return [table(node)]
      case 'w:ins':
      case 'w:moveTo':
        return node.children.flatMap(block)
      case 'w:altChunk':
        findings.inserted += 1
        return []
      case 'mc:AlternateContent':
        return chooseAlternative(node).flatMap(block)
      case 'm:oMathPara':
        return [element('w:p', {}, inline(node, { style: undefined, comments: [] }))]
      default:
        return wrappers.has(node.name) ? node.children.flatMap(block) : []
    }
  }

  const blocks = (nodes: readonly XmlNode[]): readonly XmlElement[] => keepLast(nodes.flatMap(block))
  return blocks(nodes)
}

/** Rows and cells also inside of the wrappers that forms put around them. */
const nested = (source: XmlElement, name: string): readonly XmlElement[] =>
  source.children.flatMap((child): readonly XmlElement[] => {
    if (!isElement(child)) return []
    return child.name === name ? [child] : wrappers.has(child.name) || child.name === 'w:ins' ? nested(child, name) : []
  })
const rowsOf = (table: XmlElement) => nested(table, 'w:tr')
const cellsOf = (row: XmlElement) => nested(row, 'w:tc')

/** After the last paragraph there is none to be joined with. */
const keepLast = (blocks: readonly XmlElement[]): readonly XmlElement[] => {
  const last = blocks.at(-1)
  if (last?.name !== 'w:p') return blocks
  const [properties, ...content] = last.children
  if (!properties || !isElement(properties) || properties.name !== 'w:pPr') return blocks
  const kept = properties.children.filter((child) => isElement(child) && child.name !== 'w:rPr')
  return [...blocks.slice(0, -1), { ...last, children: [{ ...properties, children: kept }, ...content] }]
}
