import { textOf } from '../../shared/article/content.ts'
import { itemNumbers } from '../../shared/article/item-numbers.ts'
import { cellSeparator, isTableKind } from '../../shared/article/text-schema.ts'
import type { FontId, PageRole } from '../../shared/layout/display.ts'
import type { Focus } from '../../shared/media/focus.ts'
import type { StoryInput } from '../input.ts'
import type { Faces } from '../text/faces.ts'
import type { StyledRun } from '../text/line.ts'
import { type ParagraphOptions, paragraphVariants } from '../text/paragraph.ts'
import { profileFor } from '../text/profile.ts'
import { breakRagged } from '../text/ragged.ts'
import { typograph, typographRuns } from '../text/typograph.ts'
import { besideDropCap, type DropCap, dropCapLines, leastForDropCap, setDropCap } from './drop-cap.ts'
import { endMarkRoom } from './end-mark.ts'
import { type FlowBlock, flowRows } from './fit-columns.ts'
import { type Paragraph, runOf, trimmed } from './galley-runs.ts'
import type { PublicationSpec, TextStyle } from './publication-spec.ts'
import { type StoryCode, setStoryCode } from './story-code.ts'
import { type StoryTable, storyTable } from './table.ts'

/** What is drawn beside the lines of a block. */
export type BlockOrnament = 'none' | 'bullet' | 'number' | 'bar' | 'frame' | 'tint' | 'code'

/** The number of an item. */
export interface Hanging {
  readonly text: string
  readonly end: number
}

/** A block of a story's body, set in the width of a column. */
export interface GalleyBlock extends FlowBlock {
  readonly role: PageRole
  /** Place in the reading order of the article. */
  readonly number: number
  readonly style: TextStyle
  /** How far its lines stand in from the left edge of the column. */
  readonly inset: number
  readonly ornament: BlockOrnament
  /** What hangs in front of its first line, and how far its end stands in; null of what is not counted. */
  readonly hanging: Hanging | null
  readonly dropCap: DropCap | null
  /** The code it is, where it is one. */
  readonly code: StoryCode | null
  /** What its variants were broken from; null of what is not justified. */
  readonly source: ParagraphSource | null
}

/** A paragraph as it was given to be broken. */
export interface ParagraphSource {
  readonly runs: readonly StyledRun[]
  readonly options: Omit<ParagraphOptions, 'faces' | 'looseness'>
}

export interface StoryPhoto {
  readonly number: number
  readonly media: string
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** What must stay when it is cropped; null where nobody said so. */
  readonly focus: Focus | null
  readonly caption: string
  readonly credit: string
  readonly alternative: string
}

/** A story set in column width, before it has a place on a page. */
export interface Galley {
  readonly id: string
  readonly rubric: string
  readonly kicker: string
  readonly headline: string
  readonly deck: string
  readonly byline: string
  readonly blocks: readonly GalleyBlock[]
  /** Rows of its body in the natural setting. */
  readonly rows: number
  /** Rows of the tallest thing in the body that can't be divided, with what must stay with it. */
  readonly tallest: number
  readonly photos: readonly StoryPhoto[]
  readonly tables: readonly StoryTable[]
  /** Pictures the story names and the issue has not. */
  readonly missingPhotos: readonly string[]
  /** Every text of the story with the face it is set in, for the search for missing glyphs. */
  readonly texts: readonly { readonly text: string; readonly font: FontId }[]
  /** Those of them that are set in columns. */
  readonly body: readonly { readonly text: string; readonly font: FontId }[]
}

/** Numbers of the reading order before the body; body block `i` has `firstBodyNumber + i`. */
export const headNumbers = { kicker: 0, headline: 1, deck: 2, byline: 3 } as const
export const jumpFromNumber = 4
export const firstBodyNumber = 5

const bulletInset = 9

/** A number of a list as long as the list is. */
interface ListPlace {
  readonly number: number
  readonly of: number
}

/** In parts of the size of the text: a figure of a text font, its point, and what parts a number from its words. */
const figureWidth = 0.56
const pointWidth = 0.27
const beforeItem = 0.4

/** Numbers of one list end under one another, as far in as the longest of them is long. */
const numberEnd = ({ of }: ListPlace, size: number): number => (`${of}`.length * figureWidth + pointWidth) * size

/** The place of each numbered item in its list; null of any other block. */
const listPlaces = (content: StoryInput['content']): readonly (ListPlace | null)[] => {
  const numbers = itemNumbers(content.body)
  return numbers.map((number, index) => {
    if (number === null) return null
    const next = numbers.findIndex((each, at) => at > index && each === 1)
    return { number, of: Math.max(...numbers.slice(index, next < 0 ? undefined : next).map((each) => each ?? 0)) }
  })
}
const barInset = 9
const sidebarInset = 7
/** An empty row inside of a box, or between a subhead and what it stands over, looks like a mistake. */
const neverStretched = 100_000
/** A quotation longer than this is set as text with a bar beside it, not as a pull quote. */
const longestPullQuote = 220

interface Setting {
  readonly spec: PublicationSpec
  readonly faces: Faces
}

const setBlock = (
  block: Paragraph,
  number: number,
  /** Its number in a list of so many; null of what is no numbered item. */
  item: ListPlace | null,
  /** The role of the block before it. */
  previous: PageRole | undefined,
  /** May it open with a drop cap? */
  opensStory: boolean,
  /** Does the source of a quote follow? */
  named: boolean,
  /** Does the end mark stand after its last line? */
  ends: boolean,
  { spec, faces }: Setting,
): GalleyBlock | null => {
  const kind = block.attrs.kind
  const pulled = kind === 'quote' && textOf(block.content).length <= longestPullQuote
  const style = {
    paragraph: spec.body,
    answer: spec.body,
    listItem: spec.body,
    numberedItem: spec.body,
    note: spec.body,
    sidebarHead: spec.sidebarHead,
    sidebar: spec.sidebar,
    tableHead: spec.tableHead,
    tableRow: spec.table,
    quoteSource: spec.longQuote,
    lead: spec.lead,
    question: spec.question,
    subhead: spec.subhead,
    quote: pulled ? spec.quote : spec.longQuote,
  }[kind]
  const runs = typographRuns(trimmed(block.content.map((node) => runOf(node, style.font))))
  if (runs.every((run) => run.text.trim() === '')) return null
  const boxed = kind === 'sidebar' || kind === 'sidebarHead'
  const hanging = item && { text: `${item.number}.`, end: numberEnd(item, style.size) }
  const inset = hanging
    ? hanging.end + beforeItem * style.size
    : kind === 'listItem'
      ? bulletInset
      : (kind === 'quote' && !pulled) || kind === 'quoteSource'
        ? barInset
        : boxed
          ? sidebarInset
          : 0
  const width = spec.columnWidth - inset - (boxed ? sidebarInset : 0)
  const endRoom = ends ? endMarkRoom(spec) : 0
  const shared = { number, style, inset, hanging, dropCap: null, code: null, source: null }
  // What is boxed stands together, and white rows part it from the text.
  const afterBox = previous === 'sidebar' && !boxed
  const opensBox = boxed && (previous !== 'sidebar' || kind === 'sidebarHead')
  if (kind === 'sidebarHead') {
    const lines = breakRagged(runs, { faces, size: style.size, width: width - endRoom, hyphenate: false })
    return {
      ...shared,
      role: 'sidebar',
      variants: [lines],
      costs: [0],
      boxRows: null,
      before: 1,
      stretchCost: 6,
      breakable: false,
      opening: 2,
      keepWithNext: true,
      ornament: 'tint',
    }
  }
  if (kind === 'quoteSource') {
    const lines = breakRagged(runs, { faces, size: style.size, width: width - endRoom, hyphenate: false })
    return {
      ...shared,
      role: 'quote',
      variants: [lines],
      costs: [0],
      boxRows: null,
      before: 0,
      stretchCost: neverStretched,
      breakable: false,
      opening: 1,
      keepWithNext: false,
      ornament: 'none',
    }
  }
  if (kind === 'subhead' || pulled) {
    const lines = breakRagged(runs, { faces, size: style.size, width: width - endRoom, hyphenate: false })
    return {
      ...shared,
      role: pulled ? 'quote' : 'subhead',
      variants: [lines],
      costs: [0],
      boxRows: pulled ? Math.ceil((lines.length * style.leading + 18) / spec.grid) : null,
      before: 1,
      stretchCost: 6,
      breakable: false,
      opening: 2,
      keepWithNext: !pulled || named,
      ornament: pulled ? 'frame' : 'none',
    }
  }
  const indented = previous !== undefined && previous !== 'lead' && previous !== 'subhead' && previous !== 'sidebar'
  const indent = indented && kind === 'paragraph' ? spec.indent : 0
  const drop = opensStory && kind === 'paragraph' ? setDropCap(runs, spec, faces) : null
  const beside = drop === null ? {} : { widths: Array.from({ length: dropCapLines }, () => width - drop.cap.width) }
  const profile = profileFor(spec.typography, width / style.size)
  const options = { size: style.size, width, ...beside, indent, profile, endRoom }
  const source = { runs: drop?.rest ?? runs, options }
  const found = [...paragraphVariants(source.runs, { faces, ...options })].sort(
    (left, right) => Math.abs(left.looseness) - Math.abs(right.looseness),
  )
  return {
    ...shared,
    role: kind === 'lead' ? 'lead' : kind === 'quote' ? 'quote' : boxed ? 'sidebar' : 'body',
    variants: found.map(({ lines }) => besideDropCap(lines, drop?.cap ?? null)),
    costs: found.map(({ cost }) => cost),
    boxRows: null,
    before: afterBox || opensBox ? 1 : 0,
    stretchCost:
      (boxed && !opensBox) || previous === 'subhead'
        ? neverStretched
        : afterBox || opensBox || kind === 'question' || kind === 'quote' || (previous === 'lead' && kind !== 'lead')
          ? 6
          : 35,
    breakable: true,
    opening: drop === null ? 2 : dropCapLines + 1,
    dropCap: drop?.cap ?? null,
    keepWithNext: kind === 'question' || (kind === 'quote' && named),
    source,
    ornament: kind === 'listItem' ? 'bullet' : hanging ? 'number' : kind === 'quote' ? 'bar' : boxed ? 'tint' : 'none',
  }
}

/** After everything that may stand in a body. */
const codeNumber = firstBodyNumber + 9_000

/** The code that ends a story, as a box that does not break. */
const codeBlock = (address: string, { spec, faces }: Setting): GalleyBlock | null => {
  const code = setStoryCode(address, spec, faces)
  return (
    code && {
      number: codeNumber,
      role: 'storyLink',
      style: code.style,
      inset: code.inset,
      hanging: null,
      variants: [code.lines],
      costs: [0],
      boxRows: code.rows,
      before: 1,
      stretchCost: 6,
      breakable: false,
      opening: 2,
      keepWithNext: false,
      ornament: 'code',
      dropCap: null,
      source: null,
      code,
    }
  )
}

/** Gives the set block of that key and number, or has it set. */
export type RememberBlock = (key: string, number: number, set: () => GalleyBlock | null) => GalleyBlock | null

/**
 * Sets a story's texts in column width and sorts out its photos. `remember` may answer with a block set before: its key
 * tells all that a block depends on but its number.
 */
export const setGalley = (
  story: StoryInput,
  spec: PublicationSpec,
  faces: Faces,
  remember: RememberBlock = (_key, _number, set) => set(),
): Galley => {
  const { content } = story
  const blocks: GalleyBlock[] = []
  const photos: StoryPhoto[] = []
  const missingPhotos: string[] = []
  const isLong = content.body.reduce((sum, block) => sum + textOf(block.content).length, 0) >= leastForDropCap
  const tables: { readonly block: Paragraph; readonly number: number }[][] = []
  const items = listPlaces(content)
  const last = content.body.findLastIndex(
    (block) => block.type === 'paragraph' && !isTableKind(block.attrs.kind) && textOf(block.content).trim() !== '',
  )
  content.body.forEach((block, index) => {
    const item = items[index] ?? null
    const number = firstBodyNumber + index
    if (block.type === 'photo') {
      const size = story.photos.get(block.attrs.media)
      if (block.attrs.media === '') return
      if (size === undefined || size.width <= 0 || size.height <= 0) missingPhotos.push(block.attrs.media)
      else
        photos.push({
          number,
          media: block.attrs.media,
          width: size.width,
          height: size.height,
          focus: size.focus ?? null,
          caption: typograph(textOf(block.content).trim()),
          credit: typograph(block.attrs.credit.trim()),
          alternative: block.attrs.alternative,
        })
      return
    }
    // Nothing on paper can be played or opened.
    if (block.type !== 'paragraph') return
    if (isTableKind(block.attrs.kind)) {
      const above = content.body[index - 1]
      const goesOn = above?.type === 'paragraph' && isTableKind(above.attrs.kind)
      if (!goesOn || tables.length === 0) tables.push([])
      tables.at(-1)?.push({ block, number })
      return
    }
    const before = blocks.at(-1)?.role
    const opens = isLong && (before === undefined || before === 'lead')
    const below = content.body[index + 1]
    const named = below?.type === 'paragraph' && below.attrs.kind === 'quoteSource'
    const ends = index === last
    const key = JSON.stringify([block.attrs.kind, item, before, opens, named, ends, block.content])
    const set = remember(key, number, () => setBlock(block, number, item, before, opens, named, ends, { spec, faces }))
    if (set !== null) blocks.push(set)
  })
  const { code } = story
  if (code !== undefined && blocks.length > 0) {
    const end = remember(JSON.stringify(['code', code]), codeNumber, () => codeBlock(code, { spec, faces }))
    if (end !== null) blocks.push(end)
  }
  const text = (value: string) => typograph(value.trim())
  const tallest = Math.max(
    3,
    ...blocks.map((block) => {
      const lines = block.variants[0]?.length ?? 0
      if (block.boxRows !== null) return block.boxRows
      return block.keepWithNext ? lines + 3 : lines <= 3 ? lines : 3
    }),
  )
  const furniture = [
    { text: text(content.rubric), font: spec.kicker.font },
    { text: text(content.kicker), font: spec.families.label.regular },
    { text: text(content.headline), font: spec.headline.font },
    { text: text(content.deck), font: spec.deck.font },
    { text: text(content.byline), font: spec.byline.font },
    ...photos.flatMap((photo) => [
      { text: photo.caption, font: spec.caption.font },
      { text: photo.credit, font: spec.credit.font },
    ]),
  ]
  const body = content.body.flatMap((block) =>
    block.type !== 'paragraph'
      ? []
      : block.content.map((node) => runOf({ ...node, text: node.text.replaceAll(cellSeparator, ' ') }, spec.body.font)),
  )
  return {
    id: story.id,
    rubric: text(content.rubric),
    kicker: text(content.kicker),
    headline: text(content.headline),
    deck: text(content.deck),
    byline: text(content.byline),
    blocks,
    rows: flowRows(blocks),
    tallest,
    photos,
    tables: tables.map((rows) => storyTable(rows, spec)),
    missingPhotos,
    texts: [...furniture, ...body],
    body,
  }
}
