import type { DisplayItem, DocumentItem, ImageItem, PageDisplay, TextItem } from '../../../shared/layout/display.ts'
import type { Ink } from '../../../shared/layout/ink.ts'
import { fillOperator, type PdfTarget, stateFor } from './colours.ts'
import type { PdfFace } from './face.ts'
import { operand, type Sheet } from './sheet.ts'
import type { Structure } from './structure.ts'
import { type DrawnText, rememberedText } from './text-operators.ts'
import { type Reading, sameLine } from './words.ts'

/** What stands in a frame of its own and is drawn by its name. */
export type FramedItem = ImageItem | DocumentItem

const isFramed = (item: DisplayItem): item is FramedItem => item.kind === 'image' || item.kind === 'document'

/** What drawing a page needs to know of its document. */
export interface DrawingContext {
  readonly target: PdfTarget
  readonly sheet: Sheet
  readonly face: (name: string) => PdfFace
  readonly readings: ReadonlyMap<TextItem, readonly Reading[]>
  /** Lines as they were drawn before. */
  readonly drawn: WeakMap<TextItem, DrawnText>
  /** Name of a picture, or of a page of a PDF, among the page's resources. */
  readonly picture: (item: FramedItem) => string
  /** Null where nothing is tagged. */
  readonly structure: Structure | null
  /** Called after a tagged link has been drawn. */
  readonly linked: (item: TextItem, address: string) => void
}

/** What stands in for a missing description of a photo: its caption. */
const alternativeOf = (item: DisplayItem, page: PageDisplay): string => {
  if (!isFramed(item)) return ''
  if (item.alternative.trim()) return item.alternative
  const captions = page.items.filter(
    (other): other is TextItem => other.kind === 'text' && other.tag.role === 'caption' && other.tag.article === item.tag.article,
  )
  const block = captions.find((caption) => caption.tag.block >= item.tag.block)?.tag.block
  const text = captions
    .filter((caption) => caption.tag.block === block)
    .map((caption) => caption.clusters.join('').replace(/\u00ad$/u, ''))
    .join(' ')
  return text.trim() || 'Фотография'
}

const drawRectangle = (item: Exclude<DisplayItem, TextItem | FramedItem>, sheet: Sheet): string =>
  `${operand(sheet.x(item.x))} ${operand(sheet.y(item.y + item.height))} ${operand(item.width)} ${operand(item.height)} re f`

const drawFramed = (item: FramedItem, sheet: Sheet, name: string): string =>
  `q ${operand(item.width)} 0 0 ${operand(item.height)} ${operand(sheet.x(item.x))} ${operand(sheet.y(item.y + item.height))} cm /${name} Do Q`

/** Does a new word begin after this line? Where the word goes on it must not be torn apart. */
const endsWord = (item: TextItem, next: DisplayItem | undefined): boolean => {
  if (item.tag.article === null || next?.kind !== 'text') return false
  const last = item.clusters.at(-1) ?? ' '
  return !sameLine(item, next) && next.tag.block === item.tag.block && !/[\s\u00ad-]$/u.test(last)
}

/** The operators that draw a page's items in their order. */
export const drawPage = (page: PageDisplay, context: DrawingContext): string => {
  const { target, sheet, structure } = context
  const operators: string[] = []
  let colour = ''
  let state = ''
  let inText = false
  let marked: DisplayItem | null = null
  let link: string | null = null
  const leaveText = () => {
    if (inText) operators.push('ET')
    inText = false
  }
  const closeMark = () => {
    leaveText()
    if (marked) {
      operators.push('EMC')
      if (marked.kind === 'text' && link !== null) context.linked(marked, link)
    }
    marked = null
  }
  const openMark = (item: DisplayItem) => {
    if (!structure || (marked && structure.sameMark(marked, item))) return
    closeMark()
    const box = isFramed(item)
      ? [sheet.x(item.x), sheet.y(item.y + item.height), sheet.x(item.x + item.width), sheet.y(item.y)]
      : null
    const mark = structure.mark(item, alternativeOf(item, page), box)
    operators.push(mark.operator)
    link = mark.link
    marked = item
  }
  const fills = new Map<Ink, string>()
  const fillOf = (ink: Ink): string => {
    const known = fills.get(ink) ?? fillOperator(target, ink, page.colours)
    fills.set(ink, known)
    return known
  }
  const setInk = (item: DisplayItem) => {
    const needed = isFramed(item) ? stateFor('paper', false) : stateFor(item.ink, item.kind === 'text')
    if (target === 'print' && state !== needed) operators.push(`/${needed} gs`)
    state = needed
    if (isFramed(item)) return
    const fill = fillOf(item.ink)
    if (fill !== colour) operators.push(fill)
    colour = fill
  }
  page.items.forEach((item, i) => {
    if (item.kind === 'text' && item.glyphs.length === 0) return
    openMark(item)
    if (item.kind !== 'text') {
      leaveText()
      setInk(item)
      operators.push(isFramed(item) ? drawFramed(item, sheet, context.picture(item)) : drawRectangle(item, sheet))
      return
    }
    if (!inText) operators.push('BT')
    inText = true
    setInk(item)
    const face = context.face(item.font)
    const wordEnd = structure !== null && endsWord(item, page.items[i + 1])
    operators.push(rememberedText(context.drawn, item, face, sheet, context.readings.get(item) ?? [], wordEnd))
  })
  closeMark()
  return operators.join('\n')
}
