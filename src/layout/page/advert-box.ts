import type { PageZone } from '../../shared/issue/page-dummy.ts'
import { counted } from '../../shared/language/plural.ts'
import type { DisplayItem } from '../../shared/layout/display.ts'
import type { AdvertInput } from '../../shared/layout/input.ts'
import type { Faces } from '../text/faces.ts'
import { breakRagged } from '../text/ragged.ts'
import { type ItemTag, label, rectangle, textItems } from './display-text.ts'
import { columnLeft, type PublicationSpec, rowBaseline, spanWidth, type TextStyle } from './publication-spec.ts'

interface Setting {
  readonly spec: PublicationSpec
  readonly faces: Faces
  readonly page: number
}

/** The line that tells an advert from the newspaper's own matter; small, but never under 6 pt. */
const markStyle = ({ families }: PublicationSpec): TextStyle => ({
  font: families.label.regular,
  size: 6.8,
  leading: 8,
  ink: 'black',
})
/** From the foot of the frame to the baseline of the mark. */
const markDepth = 8
const frameRule = 0.5
/** A file may lose this part of its width or height at the edges of its frame; what would lose more stands whole on white. */
const mostCropped = 0.03
const afterStories = 100_000

type AdvertZone = Extract<PageZone, { kind: 'advert' }>

interface Size {
  readonly width: number
  readonly height: number
}

interface Frame extends Size {
  readonly x: number
  readonly y: number
}

/** The frame of an advert over so many columns and rows, in points: the shape an advertiser's file should have. */
export const advertFrame = (spec: PublicationSpec, span: number, rows: number): Size => ({
  width: spanWidth(spec, span),
  height: Math.max(spec.capHeight, (rows - 1) * spec.grid + spec.capHeight - markDepth),
})

const frameOf = (zone: AdvertZone, spec: PublicationSpec, page: number): Frame => ({
  x: columnLeft(spec, page, zone.column),
  y: rowBaseline(spec, zone.row) - spec.capHeight,
  ...advertFrame(spec, zone.span, zone.rows),
})

const border = ({ x, y, width, height }: Frame): readonly DisplayItem[] => [
  rectangle(x, y, width, frameRule, 'black'),
  rectangle(x, y + height - frameRule, width, frameRule, 'black'),
  rectangle(x, y, frameRule, height, 'black'),
  rectangle(x + width - frameRule, y, frameRule, height, 'black'),
]

/** Does a file have the shape of its frame, but for a strip that may be lost at its edges? */
export const suitsFrame = (file: Size, frame: Size): boolean => {
  const part = file.width / file.height / (frame.width / frame.height)
  return Math.min(part, 1 / part) >= 1 - mostCropped
}

/** All of a file in the middle of its frame. */
const whole = (file: Size, frame: Frame): Frame => {
  const scale = Math.min(frame.width / file.width, frame.height / file.height)
  const width = file.width * scale
  const height = file.height * scale
  return { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height }
}

const millimetres = (points: number): string => String(Math.round((points / 72) * 25.4))

/** What stands in a frame until the file is there: whose place it is, and its size. */
const reservation = (
  advert: AdvertInput | null,
  zone: AdvertZone,
  frame: Frame,
  tag: ItemTag,
  { faces, spec }: Setting,
): readonly DisplayItem[] => {
  const size = `${counted(zone.span, 'колонка', 'колонки', 'колонок')}, ${millimetres(frame.width)} × ${millimetres(frame.height)} мм`
  const { regular, bold } = spec.families.label
  const texts: readonly { readonly text: string; readonly style: TextStyle }[] = [
    { text: advert?.title || 'Место для рекламы', style: { font: bold, size: 15, leading: 18, ink: 'black' } },
    { text: advert?.advertiser ?? '', style: { font: regular, size: 10, leading: 13, ink: 'black' } },
    { text: size, style: { font: regular, size: 9, leading: 12, ink: 'grey' } },
  ]
  const width = frame.width - 12
  const lines = texts.flatMap(({ text, style }) =>
    text.trim() === ''
      ? []
      : breakRagged([{ text, font: style.font, href: null }], { faces, size: style.size, width, hyphenate: false }).map(
          (line) => ({
            line,
            style,
          }),
        ),
  )
  const room = frame.height - 8
  const items: DisplayItem[] = [rectangle(frame.x, frame.y, frame.width, frame.height, 'tint', null, 'advert')]
  const total = lines.reduce((sum, { style }) => sum + style.leading, 0)
  let y = frame.y + Math.max(4, (frame.height - total) / 2)
  let used = 0
  for (const { line, style } of lines) {
    used += style.leading
    if (used > room) break
    items.push(...textItems(line, frame.x + (frame.width - line.width) / 2 - line.x, y + style.size, style.ink, tag))
    y += style.leading
  }
  return items
}

const tagFor = (zone: AdvertZone, page: number, role: 'advert' | 'advertMark'): ItemTag => ({
  role,
  article: null,
  block: afterStories + page * 1000 + zone.row * 8 + zone.column,
})

const fileItems = (
  advert: AdvertInput,
  file: NonNullable<AdvertInput['file']>,
  frame: Frame,
  tag: ItemTag,
): readonly DisplayItem[] => {
  const alternative = `Реклама: ${[advert.advertiser, advert.title].filter(Boolean).join('. ')}`
  const shared = { media: file.media, alternative, tag: { ...tag } }
  const white = rectangle(frame.x, frame.y, frame.width, frame.height, 'paper', null, 'advert')
  // Nothing is cut off a page of a PDF: it may hold signs close to its edges.
  if (file.kind === 'document') return [white, { kind: 'document', ...whole(file, frame), ...shared }]
  const fills = suitsFrame(file, frame)
  const box = fills ? frame : whole(file, frame)
  const part = file.width / file.height / (box.width / box.height)
  const width = Math.min(1, 1 / part)
  const height = Math.min(1, part)
  const crop = { x: (1 - width) / 2, y: (1 - height) / 2, width, height }
  return [white, { kind: 'image', ...box, crop, ...shared }]
}

/** An advert in its zone with its mark; an empty box with its size where the file is awaited. */
export const layAdvert = (zone: AdvertZone, advert: AdvertInput | null, setting: Setting): readonly DisplayItem[] => {
  const { spec, faces, page } = setting
  const frame = frameOf(zone, spec, page)
  const tag = tagFor(zone, page, 'advert')
  const file = advert?.file ?? null
  const mark = label(advert?.mark ?? 'Реклама', markStyle(spec), faces, {
    x: frame.x,
    baseline: frame.y + frame.height + markDepth,
    align: 'left',
    tag: tagFor(zone, page, 'advertMark'),
  })
  return [
    ...(advert === null || file === null ? reservation(advert, zone, frame, tag, setting) : fileItems(advert, file, frame, tag)),
    ...border(frame),
    ...mark.items,
  ]
}

/** Those of the adverts that some zones name, by id. */
export const advertsOf = (
  zones: readonly PageZone[],
  adverts: ReadonlyMap<string, AdvertInput>,
): Readonly<Record<string, AdvertInput>> =>
  Object.fromEntries(
    zones.flatMap((zone) => {
      const id = zone.kind === 'advert' ? zone.advert : null
      const advert = id === null ? undefined : adverts.get(id)
      return id === null || advert === undefined ? [] : [[id, advert]]
    }),
  )

/** The marking tokens of adverts on a page, at the right end of their mark lines: for what goes to the internet. */
export const layTokens = (
  zones: readonly PageZone[],
  tokens: ReadonlyMap<string, string>,
  setting: Setting,
): readonly DisplayItem[] =>
  zones.flatMap((zone) => {
    const token = zone.kind === 'advert' ? tokens.get(zone.advert ?? '') : undefined
    if (zone.kind !== 'advert' || token === undefined) return []
    const frame = frameOf(zone, setting.spec, setting.page)
    return label(`erid: ${token}`, markStyle(setting.spec), setting.faces, {
      x: frame.x + frame.width,
      baseline: frame.y + frame.height + markDepth,
      align: 'right',
      tag: tagFor(zone, setting.page, 'advertMark'),
    }).items
  })
