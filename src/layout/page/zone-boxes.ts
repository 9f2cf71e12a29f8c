import type { PageZone } from '../../shared/issue/page-dummy.ts'
import type { DisplayItem, RectangleItem } from '../../shared/layout/display.ts'
import type { AdvertInput } from '../../shared/layout/input.ts'
import type { Faces } from '../text/faces.ts'
import { breakRagged, fitHeadline } from '../text/ragged.ts'
import { typograph } from '../text/typograph.ts'
import { layAdvert } from './advert-box.ts'
import { label, rectangle, textItems } from './display-text.ts'
import { columnLeft, type PublicationSpec, rowTop, spanWidth, type TextStyle } from './publication-spec.ts'
import { longestAddress, qrCode } from './qr-code.ts'

/** A story as another page announces it. */
export interface Teaser {
  readonly article: string
  readonly headline: string
  /** Its rubric or kicker. */
  readonly over: string
  readonly page: number
}

/** What stands in zones that hold no story. */
export interface BoxContents {
  /** The stories of the issue that may be announced, in the order of their pages. */
  readonly teasers: readonly Teaser[]
  /** Address of the service for joining the union. */
  readonly joinAddress: string
  /** Those that the zones name, by id. */
  readonly adverts: Readonly<Record<string, AdvertInput>>
}

interface Setting {
  readonly spec: PublicationSpec
  readonly faces: Faces
  readonly page: number
}

type TeaserZone = Extract<PageZone, { kind: 'teasers' }>

/** Numbers of the reading order of what a page has beside its stories and its imprint. */
const firstTeaserNumber = 1_000
const joinNumber = 2_000

const topRule = (left: number, top: number, width: number, spec: PublicationSpec): RectangleItem =>
  rectangle(left, top, width, spec.heavyRule, 'accent')

/** Those a person named, in their order; otherwise the first one of each page. */
const chosenTeasers = ({ articles }: TeaserZone, teasers: readonly Teaser[], page: number): readonly Teaser[] => {
  if (articles.length > 0) return articles.flatMap((id) => teasers.find(({ article }) => article === id) ?? [])
  const others = teasers.filter((teaser) => teaser.page !== page)
  return others.filter((teaser, index) => others.findIndex((one) => one.page === teaser.page) === index)
}

const teaserHeight = 2.5

/** One announcement over one column: its page and rubric, its headline. */
const teaserItems = (
  teaser: Teaser,
  place: {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly bottom: number
    readonly number: number
  },
  { spec, faces }: Setting,
): { readonly items: readonly DisplayItem[]; readonly bottom: number } => {
  const { left, width, number } = place
  const tag = { role: 'teaser', article: null, block: firstTeaserNumber + number } as const
  const page = label(`с.\u00a0${teaser.page}`, { ...spec.kicker, ink: 'black' }, faces, {
    x: left,
    baseline: place.top + spec.kicker.size,
    align: 'left',
    tag,
  })
  const overLeft = left + page.width + 5
  const over = breakRagged([{ text: typograph(teaser.over.trim()), font: spec.kicker.font, href: null }], {
    faces,
    size: spec.kicker.size,
    width: width - page.width - 5,
    hyphenate: false,
  })[0]
  const headline: TextStyle = { font: spec.headline.font, size: 13.5, leading: 14.4, ink: 'black' }
  const lines = breakRagged([{ text: typograph(teaser.headline.trim()), font: headline.font, href: null }], {
    faces,
    size: headline.size,
    width,
    hyphenate: false,
  })
  const first = place.top + spec.kicker.leading + headline.size * 0.92
  const bottom = first + (lines.length - 1) * headline.leading + teaserHeight
  if (bottom > place.bottom) return { items: [], bottom: place.top }
  return {
    items: [
      ...page.items,
      ...(over === undefined ? [] : textItems(over, overLeft, place.top + spec.kicker.size, spec.kicker.ink, tag)),
      ...lines.flatMap((line, index) => textItems(line, left, first + index * headline.leading, headline.ink, tag)),
    ],
    bottom,
  }
}

const betweenTeasers = 9

/** Announcements in the columns of the zone, row by row, as many as go in. */
const layTeasers = (zone: TeaserZone, contents: BoxContents, setting: Setting): readonly DisplayItem[] => {
  const { spec, page } = setting
  const left = columnLeft(spec, page, zone.column)
  const top = rowTop(spec, zone.row)
  const bottom = rowTop(spec, zone.row + zone.rows)
  const items: DisplayItem[] = [topRule(left, top + 2, spanWidth(spec, zone.span), spec)]
  let row = top + 2 + spec.heavyRule + 4
  let next = row
  for (const [index, teaser] of chosenTeasers(zone, contents.teasers, page).entries()) {
    const column = index % zone.span
    if (column === 0 && index > 0) {
      row = next + betweenTeasers
      next = row
    }
    const place = { left: columnLeft(spec, page, zone.column + column), top: row, width: spec.columnWidth, bottom, number: index }
    const laid = teaserItems(teaser, place, setting)
    if (laid.items.length === 0) break
    items.push(...laid.items)
    next = Math.max(next, laid.bottom)
  }
  return items
}

/** Narrower codes can't be read off newsprint; wider ones are read no better. */
const leastCode = 62
const largestCode = 150
const joinTitle = 'Вступить в Профсоюз!'
/** With the code in print, and without one. */
const joinTexts = {
  code: 'Наведите камеру телефона: заявление подают через онлайн-сервис за несколько минут.',
  address: 'Заявление подают через онлайн-сервис за несколько минут.',
} as const
const joinInset = 8
const joinTag = { role: 'join', article: null, block: joinNumber } as const

/** The words of the invitation, from their left top corner, as many as go into the height. */
const joinWords = (
  joinAddress: string,
  hasCode: boolean,
  { width, height }: { readonly width: number; readonly height: number },
  { spec, faces }: Setting,
) => {
  const large = width >= 150 && height >= 130
  const title = fitHeadline(joinTitle, {
    faces,
    font: spec.headline.font,
    sizes: [...(large ? [36, 32, 28] : []), 24, 21, 18, 16, 14, 12],
    width,
    maxLines: 2,
  })
  const style: TextStyle = { font: spec.families.service.regular, size: large ? 11 : 9, leading: large ? 14 : 11.5, ink: 'black' }
  const set = (text: string, font: TextStyle['font'], href: string | null) =>
    breakRagged([{ text: typograph(text), font, href }], { faces, size: style.size, width, hyphenate: false })
  const shownAddress = joinAddress.replace(/^https?:\/\//, '').replace(/\/$/, '')
  const address = shownAddress === '' ? [] : set(shownAddress, spec.families.service.bold, joinAddress)
  const all = [...set(hasCode ? joinTexts.code : joinTexts.address, style.font, null), ...address]
  const first = title.size * 0.75
  const text = first + title.lines.length * title.size * 1.05 + style.leading * 0.5
  const room = Math.floor((height - text) / style.leading) + 1
  const chosen = all.length <= room ? all : address.slice(0, room)
  return {
    lines: [
      ...title.lines.map((line, index) => ({ line, y: first + index * title.size * 1.05, ink: 'accent' as const })),
      ...chosen.map((line, index) => ({ line, y: text + index * style.leading, ink: style.ink })),
    ],
    height: chosen.length === 0 ? text - style.leading * 1.5 : text + (chosen.length - 1) * style.leading,
  }
}

/**
 * The invitation to join the union with the code of the service, the code left of the words or, in a narrow zone, below them;
 * both stand in the middle of the height there is.
 */
const layJoin = (
  zone: Extract<PageZone, { kind: 'join' }>,
  { joinAddress }: BoxContents,
  setting: Setting,
): readonly DisplayItem[] => {
  const { spec, page } = setting
  const left = columnLeft(spec, page, zone.column)
  const top = rowTop(spec, zone.row)
  const width = spanWidth(spec, zone.span)
  const height = zone.rows * spec.grid
  const inner = { width: width - 2 * joinInset, height: height - 2 * joinInset }
  const hasCode = zone.code !== false && joinAddress !== '' && joinAddress.length <= longestAddress && inner.height >= leastCode
  const wide = zone.span > 1
  const most = wide ? Math.max(leastCode, Math.min(largestCode, inner.width * 0.4)) : 96
  const code = hasCode ? Math.min(inner.height, inner.width, most) : 0
  const indent = wide && code > 0 ? code + 10 : 0
  const words = joinWords(
    joinAddress,
    hasCode,
    { width: inner.width - indent, height: inner.height - 2 - (wide ? 0 : code) },
    setting,
  )
  const spare = Math.max(0, inner.height - 2 - words.height - (wide ? 0 : code))
  const wordsTop = top + joinInset + 2 + (wide ? spare / 2 : 0)
  const items: DisplayItem[] = [
    rectangle(left, top, width, height, 'tint', null, 'join'),
    topRule(left, top, width, spec),
    ...words.lines.flatMap(({ line, y, ink }) => textItems(line, left + joinInset + indent, wordsTop + y, ink, joinTag)),
  ]
  if (code === 0) return items
  const codeTop = wide ? top + (height - code) / 2 : wordsTop + words.height + spare / 2
  const codeLeft = wide ? left + joinInset : left + (width - code) / 2
  return [...items, rectangle(codeLeft, codeTop, code, code, 'paper'), ...qrCode(joinAddress, codeLeft, codeTop, code, null)]
}

/** Draws the zones of a page that hold no story. */
export const layBoxes = (zones: readonly PageZone[], contents: BoxContents, setting: Setting): readonly DisplayItem[] =>
  zones.flatMap((zone) => {
    if (zone.kind === 'advert') return layAdvert(zone, contents.adverts[zone.advert ?? ''] ?? null, setting)
    if (zone.kind === 'teasers') return layTeasers(zone, contents, setting)
    return zone.kind === 'join' ? layJoin(zone, contents, setting) : []
  })
