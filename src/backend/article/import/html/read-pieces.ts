import type { TextNode } from '../../../../shared/article/content.ts'
import { cellSeparator } from '../../../../shared/article/text-schema.ts'
import { itemNumber } from '../../../../shared/language/item-number.ts'
import { isBold, withoutBold } from '../bold.ts'
import { isOwnStyle } from '../docx/own-styles.ts'
import { textRuns } from '../draft.ts'
import { normalRuns } from '../inline.ts'
import { createFlow, type Flow, type Marks, type Piece, type Role, tidyRuns } from './flow.ts'
import { attributeOf, type HtmlElement, type HtmlNode, isHtml, textUnder } from './parse.ts'

/** What reading a page has come upon that a person should hear of. */
export interface PageFindings {
  tables: number
  struck: number
  /** Raised or lowered letters: an article has them on the line. */
  indices: number
}

interface Context {
  readonly flow: Flow
  /** Made by the converter of documents: its classes say what a paragraph is. */
  readonly own: boolean
  readonly findings: PageFindings
  readonly marks: Marks
  readonly role: Role
  /** A line break begins a new paragraph; where a paragraph must stay one, it is a space. */
  readonly breaks: boolean
  readonly preformatted: boolean
  /** Inside of a table's cell: what is a table there has another sign between its own cells. */
  readonly inCell: boolean
}

/** Nothing a reader reads: code, controls, what moves or sounds. */
const silent = new Set(
  'script style noscript template iframe frame frameset object embed applet canvas audio video source track svg map area nav head title link meta base button input select textarea option optgroup datalist progress meter menu dialog'.split(
    ' ',
  ),
)
const blockNames = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const safeAddress = /^(?:https?:\/\/|mailto:|tel:)\S+$/i
/** A cell longer than this is a column of text and not an entry of a table. */
const cellLimit = 600

const isHidden = (element: HtmlElement): boolean =>
  element.attrs.some(({ name }) => name === 'hidden') || /display\s*:\s*none/i.test(attributeOf(element, 'style'))

const ownRole = (element: HtmlElement, own: boolean): Role | null => {
  if (!own) return null
  const name = attributeOf(element, 'class')
  return name === 'caption' || name === 'deck' || name === 'title' || isOwnStyle(name) ? name : null
}

const readChildren = (nodes: readonly HtmlNode[], context: Context): void => {
  for (const node of nodes) readNode(node, context)
}

const inOwnFlow = (nodes: readonly HtmlNode[], context: Context): readonly Piece[] => {
  const flow = createFlow()
  readChildren(nodes, { ...context, flow })
  flow.end(context.role)
  return flow.pieces
}

const readBlock = (element: HtmlElement, context: Context): void => {
  context.flow.end(context.role)
  const role = ownRole(element, context.own) ?? context.role
  readChildren(element.childNodes, { ...context, role, breaks: context.breaks && role === context.role })
  context.flow.end(role)
}

const readHeading = (element: HtmlElement, context: Context): void => {
  context.flow.end(context.role)
  const role = ownRole(element, context.own) ?? (element.tagName === 'h1' ? 'heading1' : 'heading')
  readChildren(element.childNodes, { ...context, role, breaks: false })
  context.flow.end(role)
}

const has = (element: HtmlElement, name: string): boolean => element.attrs.some((attribute) => attribute.name === name)

/** What counts from one by itself; anything else keeps its numbers as words. */
const isPlainlyNumbered = (list: HtmlElement, items: readonly (readonly Piece[])[]): boolean =>
  list.tagName === 'ol' &&
  !['reversed', 'start', 'type'].some((name) => has(list, name)) &&
  list.childNodes.every((node) => !isHtml(node) || (node.tagName === 'li' && !has(node, 'value'))) &&
  items.every(([piece, more]) => piece?.type === 'text' && piece.role === 'paragraph' && !more)

/** Items are a kind of their own; a number that does not follow from their order is a word of the text and stays with it. */
const readList = (list: HtmlElement, context: Context): void => {
  const { flow } = context
  flow.end(context.role)
  const items = list.childNodes.filter(isHtml).filter(({ tagName }) => tagName === 'li')
  const role: Role = list.tagName === 'ol' ? 'paragraph' : 'listItem'
  const read = new Map(items.map((item) => [item, inOwnFlow(item.childNodes, { ...context, role, breaks: false })]))
  if (isPlainlyNumbered(list, [...read.values()])) {
    flow.add([...read.values()].flat().map((piece) => (piece.type === 'text' ? { ...piece, role: 'numberedItem' } : piece)))
    return
  }
  const step = has(list, 'reversed') ? -1 : 1
  const start = Number.parseInt(attributeOf(list, 'start'), 10)
  let number = Number.isSafeInteger(start) ? start : step < 0 ? items.length : 1
  for (const node of list.childNodes) {
    const pieces = isHtml(node) ? read.get(node) : undefined
    if (!isHtml(node) || !pieces) {
      readNode(node, context)
      continue
    }
    const value = Number.parseInt(attributeOf(node, 'value'), 10)
    if (Number.isSafeInteger(value)) number = value
    const sign = role === 'paragraph' ? `${itemNumber(number, attributeOf(list, 'type'))}. ` : ''
    const first = pieces.findIndex((piece) => piece.type === 'text')
    flow.add(
      pieces.map((piece, i) =>
        piece.type === 'text' && i === first ? { ...piece, runs: tidyRuns([...textRuns(sign), ...piece.runs]) } : piece,
      ),
    )
    number += step
  }
}

const cellsOf = (row: HtmlElement) => row.childNodes.filter(isHtml).filter(({ tagName }) => tagName === 'td' || tagName === 'th')

const holds = (nodes: readonly HtmlNode[], names: ReadonlySet<string>): boolean =>
  nodes.some((node) => isHtml(node) && (names.has(node.tagName) || holds(node.childNodes, names)))
const structure = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'figure', 'blockquote', 'article'])

const joinRuns = (parts: readonly (readonly TextNode[])[], separator: string): TextNode[] =>
  parts.flatMap((runs, i) => (i === 0 ? [...runs] : [...textRuns(separator), ...runs]))

/** A row that names the columns: its cells are marked as headings, or all of them stand in bold. */
const isHeadRow = (cells: readonly HtmlElement[], texts: readonly (readonly TextNode[])[], first: boolean): boolean =>
  cells.every(({ tagName }) => tagName === 'th') || (first && texts.every((runs) => runs.length > 0 && isBold(runs)))

/** One row as one paragraph; pictures and notes of its cells stand after it. */
const readRow = (row: HtmlElement, context: Context, first: boolean): void => {
  const cells = cellsOf(row)
  const long = cells.some((cell) => holds(cell.childNodes, structure) || textUnder(cell).length > cellLimit)
  if (cells.length < 2 || long) {
    // A table of one column, or one that only sets columns of text beside one another.
    for (const cell of cells) readBlock(cell, context)
    return
  }
  const inner = { ...context, breaks: false, inCell: true }
  const read = cells.map((cell) => inOwnFlow(cell.childNodes, inner))
  const texts = read.map((pieces) =>
    joinRuns(
      pieces.flatMap((piece) => (piece.type === 'text' && piece.role !== 'note' ? [piece.runs] : [])),
      ' / ',
    ),
  )
  if (context.inCell) {
    const runs = tidyRuns(joinRuns(texts, ' — '))
    if (runs.length > 0) context.flow.add([{ type: 'text', role: context.role, runs, besidePicture: false }])
  } else if (texts.some((runs) => runs.length > 0)) {
    const head = isHeadRow(cells, texts, first)
    const tidy = texts.map((runs) => tidyRuns(head ? withoutBold(runs) : runs))
    const runs = normalRuns(joinRuns(tidy, cellSeparator))
    context.flow.add([{ type: 'text', role: head ? 'tableHead' : 'tableRow', runs, besidePicture: false }])
  }
  context.flow.add(read.flat().filter((piece) => piece.type === 'picture' || piece.role === 'note'))
}

const readTable = (table: HtmlElement, context: Context): void => {
  context.flow.end(context.role)
  if (cellsUnder(table) > 1) context.findings.tables += 1
  let first = true
  const visit = (node: HtmlNode): void => {
    if (!isHtml(node) || isHidden(node)) return
    if (node.tagName === 'tr') {
      readRow(node, context, first)
      first = false
    } else if (node.tagName === 'caption') readBlock(node, context)
    else for (const child of node.childNodes) visit(child)
  }
  for (const child of table.childNodes) visit(child)
}

/** The most cells any row of a table has. */
const cellsUnder = (node: HtmlElement): number =>
  node.tagName === 'tr'
    ? cellsOf(node).length
    : node.childNodes.filter(isHtml).reduce((most, child) => Math.max(most, cellsUnder(child)), 0)

/** A figure: its pictures first, then what is said of them. */
const readFigure = (figure: HtmlElement, context: Context): void => {
  context.flow.end(context.role)
  const pieces = inOwnFlow(figure.childNodes, context)
  if (!pieces.some(({ type }) => type === 'picture')) {
    context.flow.add(pieces)
    return
  }
  const isCaption = (piece: Piece) => piece.type === 'text' && piece.role === 'caption'
  context.flow.add([
    ...pieces.filter((piece) => piece.type === 'picture'),
    ...pieces.filter(isCaption),
    ...pieces.filter((piece) => piece.type === 'text' && !isCaption(piece)),
  ])
}

const readPicture = (element: HtmlElement, { flow }: Context): void => {
  const source = attributeOf(element, 'src').trim()
  const later = ['data-src', 'data-original', 'data-lazy-src'].map((name) => attributeOf(element, name).trim()).find(Boolean)
  // Pages that load pictures as they are scrolled to put a tiny one there first.
  const path = later !== undefined && (source === '' || source.startsWith('data:')) ? later : source
  if (path !== '') flow.picture(path, attributeOf(element, 'alt').trim())
}

const readLink = (element: HtmlElement, context: Context): void => {
  const href = attributeOf(element, 'href').trim()
  const marks = safeAddress.test(href) ? { ...context.marks, href } : context.marks
  readChildren(element.childNodes, { ...context, marks })
}

type Reader = (element: HtmlElement, context: Context) => void

const marked =
  (change: Partial<Marks>): Reader =>
  ({ childNodes }, context) =>
    readChildren(childNodes, { ...context, marks: { ...context.marks, ...change } })

/** A paragraph or several of one role, apart from what stands before and after. */
const inRole =
  (role: Role, changes: Partial<Context> = {}): Reader =>
  ({ childNodes }, context) => {
    context.flow.end(context.role)
    readChildren(childNodes, { ...context, ...changes, role })
    context.flow.end(role)
  }

const readStruck: Reader = (element, context) => {
  context.findings.struck += 1
  readChildren(element.childNodes, context)
}

const readIndex: Reader = (element, context) => {
  context.findings.indices += 1
  readChildren(element.childNodes, context)
}

const readBreak: Reader = (_, context) => {
  if (context.breaks) context.flow.end(context.role)
  else context.flow.write(' ', context.marks)
}

const readQuoted: Reader = (element, context) => {
  context.flow.write('«', context.marks)
  readChildren(element.childNodes, context)
  context.flow.write('»', context.marks)
}

const readPreformatted: Reader = (element, context) => inRole(context.role, { preformatted: true })(element, context)

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['br', readBreak],
  ['b', marked({ bold: true })],
  ['strong', marked({ bold: true })],
  ['i', marked({ italic: true })],
  ['em', marked({ italic: true })],
  ['cite', marked({ italic: true })],
  ['dfn', marked({ italic: true })],
  ['s', readStruck],
  ['strike', readStruck],
  ['del', readStruck],
  ['sup', readIndex],
  ['sub', readIndex],
  ['q', readQuoted],
  ['a', readLink],
  ['img', readPicture],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, Reader] => [name, readHeading]),
  ['ul', readList],
  ['ol', readList],
  ['li', inRole('listItem')],
  ['table', readTable],
  ['figure', readFigure],
  ['figcaption', inRole('caption', { breaks: false })],
  ['blockquote', inRole('quote')],
  ['pre', readPreformatted],
])

const readElement: Reader = (element, context) => {
  const reader = readers.get(element.tagName)
  if (reader) reader(element, context)
  else if (blockNames.has(element.tagName)) readBlock(element, context)
  else readChildren(element.childNodes, context)
}

const readNode = (node: HtmlNode, context: Context): void => {
  if (isHtml(node)) {
    if (!silent.has(node.tagName) && !isHidden(node)) readElement(node, context)
  } else if ('value' in node) {
    const [first = '', ...more] = context.preformatted && context.breaks ? node.value.split('\n') : [node.value]
    context.flow.write(first, context.marks)
    for (const line of more) {
      context.flow.end(context.role)
      context.flow.write(line, context.marks)
    }
  }
}

/** Reads what a page says, in order. Nothing in it is carried out, and only words, pictures' names and addresses are taken. */
export const readPieces = (nodes: readonly HtmlNode[], own: boolean, findings: PageFindings): readonly Piece[] => {
  const flow = createFlow()
  const marks: Marks = { bold: false, italic: false, href: '' }
  readChildren(nodes, { flow, own, findings, marks, role: 'paragraph', breaks: true, preformatted: false, inCell: false })
  flow.end('paragraph')
  return flow.pieces
}
