import fc from 'fast-check'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import type { StoryInput } from '../../../src/layout/input.ts'
import { issueInputOf, withCode } from '../../../src/layout/issue-input.ts'
import { lastOf, layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { createLayoutEngine } from '../../../src/layout/layout-engine.ts'
import { columnLeft, publicationSpec, rowBaseline } from '../../../src/layout/page/publication-spec.ts'
import { longestAddress } from '../../../src/layout/page/qr-code.ts'
import { setStoryCode } from '../../../src/layout/page/story-code.ts'
import { rightProtrusion } from '../../../src/layout/text/protrusion.ts'
import type { PageDisplay, RectangleItem, TextItem } from '../../../src/shared/layout/display.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { issue, loadFaces, paragraph, placementsOf, printedBody, sentences, story, writtenBody } from './issue-fixtures.ts'
import { styleArbitrary } from './some-style.ts'

const faces = loadFaces()
const spec = publicationSpec(usualStyle, 5)
const address = 'https://eseur.ru/uchitelya-rayona-podpisali-dogovor'
const body = Array.from({ length: 6 }, (_, at) => paragraph(sentences(60, at)))

const onPageTwo = (stories: readonly StoryInput[]) => issue(stories, placementsOf(stories.map(({ id }) => [id, 2])))
const lineItems = (page: PageDisplay | undefined): readonly TextItem[] =>
  (page?.items ?? []).filter((item): item is TextItem => item.kind === 'text' && item.tag.role === 'storyLink')
/** The dark runs of modules: as narrow as nothing else on a page, and black. */
const darkRuns = (page: PageDisplay | undefined): readonly RectangleItem[] =>
  (page?.items ?? []).filter(
    (item): item is RectangleItem => item.kind === 'rectangle' && item.ink === 'black' && item.tag.article !== null,
  )
const boundsOf = (runs: readonly RectangleItem[]) => ({
  left: Math.min(...runs.map(({ x }) => x)),
  top: Math.min(...runs.map(({ y }) => y)),
  right: Math.max(...runs.map(({ x, width }) => x + width)),
  bottom: Math.max(...runs.map(({ y, height }) => y + height)),
})

describe('the code at the end of a story', () => {
  it('L112 is the code of its address, module by module', () => {
    const { pages } = layOutIssue(onPageTwo([withCode(story('a', body), address)]), faces)
    const runs = darkRuns(pages[1])
    const { left, top, right } = boundsOf(runs)
    const { data } = encode(address, { ecc: 'M', border: 0 })
    const module = (right - left) / data.length
    const isDark = (row: number, column: number): boolean =>
      runs.some(({ x, y, width, height }) => {
        const [atX, atY] = [left + (column + 0.5) * module, top + (row + 0.5) * module]
        return atX > x && atX < x + width && atY > y && atY < y + height
      })
    expect(data.map((cells, row) => cells.map((_, column) => isDark(row, column)))).toEqual(data)
    expect(lineItems(pages[1]).map(({ clusters }) => clusters.join(''))[0]).toMatch(/^Читать/)
    expect(new Set(lineItems(pages[1]).map(({ href }) => href))).toEqual(new Set([address]))
  })

  it('L112 ends the flow on the grid, with all of the text before it, and only where it is asked for', () => {
    const plain = layOutIssue(onPageTwo([story('a', body)]), faces)
    expect(lineItems(plain.pages[1])).toEqual([])
    const { pages, fits } = layOutIssue(onPageTwo([withCode(story('a', body), address)]), faces)
    expect(printedBody(pages, 'a')).toBe(writtenBody(story('a', body)))
    expect(fits[0]?.overset).toBeLessThanOrEqual(0)
    const { left, top, right, bottom } = boundsOf(darkRuns(pages[1]))
    const rows = Array.from({ length: spec.rows }, (_, row) => rowBaseline(spec, row))
    expect(rows.some((row) => Math.abs(row - bottom) < 0.01)).toBe(true)
    expect(rows.some((row) => Math.abs(row - spec.capHeight - top) < 0.01)).toBe(true)
    for (const line of lineItems(pages[1])) {
      expect(rows.some((row) => Math.abs(row - line.y) < 0.01)).toBe(true)
      expect(line.x).toBeGreaterThan(right)
    }
    const columns = Array.from({ length: 5 }, (_, column) => columnLeft(spec, 2, column))
    expect(columns.some((column) => left >= column - 0.01 && right <= column + spec.columnWidth + 0.01)).toBe(true)
    // A white row above it.
    const above = pages[1]?.items.filter(
      (item): item is TextItem =>
        item.kind === 'text' && item.tag.role === 'body' && item.x < right && item.x + item.width > left,
    )
    for (const line of above ?? []) expect(line.y <= top - spec.grid || line.y > bottom).toBe(true)
  })

  it('L114 the end mark stays with the text', () => {
    const { pages } = layOutIssue(onPageTwo([withCode(story('a', body), address)]), faces)
    const mark = pages[1]?.items.find(({ tag }) => tag.role === 'endMark')
    const last = pages[1]?.items.filter((item): item is TextItem => item.kind === 'text' && item.tag.role === 'body').at(-1)
    expect((mark?.y ?? 0) + 5).toBeCloseTo(last?.y ?? 0, 6)
    expect(mark?.x).toBeGreaterThan((last?.x ?? 0) + (last?.width ?? 0))
  })

  it('L114 a full last line gives the end mark room, clear of the rule in the middle of the gutter', () => {
    const texts = Array.from({ length: 60 }, (_, count) => `Педагоги района подписали новый договор ${'и'.repeat(count)}`)
    const ends = texts.map((text) => {
      const { pages } = layOutIssue(onPageTwo([story('a', [...body, paragraph(text)])]), faces)
      const mark = pages[1]?.items.find((item) => item.kind === 'rectangle' && item.tag.role === 'endMark')
      const last = pages[1]?.items.filter((item): item is TextItem => item.kind === 'text' && item.tag.role === 'body').at(-1)
      if (last === undefined || mark?.kind !== 'rectangle') throw new Error('no last line, or one without the mark')
      const column = Array.from({ length: 5 }, (_, at) => columnLeft(spec, 2, at)).findLast((left) => left <= last.x + 0.01) ?? 0
      expect(mark.x + mark.width).toBeLessThan(column + spec.columnWidth + spec.gutter / 2)
      expect(mark.x).toBeGreaterThan(last.x + last.width)
      expect(last.scale).toBeGreaterThanOrEqual(0.97 - 1e-9)
      return last.scale < 1
    })
    expect(ends).toContain(true)
    expect(ends).toContain(false)
  })

  it('L113 is at least 15 mm wide, its modules 1.25 pt, within its column in every style', () => {
    fc.assert(
      fc.property(styleArbitrary, fc.integer({ min: 12, max: longestAddress }), (style, length) => {
        const own = publicationSpec(style, style.grid.columns)
        const code = setStoryCode(`https://e.ru/${'a'.repeat(Math.max(0, length - 13))}`, own, faces)
        if (code === null) throw new Error('no code')
        const modules = encode(code.address, { ecc: 'M', border: 0 }).data.length
        const border = (4 * code.side) / modules
        expect(code.side).toBeGreaterThanOrEqual((15 / 25.4) * 72 - 1e-6)
        expect(code.side / modules).toBeGreaterThanOrEqual(1.25 - 1e-6)
        expect(code.left + own.gutter / 2).toBeGreaterThanOrEqual(border - 1e-6)
        expect(code.left + code.side).toBeLessThanOrEqual(own.columnWidth)
        expect(code.inset).toBeGreaterThanOrEqual(code.left + code.side + border)
        expect(code.lines.length).toBeLessThanOrEqual(code.rows)
        // A full stop or a hyphen of the address may hang into the gutter as far as in any text; a word may not.
        const face = faces.face(own.families.label.regular)
        const hung = Math.max(...['.', '-'].map((sign) => rightProtrusion(sign) * face.measure(sign) * code.style.size))
        for (const line of code.lines) expect(code.inset + line.x + line.width).toBeLessThanOrEqual(own.columnWidth + hung + 1e-6)
        expect(code.lines.length).toBeGreaterThan(0)
      }),
      { numRuns: 25 },
    )
    expect(setStoryCode(`https://e.ru/${'a'.repeat(longestAddress)}`, spec, faces)).toBeNull()
  })

  it('L113 a code that can’t be printed is told', () => {
    const asked = new Map([...placementsOf([['a', 2]])].map(([id, placement]) => [id, { ...placement, code: true }] as const))
    const codes = (one: StoryInput) =>
      layOutIssue(issue([one], asked), faces)
        .diagnostics.filter(({ code }) => code === 'codeWithoutAddress')
        .map(({ message }) => message)
    expect(codes(story('a', body))).toEqual(['Нет адреса на сайте для QR-кода: «Учителя района подписали договор a»'])
    expect(codes(withCode(story('a', body), `https://e.ru/${'a'.repeat(200)}`))).toEqual([
      'Адрес слишком длинный для QR-кода: «Учителя района подписали договор a»',
    ])
    expect(codes(withCode(story('a', body), address))).toEqual([])
  })

  it('L112 stands at the end of a story that goes on on another page', () => {
    const long = withCode(story('a', [...body, ...body, ...body]), address)
    const { pages } = layOutIssue(
      issue(
        [long, story('b', [...body, ...body])],
        placementsOf([
          ['a', 1, 2],
          ['b', 1],
        ]),
      ),
      faces,
    )
    expect([lineItems(pages[0]).length, lineItems(pages[1]).length > 0]).toEqual([0, true])
    expect(printedBody(pages, 'a')).toBe(writtenBody(long))
  })

  it('L50 switched on and off it gives the pages of an engine that knew nothing', () => {
    const engine = createLayoutEngine(faces)
    const one = story('a', body)
    for (const input of [onPageTwo([one]), onPageTwo([withCode(one, address)]), onPageTwo([one])])
      expect(engine.layOut(input)).toEqual(layOutIssue(input, faces))
  })

  it('L120 copyfit counts it where it stands', () => {
    const one = withCode(story('a', body), address)
    const input = onPageTwo([one, story('b', body)])
    const next = story('a', [...body, ...body])
    const expected = layOutIssue(onPageTwo([withCode(next, address), story('b', body)]), faces).fits[0]
    expect(lastOf(createLayoutEngine(faces).copyfit(next, input))).toEqual({ lines: expected?.lines, fit: expected })
  })

  it('L112 is asked for by the placement and led by the outline', () => {
    const { stories: _stories, placements, dummies: _dummies, adverts: _adverts, ...rest } = onPageTwo([story('a', body)])
    const outline = (code: boolean, known: boolean) => ({
      ...rest,
      dummies: {},
      adverts: {},
      furniture: { ...rest.furniture, imprint: [...rest.furniture.imprint] },
      placements: Object.fromEntries([...placements].map(([id, placement]) => [id, { ...placement, code }])),
      stories: [{ id: 'a', hash: '', ...(known ? { address } : {}) }],
    })
    const codeOf = (code: boolean, known: boolean) =>
      issueInputOf(outline(code, known), () => story('a', body)).stories.map((one) => one.code)
    expect(codeOf(true, true)).toEqual([address])
    expect(codeOf(false, true)).toEqual([undefined])
    expect(codeOf(true, false)).toEqual([undefined])
  })
})
