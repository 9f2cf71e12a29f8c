import type { DisplayItem } from '../../shared/layout/display.ts'
import type { FurnitureInput } from '../input.ts'
import type { Faces } from '../text/faces.ts'
import { breakRagged } from '../text/ragged.ts'
import { label, rectangle, textItems } from './display-text.ts'
import { columnLeft, type PublicationSpec, rowTop, spanWidth, type TextStyle } from './publication-spec.ts'

/** What stands on a page beside its stories, and the rows it leaves them: from `first` up to `last`. */
export interface Furniture {
  readonly items: readonly DisplayItem[]
  readonly first: number
  readonly last: number
}

interface Setting {
  readonly furniture: FurnitureInput
  readonly spec: PublicationSpec
  readonly faces: Faces
  readonly page: number
}

const tag = (role: 'nameplate' | 'runningHead' | 'folio' | 'imprint', block = -1) => ({ role, article: null, block })
const portalName = (portal: string): string => portal.replace(/^https?:\/\//, '').replace(/\/$/, '')

/** Number, date and portal over the name; the name as large as the page allows; the motto between rules below it. */
const nameplate = ({
  furniture,
  spec,
  faces,
  page,
}: Setting): { readonly items: readonly DisplayItem[]; readonly rows: number } => {
  const left = columnLeft(spec, page, 0)
  const width = spanWidth(spec, spec.columns)
  const top = spec.margin.top
  const { nameplate: own, service, label: small } = spec.families
  const face = faces.face(own.bold)
  const natural = face.measure(furniture.name)
  const size = natural === 0 ? 0 : Math.min(86, (width * 0.985) / natural)
  const line: TextStyle = { ...spec.runningHead, size: 10 }
  const name: TextStyle = { font: own.bold, size, leading: size, ink: 'black' }
  const motto: TextStyle = { font: service.regular, size: 10.5, leading: 13, ink: 'black' }
  const lineBaseline = top + 8
  // Tall letters such as «ф» rise above the capitals.
  const nameBaseline = top + 17 + size * (face.capHeight + 0.1)
  const mottoBaseline = nameBaseline + Math.max(8, size * 0.24) + 13
  const bottom = mottoBaseline + 7
  const items: DisplayItem[] = [
    ...label(furniture.number, { ...line, font: small.bold }, faces, {
      x: left,
      baseline: lineBaseline,
      align: 'left',
      tag: tag('nameplate'),
    }).items,
    ...label(portalName(furniture.portal), line, faces, {
      x: left + width / 2,
      baseline: lineBaseline,
      align: 'centre',
      tag: tag('nameplate'),
    }).items,
    ...label(furniture.date, line, faces, { x: left + width, baseline: lineBaseline, align: 'right', tag: tag('nameplate') })
      .items,
    rectangle(left, top + 12.5, width, spec.hairline, 'black'),
    ...label(furniture.name, name, faces, { x: left + width / 2, baseline: nameBaseline, align: 'centre', tag: tag('nameplate') })
      .items,
    ...label(furniture.motto, motto, faces, {
      x: left + width / 2,
      baseline: mottoBaseline,
      align: 'centre',
      tag: tag('nameplate'),
    }).items,
    rectangle(left, bottom, width, spec.heavyRule * 1.6, 'accent'),
  ]
  return { items, rows: Math.ceil((bottom + 12 - spec.top) / spec.grid) }
}

/** Folio at the outer edge with the name beside it, number and date at the inner edge, a rule below. */
const runningHead = ({ furniture, spec, faces, page }: Setting): readonly DisplayItem[] => {
  const left = columnLeft(spec, page, 0)
  const right = left + spanWidth(spec, spec.columns)
  const baseline = spec.margin.top + 8.5
  const odd = page % 2 === 1
  const outer = odd ? right : left
  const outwards = odd ? 'right' : 'left'
  const folio = label(String(page), spec.folio, faces, { x: outer, baseline, align: outwards, tag: tag('folio') })
  const beside = odd ? outer - folio.width - 9 : outer + folio.width + 9
  return [
    ...folio.items,
    ...label(furniture.name, { ...spec.runningHead, font: spec.families.label.bold }, faces, {
      x: beside,
      baseline,
      align: outwards,
      tag: tag('runningHead'),
    }).items,
    ...label(`${furniture.number} · ${furniture.date}`, spec.runningHead, faces, {
      x: odd ? left : right,
      baseline,
      align: odd ? 'left' : 'right',
      tag: tag('runningHead'),
    }).items,
    rectangle(left, spec.margin.top + 13, right - left, spec.hairline * 1.5, 'black'),
  ]
}

/** The lines of the imprint in columns on a tint at the foot of the page. */
const imprint = ({
  furniture,
  spec,
  faces,
  page,
}: Setting): { readonly items: readonly DisplayItem[]; readonly rows: number } => {
  if (furniture.imprint.length === 0) return { items: [], rows: 0 }
  const inset = 8
  const columns = Math.max(1, Math.min(spec.columns - 2, 3))
  const width = spanWidth(spec, spec.columns)
  const columnWidth = (width - 2 * inset - (columns - 1) * spec.gutter) / columns
  const paragraphs = furniture.imprint.map((text, number) =>
    breakRagged([{ text, font: spec.imprint.font, href: null }], {
      faces,
      size: spec.imprint.size,
      width: columnWidth,
      hyphenate: false,
    }).map((line) => ({ line, number })),
  )
  const total = paragraphs.reduce((sum, lines) => sum + lines.length, 0)
  const perColumn = Math.max(Math.ceil(total / columns), ...paragraphs.map((lines) => lines.length))
  const columnsOfLines: (typeof paragraphs)[number][number][][] = [[]]
  for (const lines of paragraphs) {
    if ((columnsOfLines.at(-1)?.length ?? 0) + lines.length > perColumn && columnsOfLines.length < columns)
      columnsOfLines.push([])
    columnsOfLines.at(-1)?.push(...lines)
  }
  const deepest = Math.max(...columnsOfLines.map((lines) => lines.length))
  const titleHeight = 16
  const height = deepest * spec.imprint.leading + titleHeight + 2 * inset
  const rows = Math.ceil(height / spec.grid)
  const left = columnLeft(spec, page, 0)
  const bottom = rowTop(spec, spec.rows)
  const top = bottom - height
  const items: DisplayItem[] = [
    rectangle(left, top, width, height, 'tint', null, 'imprint'),
    rectangle(left, top, width, spec.heavyRule, 'accent'),
    ...label(furniture.name, { font: spec.families.nameplate.bold, size: 11.5, leading: 14, ink: 'black' }, faces, {
      x: left + inset,
      baseline: top + inset + 9,
      align: 'left',
      tag: tag('imprint'),
    }).items,
    ...columnsOfLines.flatMap((lines, column) =>
      lines.flatMap(({ line, number }, index) =>
        textItems(
          line,
          left + inset + column * (columnWidth + spec.gutter),
          top + inset + titleHeight + 7 + index * spec.imprint.leading,
          spec.imprint.ink,
          tag('imprint', number),
        ),
      ),
    ),
  ]
  return { items, rows }
}

export const layFurniture = (setting: Setting, pages: number): Furniture => {
  const { page, spec } = setting
  const head = page === 1 ? nameplate(setting) : { items: runningHead(setting), rows: 0 }
  const foot = page === pages ? imprint(setting) : { items: [], rows: 0 }
  return {
    items: [...head.items, ...foot.items],
    first: head.rows,
    last: spec.rows - (foot.rows === 0 ? 0 : foot.rows + 1),
  }
}
