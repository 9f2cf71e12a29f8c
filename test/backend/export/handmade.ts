import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import { type FontId, fontIds, type PageDisplay, type Tag, type TextItem } from '../../../src/shared/layout/display.ts'
import { usualColours } from '../../../src/shared/layout/ink.ts'

/** The product's own resources. */
export const resources = join(import.meta.dirname, '..', '..', '..', 'resources')

const read = (id: FontId) => new Uint8Array(readFileSync(join(resources, 'fonts', `${id}.ttf`)))

/** The font files by face. */
export const fontFiles: Readonly<Record<FontId, Uint8Array>> = {
  serif: read('serif'),
  serifItalic: read('serifItalic'),
  serifBold: read('serifBold'),
  serifBoldItalic: read('serifBoldItalic'),
  sans: read('sans'),
  sansBold: read('sansBold'),
  narrow: read('narrow'),
  narrowBold: read('narrowBold'),
}

export const profile = new Uint8Array(readFileSync(join(resources, 'icc', 'newsprint_tr002_240.icc')))

const fonts = new Map<FontId, Font>(fontIds.map((id) => [id, create(fontFiles[id])]))

export interface Setting {
  readonly x: number
  readonly y: number
  readonly font?: FontId
  readonly size?: number
  readonly scale?: number
  readonly ink?: TextItem['ink']
  readonly href?: string | null
  readonly tag: Tag
}

/** One line of text set without justification; U+00AD draws a hyphen. */
export const line = (text: string, setting: Setting): TextItem => {
  const { font = 'serif', size = 9, scale = 1, ink = 'black', href = null } = setting
  const face = fonts.get(font)
  if (!face) throw new Error(font)
  const characters = [...text]
  const glyphs = characters.map((character) => face.glyphForCodePoint(character.codePointAt(0) ?? 0))
  const xs: number[] = []
  let pen = 0
  for (const glyph of glyphs) {
    xs.push(pen)
    pen += (glyph.advanceWidth / face.unitsPerEm) * size * scale
  }
  return {
    kind: 'text',
    x: setting.x,
    y: setting.y,
    font,
    size,
    scale,
    ink,
    href,
    glyphs: glyphs.map(({ id }) => id),
    clusters: characters,
    xs,
    width: pen,
    tag: setting.tag,
  }
}

/** Lines below one another. */
export const lines = (texts: readonly string[], setting: Setting, leading = 11): readonly TextItem[] =>
  texts.map((text, i) => line(text, { ...setting, y: setting.y + i * leading }))

export const furniture = (role: Tag['role']): Tag => ({ role, article: null, block: 0 })
export const part = (article: string, role: Tag['role'], block: number): Tag => ({ role, article, block })

export const trim = { width: (297 * 72) / 25.4, height: (420 * 72) / 25.4 }

export const pageOf = (page: number, items: PageDisplay['items']): PageDisplay => ({
  page,
  ...trim,
  items,
  zones: [],
  free: { first: 0, last: 99 },
  colours: usualColours,
})

const left = [
  'Сегодня профсоюзные орга\u00ad',
  'низации образования высту\u00ad',
  'пили с предложением о кое-',
  'каких мерах поддержки учи\u00ad',
  'телей и наставников.',
]
const right = [
  'Во всех регионах страны Пред\u00ad',
  'седатель рассказал, что зара\u00ad',
  'ботная плата — главное. Из\u00ad',
  'менения уже в силе, №\u00a047.',
]

/** A page with everything a page can hold but pictures: a story and a short one with a link, of the page's own. */
export const textPage = (page: number): PageDisplay =>
  pageOf(page, [
    line('Профсоюзная среда', { x: 40, y: 36, font: 'narrow', tag: furniture('runningHead') }),
    line(String(page), { x: 780, y: 36, font: 'sansBold', size: 13, tag: furniture('folio') }),
    { kind: 'rectangle', x: 40, y: 42, width: 760, height: 1.5, ink: 'black', tag: furniture('rule') },
    line('Право на право', { x: 40, y: 70, font: 'narrowBold', size: 10.5, ink: 'accent', tag: part(`a${page}`, 'kicker', 0) }),
    ...lines(
      ['Зарплата учителя:', 'что изме\u00ad', 'нилось'],
      { x: 40, y: 110, font: 'narrowBold', size: 34, tag: part(`a${page}`, 'headline', 1) },
      36,
    ),
    ...lines(left, { x: 40, y: 220, tag: part(`a${page}`, 'body', 2) }),
    ...lines(right, { x: 200, y: 220, tag: part(`a${page}`, 'body', 3) }),
    line('Короткая заметка', { x: 400, y: 110, font: 'narrowBold', size: 20, tag: part(`b${page}`, 'headline', 0) }),
    line('Подробности — на сайте ', { x: 400, y: 130, tag: part(`b${page}`, 'body', 1) }),
    line('eseur.ru', { x: 495, y: 130, href: 'https://eseur.ru/новости?a=1&b=2', tag: part(`b${page}`, 'body', 1) }),
    { kind: 'rectangle', x: 400, y: 200, width: 200, height: 40, ink: 'tint', tag: part(`b${page}`, 'rule', 2) },
    line('Справка', { x: 410, y: 225, font: 'sansBold', ink: 'grey', scale: 0.98, tag: part(`b${page}`, 'subhead', 3) }),
  ])
