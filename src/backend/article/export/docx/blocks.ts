import { itemNumbers } from '../../../../shared/article/item-numbers.ts'
import type { SuggestedBlock } from '../../../../shared/article/suggestion/as-it-stands.ts'
import {
  type BlockChange,
  decodeBlockChange,
  decodeProposal,
  type Proposal,
} from '../../../../shared/article/suggestion/proposal.ts'
import { type BlockKind, isTableKind, type Medium } from '../../../../shared/article/text-schema.ts'
import { element, type XmlElement } from '../../import/docx/xml.ts'
import type { Margin } from './margin.ts'
import { type LineLook, plainRun, type RunContext, writeRun } from './runs.ts'
import { numberedListId, type StyleId, styleOfKind } from './styles.ts'
import { type Token, tokensOf } from './tokens.ts'

type ParagraphBlock = Extract<SuggestedBlock, { type: 'paragraph' }>
type PhotoBlock = Extract<SuggestedBlock, { type: 'photo' }>

/** What a body is written with. */
export interface BodyContext extends RunContext {
  readonly margin: Margin
  /** The drawing of a picture; null where there is no such picture. */
  readonly picture: (media: string, alternative: string) => XmlElement | null
}

/** What a paragraph says of itself: its style, what is suggested for its end and for its kind. */
interface ParagraphHead {
  readonly style: StyleId
  readonly end?: readonly XmlElement[]
  readonly change?: XmlElement | null
  /** Which of the numbered lists of the document it is an item of. */
  readonly list?: number | null
}

const styled = (style: StyleId): readonly XmlElement[] => (style === 'Normal' ? [] : [element('w:pStyle', { 'w:val': style })])

const numbered = (list: number): XmlElement =>
  element('w:numPr', {}, [element('w:ilvl', { 'w:val': '0' }), element('w:numId', { 'w:val': numberedListId(list) })])

export const writeParagraph = (
  { style, end = [], change = null, list = null }: ParagraphHead,
  content: readonly XmlElement[],
): XmlElement =>
  element('w:p', {}, [
    element('w:pPr', {}, [
      ...styled(style),
      ...(list === null ? [] : [numbered(list)]),
      ...(end.length > 0 ? [element('w:rPr', {}, end)] : []),
      ...(change ? [change] : []),
    ]),
    ...content,
  ])

const isText = (block: SuggestedBlock | undefined): block is ParagraphBlock =>
  block?.type === 'paragraph' && !isTableKind(block.attrs.kind)

const isRow = (block: SuggestedBlock | undefined): block is ParagraphBlock =>
  block?.type === 'paragraph' && isTableKind(block.attrs.kind)

/** Tokens between two of a kind. */
const splitAt = (tokens: readonly Token[], kind: Token['kind']): readonly (readonly Token[])[] => {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (token.kind === kind) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

/** Which of the numbered lists of a body each block is an item of, from 1 on; null of what is no item. */
export const numberedLists = (body: readonly SuggestedBlock[]): readonly (number | null)[] => {
  let list = 0
  return itemNumbers(body).map((number) => {
    if (number === 1) list += 1
    return number === null ? null : list
  })
}

/** Writes the text of an article, block after block. */
export const writeBody = (body: readonly SuggestedBlock[], context: BodyContext): readonly XmlElement[] => {
  const { tracker, margin } = context

  const inline = (tokens: readonly Token[], line: LineLook): readonly XmlElement[] =>
    tokens.flatMap((token): readonly XmlElement[] => {
      if (token.kind === 'text') return [writeRun(token, line, context)]
      if (token.kind === 'comment') return token.begins ? margin.begin(token.thread) : margin.end(token.thread)
      return []
    })

  const tracked = (name: 'w:ins' | 'w:del', by: Proposal | null): readonly XmlElement[] => (by ? [tracker.mark(name, by)] : [])

  /** The kind a block shows, and the one it has while nobody has decided. */
  const kindOf = (kind: BlockKind, change: BlockChange | null): Pick<ParagraphHead, 'style' | 'change'> => {
    const style = styleOfKind(change?.kind ?? kind)
    const before = styleOfKind(kind)
    if (!change || style === before) return { style: before }
    return { style, change: tracker.mark('w:pPrChange', change, [element('w:pPr', {}, styled(before))]) }
  }

  const lists = numberedLists(body)
  const paragraphs = (block: ParagraphBlock, at: number): readonly XmlElement[] => {
    const { kind, medium, inserted, change } = block.attrs
    const tokens = tokensOf(block, margin.edges(at))
    const line: LineLook = { bold: false, medium }
    const breaks = tokens.flatMap((token) => (token.kind === 'break' ? [token] : []))
    const next = body[at + 1]
    const joins = isText(next) ? decodeProposal(next.attrs.join) : null
    const isLast = at === body.length - 1
    // A paragraph that goes and would join the one before it takes one end with it, not two.
    const goes = isText(body[at - 1]) && block.attrs.join !== null ? null : decodeProposal(block.attrs.deleted)
    // There is nothing behind the last end of a document that it could part or join: the end before it says so.
    const behind = isText(next) && at + 1 === body.length - 1 ? decodeProposal(next.attrs.inserted) : null
    const own = isLast ? null : (decodeProposal(inserted) ?? behind)
    const last = [...tracked('w:ins', own), ...tracked('w:del', isLast ? null : (goes ?? joins))]
    return splitAt(tokens, 'break').map((part, index) => {
      const before = breaks[index - 1]
      const here = breaks[index]
      const head = kindOf(before?.insertion.breaks ?? kind, before ? null : decodeBlockChange(change))
      const end = here ? [...tracked('w:ins', here.insertion), ...tracked('w:del', here.deletion)] : last
      const list = head.style === 'numberedItem' ? (lists[at] ?? null) : null
      return writeParagraph({ ...head, end, list }, inline(part, line))
    })
  }

  const photo = ({ attrs, content }: PhotoBlock, at: number): readonly XmlElement[] => {
    const inserted = decodeProposal(attrs.inserted)
    const deleted = decodeProposal(attrs.deleted)
    const drawing = context.picture(attrs.media, attrs.alternative)
    const around = (run: XmlElement): XmlElement => {
      const gone = deleted ? tracker.mark('w:del', deleted, [run]) : run
      return inserted ? tracker.mark('w:ins', inserted, [gone]) : gone
    }
    const picture = drawing
      ? [writeParagraph({ style: 'Normal' }, [around(element('w:r', {}, [element('w:rPr'), drawing]))])]
      : []
    const caption = inline(tokensOf({ type: 'photo', attrs, content }, margin.edges(at)), { bold: false, medium: attrs.medium })
    return [
      ...picture,
      ...(caption.length > 0 ? [writeParagraph({ style: 'Caption' }, caption)] : []),
      ...(attrs.credit.trim() === '' ? [] : [writeParagraph({ style: 'credit' }, [plainRun(attrs.credit)])]),
    ]
  }

  /** A film or an attached document: what it is, its title with what is suggested in it, and where it is to be seen. */
  const inset = (block: Exclude<SuggestedBlock, ParagraphBlock | PhotoBlock>, at: number): XmlElement => {
    const title = inline(tokensOf(block, margin.edges(at)), { bold: false, medium: block.attrs.medium })
    const place = block.type === 'video' ? block.attrs.address : block.attrs.name
    const name = plainRun(block.type === 'video' ? 'Видео: ' : 'Документ: ')
    return writeParagraph({ style: 'Normal' }, [name, ...title, ...(place === '' ? [] : [plainRun(` (${place})`)])])
  }

  const table = (rows: readonly { readonly block: ParagraphBlock; readonly at: number }[]): readonly XmlElement[] => {
    const read = rows.map(({ block, at }) => ({ block, cells: splitAt(tokensOf(block, margin.edges(at)), 'cell') }))
    const columns = Math.max(...read.map(({ cells }) => cells.length))
    const border = (name: string) => element(name, { 'w:val': 'single', 'w:sz': '4', 'w:space': '0', 'w:color': '8A8A8A' })
    const borders = ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'].map(border)
    const width = Math.floor(9600 / columns)
    const written = read.map(({ block, cells }) => {
      const { kind, medium, inserted, deleted } = block.attrs
      const line: LineLook = { bold: kind === 'tableHead', medium }
      const properties = [
        ...(kind === 'tableHead' ? [element('w:tblHeader')] : []),
        ...tracked('w:ins', decodeProposal(inserted)),
        ...tracked('w:del', decodeProposal(deleted)),
      ]
      return element('w:tr', {}, [
        element('w:trPr', {}, properties),
        ...cells.map((cell, at) => {
          const span = at === cells.length - 1 ? columns - at : 1
          return element('w:tc', {}, [
            element('w:tcPr', {}, [
              element('w:tcW', { 'w:w': String(width * span), 'w:type': 'dxa' }),
              ...(span > 1 ? [element('w:gridSpan', { 'w:val': String(span) })] : []),
            ]),
            writeParagraph({ style: 'Normal' }, inline(cell, line)),
          ])
        }),
      ])
    })
    return [
      element('w:tbl', {}, [
        element('w:tblPr', {}, [element('w:tblW', { 'w:w': '0', 'w:type': 'auto' }), element('w:tblBorders', {}, borders)]),
        element(
          'w:tblGrid',
          {},
          Array.from({ length: columns }, () => element('w:gridCol', { 'w:w': String(width) })),
        ),
        ...written,
      ]),
      // Two tables that touch would be one.
      writeParagraph({ style: 'Normal' }, []),
    ]
  }

  const written: XmlElement[] = []
  for (let at = 0; at < body.length; at += 1) {
    const block = body[at]
    if (!block) continue
    if (block.type === 'photo') written.push(...photo(block, at))
    else if (block.type !== 'paragraph') written.push(inset(block, at))
    else if (!isTableKind(block.attrs.kind)) written.push(...paragraphs(block, at))
    else {
      const rows = [{ block, at }]
      for (let next = body[at + 1]; isRow(next); next = body[at + 1]) {
        at += 1
        rows.push({ block: next, at })
      }
      written.push(...table(rows))
    }
  }
  return written
}

/** Where words appear only on paper or only on the site: said once, for the notes of a copy. */
export const namesMedium = (body: readonly SuggestedBlock[]): boolean => {
  const isOnly = (medium: Medium): boolean => medium !== 'everywhere'
  return body.some(
    ({ attrs, content }) =>
      isOnly(attrs.medium) ||
      content.some(({ marks = [] }) => marks.some(({ type }) => type === 'printOnly' || type === 'webOnly')),
  )
}
