import type { BlockKind } from '../../../../shared/article/text-schema.ts'
import { isOwnStyle, type OwnStyle, ownStyles } from '../../import/docx/own-styles.ts'
import { element, type XmlElement } from '../../import/docx/xml.ts'

/** Paragraph styles of our documents: those every office program has, and our own. */
export type StyleId = OwnStyle | 'Normal' | 'Title' | 'Subtitle' | 'Heading2' | 'Quote' | 'Caption' | 'ListBullet'

/** How a kind of paragraph is called in a document; rows of tables have no style of their own. */
export const styleOfKind = (kind: BlockKind): StyleId => {
  switch (kind) {
    case 'subhead':
      return 'Heading2'
    case 'quote':
      return 'Quote'
    case 'listItem':
      return 'ListBullet'
    default:
      return isOwnStyle(kind) ? kind : 'Normal'
  }
}

const on = (name: string, value: string): XmlElement => element(name, { 'w:val': value })

/** Sizes in half-points, spaces in twentieths of a point, as the format counts them. */
interface Look {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly size?: number
  readonly colour?: string
  readonly before?: number
  readonly after?: number
  readonly indent?: number
  readonly outline?: number
  readonly keepNext?: boolean
  readonly list?: boolean
  readonly bordered?: boolean
}

const runLook = ({ bold, italic, size, colour }: Look): XmlElement =>
  element('w:rPr', {}, [
    ...(bold ? [element('w:b')] : []),
    ...(italic ? [element('w:i')] : []),
    ...(colour ? [on('w:color', colour)] : []),
    ...(size ? [on('w:sz', String(size)), on('w:szCs', String(size))] : []),
  ])

const border = element('w:pBdr', {}, [
  element('w:left', { 'w:val': 'single', 'w:sz': '12', 'w:space': '8', 'w:color': '8A8A8A' }),
])

const paragraphLook = ({ before = 0, after = 120, indent, outline, keepNext, list, bordered }: Look): XmlElement =>
  element('w:pPr', {}, [
    ...(keepNext ? [element('w:keepNext')] : []),
    ...(list ? [element('w:numPr', {}, [on('w:numId', '1')])] : []),
    ...(bordered ? [border] : []),
    element('w:spacing', { 'w:before': String(before), 'w:after': String(after) }),
    ...(indent ? [element('w:ind', { 'w:left': String(indent) })] : []),
    ...(outline === undefined ? [] : [on('w:outlineLvl', String(outline))]),
  ])

const looks: Readonly<Record<Exclude<StyleId, 'Normal'>, { readonly name: string; readonly look: Look }>> = {
  Title: { name: 'Title', look: { bold: true, size: 36, after: 160, keepNext: true } },
  Subtitle: { name: 'Subtitle', look: { size: 26, colour: '444444', after: 200 } },
  Heading2: { name: 'heading 2', look: { bold: true, size: 26, before: 240, outline: 1, keepNext: true } },
  Quote: { name: 'Quote', look: { italic: true, indent: 567, before: 120 } },
  Caption: { name: 'caption', look: { size: 20, colour: '444444' } },
  ListBullet: { name: 'List Bullet', look: { list: true, after: 60 } },
  rubric: { name: ownStyles.rubric, look: { size: 20, colour: '666666', after: 40 } },
  kicker: { name: ownStyles.kicker, look: { bold: true, size: 22, colour: '444444', after: 60 } },
  byline: { name: ownStyles.byline, look: { italic: true, after: 200 } },
  lead: { name: ownStyles.lead, look: { bold: true } },
  numberedItem: { name: ownStyles.numberedItem, look: { after: 60 } },
  quoteSource: { name: ownStyles.quoteSource, look: { size: 22, colour: '444444', indent: 567 } },
  question: { name: ownStyles.question, look: { bold: true, before: 160, keepNext: true } },
  answer: { name: ownStyles.answer, look: {} },
  note: { name: ownStyles.note, look: { italic: true, size: 20, colour: '7A4B00', indent: 284 } },
  sidebarHead: { name: ownStyles.sidebarHead, look: { bold: true, before: 160, indent: 284, bordered: true, keepNext: true } },
  sidebar: { name: ownStyles.sidebar, look: { size: 22, indent: 284, bordered: true } },
  credit: { name: ownStyles.credit, look: { size: 18, colour: '666666' } },
}

/** Words that appear in one medium only, coloured for who reads them; see `runs.ts`. */
export const mediumStyles = { printOnly: 'Только в печати', webOnly: 'Только на сайте' } as const
const mediumColours = { printOnly: '7A4B00', webOnly: '1F5C99' } as const

const characterStyle = (id: keyof typeof mediumStyles): XmlElement =>
  element('w:style', { 'w:type': 'character', 'w:customStyle': '1', 'w:styleId': id }, [
    on('w:name', mediumStyles[id]),
    element('w:rPr', {}, [on('w:color', mediumColours[id])]),
  ])

/** The part that says how the styles look: Times at 12 points, Russian. */
export const stylesPart = (): XmlElement => {
  const fonts = element('w:rFonts', { 'w:ascii': 'Times New Roman', 'w:hAnsi': 'Times New Roman', 'w:cs': 'Times New Roman' })
  const defaults = element('w:docDefaults', {}, [
    element('w:rPrDefault', {}, [
      element('w:rPr', {}, [fonts, on('w:sz', '24'), on('w:szCs', '24'), element('w:lang', { 'w:val': 'ru-RU' })]),
    ]),
    element('w:pPrDefault', {}, [
      element('w:pPr', {}, [element('w:spacing', { 'w:after': '120', 'w:line': '276', 'w:lineRule': 'auto' })]),
    ]),
  ])
  const normal = element('w:style', { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' }, [on('w:name', 'Normal')])
  const all = Object.entries(looks).map(([id, { name, look }]) =>
    element('w:style', { 'w:type': 'paragraph', ...(isOwnStyle(id) && { 'w:customStyle': '1' }), 'w:styleId': id }, [
      on('w:name', name),
      on('w:basedOn', 'Normal'),
      paragraphLook(look),
      runLook(look),
    ]),
  )
  return element('w:styles', {}, [defaults, normal, ...all, characterStyle('printOnly'), characterStyle('webOnly')])
}

const listShape = (id: string, format: string, text: string): XmlElement =>
  element('w:abstractNum', { 'w:abstractNumId': id }, [
    on('w:multiLevelType', 'singleLevel'),
    element('w:lvl', { 'w:ilvl': '0' }, [
      on('w:start', '1'),
      on('w:numFmt', format),
      on('w:lvlText', text),
      on('w:lvlJc', 'left'),
      element('w:pPr', {}, [element('w:ind', { 'w:left': '567', 'w:hanging': '283' })]),
    ]),
  ])

/** How a document calls the first, second… of its numbered lists. */
export const numberedListId = (list: number): string => `${list + 1}`

/** The lists of our documents: items with a bullet, and so many numbered lists, each from one. */
export const numberingPart = (numbered: number): XmlElement =>
  element('w:numbering', {}, [
    listShape('1', 'bullet', '•'),
    listShape('2', 'decimal', '%1.'),
    element('w:num', { 'w:numId': '1' }, [on('w:abstractNumId', '1')]),
    ...Array.from({ length: numbered }, (_, at) =>
      element('w:num', { 'w:numId': numberedListId(at + 1) }, [
        on('w:abstractNumId', '2'),
        element('w:lvlOverride', { 'w:ilvl': '0' }, [on('w:startOverride', '1')]),
      ]),
    ),
  ])
