import type { DisplayItem, PageRole } from '../../shared/layout/display.ts'
import { label, rectangle, textItems } from '../page/display-text.ts'
import type { Furniture } from '../page/furniture.ts'
import { columnLeft, type PublicationSpec, rowTop, spanWidth, type TextStyle } from '../page/publication-spec.ts'
import { longestAddress, qrCode } from '../page/qr-code.ts'
import type { Faces } from '../text/faces.ts'
import { breakRagged } from '../text/ragged.ts'

/** What a notice sheet says beside its story. */
export interface NoticeTexts {
  /** Name of the newspaper, and «№ 47 (1295), 25 ноября 2026 года». */
  readonly name: string
  readonly number: string
  /** The story on the portal, or the portal itself; the QR code leads there. */
  readonly address: string
  /** The call beside the code: its heading and the lines below. */
  readonly call: string
  readonly invitation: string
}

interface Setting {
  readonly texts: NoticeTexts
  readonly spec: PublicationSpec
  readonly faces: Faces
}

const tag = (role: PageRole) => ({ role, article: null, block: -1 })

/** The name, as large as half of the sheet allows, the number at its right, a rule below. */
const sheetHead = (
  sheet: number,
  opens: boolean,
  { texts, spec, faces }: Setting,
): { readonly items: readonly DisplayItem[]; readonly rows: number } => {
  const left = columnLeft(spec, sheet, 0)
  const width = spanWidth(spec, spec.columns)
  const natural = faces.face(spec.families.nameplate.bold).measure(texts.name)
  const size = opens && natural > 0 ? Math.min(30, (width * 0.6) / natural) : 14
  const baseline = spec.top + size * 0.85
  const name: TextStyle = { font: spec.families.nameplate.bold, size, leading: size, ink: 'black' }
  const number = sheet === 1 ? texts.number : `${texts.number} · лист ${sheet}`
  const ruleTop = baseline + size * 0.3 + 4
  return {
    items: [
      ...label(texts.name, name, faces, { x: left, baseline, align: 'left', tag: tag('nameplate') }).items,
      ...label(number, spec.runningHead, faces, { x: left + width, baseline, align: 'right', tag: tag('runningHead') }).items,
      rectangle(left, ruleTop, width, spec.heavyRule, 'accent'),
    ],
    rows: Math.ceil((ruleTop + spec.heavyRule + 10 - spec.top) / spec.grid),
  }
}

/** The code that leads to the story on white paper, within a square of this side; none for an address too long to read. */
const codeItems = (address: string, x: number, y: number, side: number): readonly DisplayItem[] =>
  address.length > longestAddress ? [] : [rectangle(x, y, side, side, 'paper'), ...qrCode(address, x, y, side, null)]

const callHeight = 112
const inset = 10

/** The call to join on a tint at the foot of the sheet, the code at its right. */
const sheetFoot = (
  sheet: number,
  { texts, spec, faces }: Setting,
): { readonly items: readonly DisplayItem[]; readonly rows: number } => {
  const left = columnLeft(spec, sheet, 0)
  const width = spanWidth(spec, spec.columns)
  const bottom = rowTop(spec, spec.rows)
  const top = bottom - callHeight
  const side = callHeight - 2 * inset
  const textLeft = left + inset + 4
  const textWidth = width - side - 3 * inset - 8
  const items: DisplayItem[] = [
    rectangle(left, top, width, callHeight, 'tint', null, 'imprint'),
    rectangle(left, top, width, spec.heavyRule, 'accent'),
    ...codeItems(texts.address, left + width - inset - side, top + inset, side),
  ]
  let y = top + inset + 4
  const write = (text: string, style: TextStyle, href: string | null, above: number) => {
    for (const [i, line] of breakRagged([{ text, font: style.font, href }], {
      faces,
      size: style.size,
      width: textWidth,
      hyphenate: false,
    }).entries()) {
      y += i === 0 ? above + style.size * 0.8 : style.leading
      items.push(...textItems(line, textLeft, y, style.ink, tag('imprint')))
    }
  }
  write(texts.call, { font: spec.headline.font, size: 22, leading: 24, ink: 'accent' }, null, 0)
  write(texts.invitation, { font: spec.families.service.regular, size: 12, leading: 14.5, ink: 'black' }, null, 9)
  write(
    texts.address.replace(/^https?:\/\//, '').replace(/\/$/, ''),
    { font: spec.families.service.bold, size: 12, leading: 14, ink: 'black' },
    texts.address,
    9,
  )
  return { items, rows: Math.ceil((callHeight + 8) / spec.grid) }
}

/** What stands around the story on a sheet; the call and the code stand on the one that it opens. */
export const noticeFurniture = (sheet: number, opens: boolean, setting: Setting): Furniture => {
  const head = sheetHead(sheet, opens, setting)
  const foot = opens ? sheetFoot(sheet, setting) : { items: [], rows: 0 }
  return { items: [...head.items, ...foot.items], first: head.rows, last: setting.spec.rows - foot.rows }
}
