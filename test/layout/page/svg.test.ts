import { describe, expect, it } from 'vitest'
import { paintSvg } from '../../../src/layout/paint/svg.ts'
import type { DisplayItem, PageDisplay, TextItem } from '../../../src/shared/layout/display.ts'
import { usualColours } from '../../../src/shared/layout/ink.ts'

const tag = { role: 'body', article: 'a', block: 1 } as const
const line: TextItem = {
  kind: 'text',
  x: 40,
  y: 100.5,
  font: 'serif',
  size: 9,
  scale: 1,
  ink: 'black',
  glyphs: [1, 2, 3],
  clusters: ['п', 'о', 'л'],
  xs: [0, 5.25, 10.5],
  width: 15,
  href: null,
  tag,
}
const page = (...items: DisplayItem[]): PageDisplay => ({
  page: 1,
  width: 842,
  height: 1190,
  items,
  zones: [],
  free: { first: 0, last: 99 },
  colours: usualColours,
})
const paint = (...items: DisplayItem[]) =>
  paintSvg(page(...items), { mediaUrl: (media) => `media:${media}?a=1&b="2"`, fontFamily: (font) => `page-${font}` })

describe('paintSvg', () => {
  it('L41 puts every glyph where the display list says', () => {
    expect(paint(line)).toContain('<text transform="matrix(1 0 0 1 40 100.5)" x="0 5.25 10.5" font-family="page-serif"')
  })

  it('L41 divides places by the horizontal scale the line is drawn with', () => {
    const svg = paint({ ...line, scale: 0.5 })
    expect(svg).toContain('matrix(0.5 0 0 1 40 100.5)')
    expect(svg).toContain('x="0 10.5 21"')
  })

  it('L42 draws the hyphen that breaks a word', () => {
    expect(paint({ ...line, clusters: ['п', 'о', '\u00ad'] })).toContain('>по-</text>')
  })

  it('L43 escapes text, addresses and names', () => {
    const svg = paint(
      { ...line, clusters: ['<', '&', '"'], tag: { ...tag, article: '"><script>' } },
      {
        kind: 'image',
        x: 0,
        y: 0,
        width: 100,
        height: 50,
        media: 'm',
        crop: { x: 0, y: 0, width: 1, height: 1 },
        alternative: '<b>&</b>',
        tag: { ...tag, role: 'photo' },
      },
    )
    expect(svg).toContain('&lt;&amp;&quot;</text>')
    expect(svg).toContain('data-article="&quot;&gt;&lt;script&gt;"')
    expect(svg).toContain('href="media:m?a=1&amp;b=&quot;2&quot;"')
    expect(svg).toContain('<title>&lt;b&gt;&amp;&lt;/b&gt;</title>')
    expect(svg).not.toContain('<script>')
  })

  it('L43 makes no link of an address that could run code', () => {
    expect(paint({ ...line, href: 'javascript:alert(1)' })).not.toContain('javascript')
    expect(paint({ ...line, href: 'https://eseur.ru/?a=1&b=2' })).toContain('<a href="https://eseur.ru/?a=1&amp;b=2">')
  })

  it('L44 shows the chosen part of a picture', () => {
    const svg = paint({
      kind: 'image',
      x: 10,
      y: 20,
      width: 100,
      height: 50,
      media: 'm',
      crop: { x: 0.1, y: 0.25, width: 0.8, height: 0.5 },
      alternative: '',
      tag: { ...tag, role: 'photo' },
    })
    expect(svg).toContain('<svg x="10" y="20" width="100" height="50" overflow="hidden"')
    expect(svg).toContain('x="-12.5" y="-25" width="125" height="100"')
  })
})
