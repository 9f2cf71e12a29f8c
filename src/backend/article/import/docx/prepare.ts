import { beginSign, endSign, type Trace, type TraceAuthor, withoutSigns } from '../trace.ts'
import { chooseAlternative, type DrawingContext, readDrawing } from './drawing.ts'
import type { Findings } from './findings.ts'
import { joinRuns } from './join-runs.ts'
import { countItems, type NumberedParagraph } from './list-items.ts'
import { listOf, type Numbering } from './numbering.ts'
import type { Relationship } from './package.ts'
import type { Styles } from './styles.ts'
import { timeOf } from './time.ts'
import { childOf, element, isElement, settingOf, type XmlElement, type XmlNode } from './xml.ts'

/** Everything a body is read with. What is gathered on the way stands in `findings`, `link` and `picture`. */
export interface PrepareContext {
  readonly styles: Styles
  readonly numbering: Numbering
  /** The number of a change's trace; null where there are too many of them: it counts as accepted then. */
  readonly trace: (trace: Trace) => number | null
  /** The trace of the conversation that a comment begins; null for a reply and for no comment. */
  readonly conversation: (comment: string) => number | null
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

const plainText = (text: string): XmlElement => element('w:t', { 'xml:space': 'preserve' }, [withoutSigns(text)])
const signText = (sign: string): XmlElement => element('w:t', { 'xml:space': 'preserve' }, [sign])
const signRun = (sign: string): XmlElement => element('w:r', {}, [element('w:rPr'), signText(sign)])

const textRun = (text: string): XmlElement => element('w:r', {}, [element('w:rPr'), plainText(text)])

/** Kept for a paragraph in hand: how its runs look by its style, and whether they are words that went. */
interface Line {
  readonly style: string | undefined
  readonly struck: boolean
}

const authorOf = ({ attributes }: XmlElement): TraceAuthor => ({
  author: withoutSigns(attributes.get('w:author') ?? '').trim(),
  at: timeOf(attributes.get('w:date')),
})

/** Signs at both ends of runs; within the first and the last of them, so that no run is added. */
const between = (runs: readonly XmlElement[], trace: number): readonly XmlElement[] => {
  const isRun = (one: XmlElement | undefined): one is XmlElement => one?.name === 'w:r'
  const [first, ...others] = runs
  const [looks, ...content] = isRun(first) ? first.children : []
  const begun =
    first && looks
      ? [{ ...first, children: [looks, signText(beginSign(trace)), ...content] }, ...others]
      : [signRun(beginSign(trace)), ...runs]
  const last = begun.at(-1)
  return isRun(last)
    ? [...begun.slice(0, -1), { ...last, children: [...last.children, signText(endSign(trace))] }]
    : [...begun, signRun(endSign(trace))]
}

/**
 * A document body in the words the converter reads: what came and what went with the signs of their traces, numbers of
 * lists as text where they do not follow from the order, styles by what they mean, drawings as plain pictures and text
 * boxes. Whatever else stands in a paragraph is left out, so that nothing unforeseen reaches the converter.
 */
export const prepareBlocks = (nodes: readonly XmlNode[], context: PrepareContext): readonly XmlElement[] => {
  const { styles, findings } = context
  /** Tables that the paragraph in hand stands in: in a cell nothing is cut or joined. */
  let depth = 0
  /** Runs that say what becomes of the end of their paragraph. */
  const ends = new WeakSet<XmlElement>()
  /** Paragraphs with a number of their list before them. */
  const numbered = new Map<XmlElement, NumberedParagraph>()
  const drawing: DrawingContext = { ...context, blocks: (inner) => prepareBlocks(inner, context) }

  const runContent = (node: XmlNode, line: Line): readonly XmlElement[] => {
    if (!isElement(node)) return []
    switch (node.name) {
      case 'w:t':
      case 'w:delText':
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
        const number = line.struck ? null : context.note(kind, node.attributes.get('w:id') ?? '')
        return number === null ? [] : [plainText(`[${number}]`)]
      }
      case 'w:commentReference': {
        // Where the range of a comment is missing, this is its place.
        const trace = context.conversation(node.attributes.get('w:id') ?? '')
        return trace === null ? [] : [signText(`${beginSign(trace)}${endSign(trace)}`)]
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return line.struck ? [] : readDrawing(node, drawing)
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
        return traced(node, 'insertion', line)
      case 'w:del':
        if (node.children.some(hasWords)) findings.deletions += 1
        return traced(node, 'deletion', line)
      case 'w:moveTo':
        findings.moves += 1
        return traced(node, 'insertion', line)
      case 'w:moveFrom':
        return traced(node, 'deletion', line)
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd': {
        const trace = context.conversation(node.attributes.get('w:id') ?? '')
        const sign = node.name === 'w:commentRangeStart' ? beginSign : endSign
        return trace === null ? [] : [signRun(sign(trace))]
      }
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

  /** What came or went, between the signs of its trace. */
  function traced(node: XmlElement, kind: 'insertion' | 'deletion', line: Line): readonly XmlElement[] {
    const struck = line.struck || kind === 'deletion'
    const content = node.children.flatMap((child) => inline(child, { ...line, struck }))
    if (content.length === 0) return []
    const trace = context.trace({ kind, ...authorOf(node) })
    // Beyond the limit of traces a change counts as accepted.
    if (trace === null) return kind === 'insertion' ? content : []
    return between(content, trace)
  }

  /** The run that says of the end of a paragraph that it was put in or taken out; none in a cell. */
  const endOf = (mark: XmlElement | undefined): readonly XmlElement[] => {
    const change = childOf(mark, 'w:ins') ?? childOf(mark, 'w:del')
    if (!change || depth > 0 || isNeverThere(mark)) return []
    const trace = context.trace({ kind: change.name === 'w:ins' ? 'break' : 'join', ...authorOf(change) })
    if (trace === null) return []
    const run = signRun(beginSign(trace))
    ends.add(run)
    return [run]
  }

  const paragraph = (source: XmlElement): readonly XmlElement[] => {
    const properties = childOf(source, 'w:pPr')
    const mark = childOf(properties, 'w:rPr')
    const style = settingOf(properties, 'w:pStyle')
    const role = styles.role(style)
    // A heading or a quotation is set as one: how its style looks says nothing more.
    const line: Line = { style: role === null ? style : undefined, struck: false }
    const content = joinRuns(source.children.flatMap((child) => inline(child, line)))
    const list = listOf(properties) ?? styles.numbering(style)
    const number = list && content.length > 0 ? context.numbering.next(list.list, list.level) : null
    const looks = (as: string | null) => {
      const kept = [
        as !== null && element('w:pStyle', { 'w:val': as }),
        number === 'bullet' &&
          as !== 'numberedItem' &&
          element('w:numPr', {}, [element('w:ilvl', { 'w:val': '0' }), element('w:numId', { 'w:val': '1' })]),
        // In a cell the mark of a paragraph that was deleted joins it with the next one at once.
        (depth > 0 ? childOf(mark, 'w:del') : isNeverThere(mark)) && element('w:rPr', {}, [element('w:del')]),
      ].filter((one) => typeof one === 'object')
      return element('w:pPr', {}, kept)
    }
    const rest = [...content, ...endOf(mark)]
    // An item of our own documents counts by itself.
    if (number === null || number === 'bullet' || role === 'numberedItem') return [element('w:p', {}, [looks(role), ...rest])]
    const words = element('w:p', {}, [looks(role), textRun(`${number.printed} `), ...rest])
    const isBare = role === null && depth === 0 && !isNeverThere(mark)
    numbered.set(words, {
      list: list?.list ?? '',
      number: isBare ? number.plain : null,
      item: element('w:p', {}, [looks('numberedItem'), ...rest]),
    })
    return [words]
  }

  const row = (source: XmlElement): XmlElement => {
    const properties = childOf(source, 'w:trPr')
    const change = childOf(properties, 'w:del') ?? childOf(properties, 'w:ins')
    const removed = change?.name === 'w:del'
    const before = findings.deletions
    depth += 1
    const cells = cellsOf(source).map((cell) => element('w:tc', {}, blocks(cell.children)))
    depth -= 1
    if (removed && findings.deletions === before) findings.deletions += 1
    const trace = change ? context.trace({ kind: removed ? 'rowDeleted' : 'rowInserted', ...authorOf(change) }) : null
    if (trace !== null) return element('w:tr', {}, beginRow(cells, signRun(beginSign(trace))))
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
        return [element('w:p', {}, inline(node, { style: undefined, struck: false }))]
      default:
        return wrappers.has(node.name) ? node.children.flatMap(block) : []
    }
  }

  const blocks = (nodes: readonly XmlNode[]): readonly XmlElement[] => {
    const read = nodes.flatMap(block)
    return keepGaps(keepLast(depth > 0 ? read : countItems(read, numbered), ends), ends)
  }
  return blocks(nodes)
}

/** Puts a run at the beginning of a row's first paragraph. */
const beginRow = (cells: readonly XmlElement[], run: XmlElement): readonly XmlElement[] => {
  const [cell, ...others] = cells
  if (!cell) return cells
  const at = cell.children.findIndex((child) => isElement(child) && child.name === 'w:p')
  const paragraph = cell.children[at]
  const begun =
    paragraph && isElement(paragraph)
      ? cell.children.with(at, {
          ...paragraph,
          children: [...paragraph.children.slice(0, 1), run, ...paragraph.children.slice(1)],
        })
      : [element('w:p', {}, [element('w:pPr'), run]), ...cell.children]
  return [{ ...cell, children: begun }, ...others]
}

/** Rows and cells also inside of the wrappers that forms put around them. */
const nested = (source: XmlElement, name: string): readonly XmlElement[] =>
  source.children.flatMap((child): readonly XmlElement[] => {
    if (!isElement(child)) return []
    return child.name === name ? [child] : wrappers.has(child.name) || child.name === 'w:ins' ? nested(child, name) : []
  })
const rowsOf = (table: XmlElement) => nested(table, 'w:tr')
const cellsOf = (row: XmlElement) => nested(row, 'w:tc')

/** An end of a paragraph that somebody put in and somebody took out: accepted or rejected there is none. */
const isNeverThere = (mark: XmlElement | undefined): boolean =>
  childOf(mark, 'w:ins') !== undefined && childOf(mark, 'w:del') !== undefined

const firstLetter = (node: XmlNode): string => {
  if (!isElement(node)) return ''
  if (node.name === 'w:t') return withoutSigns(node.children.filter((child) => !isElement(child)).join('')).charAt(0)
  for (const child of node.children) {
    const letter = firstLetter(child)
    if (letter !== '') return letter
  }
  return ''
}

/** A space that begins the second of two paragraphs which may be one: paragraphs lose theirs, so it ends the first. */
const keepGaps = (blocks: readonly XmlElement[], ends: WeakSet<XmlElement>): readonly XmlElement[] =>
  blocks.map((block, at) => {
    const end = block.children.at(-1)
    const next = blocks[at + 1]
    if (!end || !isElement(end) || !ends.has(end)) return block
    // An empty line behind it has an end of its own: the two paragraphs are parted either way.
    if (next?.name === 'w:p' && next.children.length === 1) return { ...block, children: block.children.slice(0, -1) }
    if (next === undefined || !/\s/.test(firstLetter(next))) return block
    return { ...block, children: [...block.children.slice(0, -1), textRun(' '), end] }
  })

/** After the last paragraph there is none to be joined with. */
const keepLast = (blocks: readonly XmlElement[], ends: WeakSet<XmlElement>): readonly XmlElement[] => {
  const last = blocks.at(-1)
  if (last?.name !== 'w:p') return blocks
  const [properties, ...content] = last.children
  if (!properties || !isElement(properties) || properties.name !== 'w:pPr') return blocks
  const kept = properties.children.filter((child) => isElement(child) && child.name !== 'w:rPr')
  const whole = content.filter((child) => !isElement(child) || !ends.has(child))
  return [...blocks.slice(0, -1), { ...last, children: [{ ...properties, children: kept }, ...whole] }]
}
