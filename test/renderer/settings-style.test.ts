import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  draftOfStyle,
  type StyleAct,
  type StyleDraft,
  seenStyle,
  styleReducer,
} from '../../src/renderer/features/settings/style/style-draft.ts'
import { allFields, shownNumber, styleGroups, withUsual } from '../../src/renderer/features/settings/style/style-fields.ts'
import { pageFormats, pageStyleSchema, usualStyle } from '../../src/shared/settings/page-style.ts'
import { styleFaults } from '../../src/shared/settings/style-faults.ts'
import { styleRemarks } from '../../src/shared/settings/style-remarks.ts'
import { styleArbitrary } from '../layout/page/some-style.ts'

const acted = (draft: StyleDraft, ...acts: readonly StyleAct[]): StyleDraft => acts.reduce(styleReducer, draft)
const typed = (field: string, text: string): StyleAct => ({ type: 'type', field, text })

describe('the form of a style', () => {
  it('shows every measure so that typing it again changes nothing', () => {
    fc.assert(
      fc.property(styleArbitrary, (style) => {
        const draft = acted(draftOfStyle(style), ...allFields.map((field) => typed(field.id, shownNumber(field.read(style)))))
        expect([...seenStyle(draft).wrong]).toEqual([])
        const { colours: _screens, ...measures } = seenStyle(draft).style
        const { colours: _own, ...own } = style
        expect(measures).toEqual(own)
      }),
      { numRuns: 20 },
    )
  })

  it('takes every measure within its limits, with a point or a comma, and no other', () => {
    for (const field of allFields) {
      const [least, most] = field.limits
      for (const value of [least, most]) {
        const { style, wrong } = seenStyle(acted(draftOfStyle(usualStyle), typed(field.id, shownNumber(value))))
        expect([field.id, [...wrong], field.read(style)]).toEqual([field.id, [], value])
        expect(pageStyleSchema.safeParse(style).success).toBe(true)
      }
      for (const text of [String(least - 1), String(most + 1), '', 'десять'])
        expect([...seenStyle(acted(draftOfStyle(usualStyle), typed(field.id, text))).wrong]).toEqual([field.id])
    }
    expect(seenStyle(acted(draftOfStyle(usualStyle), typed('body', ' 9.5 '))).style.grid.body).toBe(9.5)
  })

  it('takes back what was typed, field by field, and does it again', () => {
    const draft = acted(draftOfStyle(usualStyle), typed('body', '9,5'), { type: 'leave' }, typed('gutter', '5'), {
      type: 'leave',
    })
    expect(draft.style.grid).toMatchObject({ body: 9.5, gutter: 5 })
    const back = acted(draft, { type: 'undo' })
    expect(back.style.grid).toMatchObject({ body: 9.5, gutter: 4 })
    expect(acted(back, { type: 'undo' }).style).toEqual(usualStyle)
    expect(acted(back, { type: 'redo' }).style).toEqual(draft.style)
    // What is typed and not left yet is taken back first.
    expect(acted(draft, typed('gutter', '7'), { type: 'undo' }).style).toEqual(draft.style)
  })

  it('keeps what can’t be taken where it was typed', () => {
    const draft = acted(draftOfStyle(usualStyle), typed('body', '90'), { type: 'leave' })
    expect(draft.typed.get('body')).toBe('90')
    expect(draft.style).toEqual(usualStyle)
    expect(draft.past).toEqual([])
    expect(acted(draft, { type: 'undo' }).typed.size).toBe(0)
  })

  it('any steps taken back end where they began', () => {
    const act = fc.oneof(
      fc.constantFrom<StyleAct>({ type: 'leave' }, { type: 'undo' }, { type: 'redo' }),
      fc.tuple(fc.constantFrom(...allFields), fc.integer({ min: 5, max: 20 })).map(([field, n]) => typed(field.id, String(n))),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const end = acted(draftOfStyle(usualStyle), ...acts)
        const steps = Array.from({ length: end.past.length + 1 }, (): StyleAct => ({ type: 'undo' }))
        expect(acted(end, ...steps).style).toEqual(usualStyle)
      }),
      { numRuns: 100 },
    )
  })

  it('gives back the usual look of one group, or of all', () => {
    fc.assert(
      fc.property(styleArbitrary, (style) => {
        const all = styleGroups.reduce(withUsual, style)
        expect(all).toEqual(usualStyle)
        expect(withUsual(style, 'fonts')).toEqual({ ...style, fonts: usualStyle.fonts })
      }),
      { numRuns: 10 },
    )
  })
})

describe('what is worth a second look in a style', () => {
  const kinds = (change: Parameters<typeof pageStyleSchema.parse>[0]) =>
    styleRemarks(pageStyleSchema.parse(change)).map(({ kind }) => kind)

  it('says nothing about the usual one', () => {
    expect(styleRemarks(usualStyle)).toEqual([])
  })

  it('sees small type, lines too short or too long, loose leading and a rest below the last row', () => {
    expect(styleRemarks(pageStyleSchema.parse({ sizes: { caption: 6.5 } }))).toEqual([
      { kind: 'smallType', of: 'caption', size: 6.5, least: 7 },
    ])
    expect(kinds({ grid: { columns: 6, body: 10, leading: 12 } })).toContain('lineLength')
    expect(kinds({ format: { ...pageFormats.a2 }, grid: { columns: 4, body: 7.5, leading: 9.4 } })).toContain('lineLength')
    expect(kinds({ grid: { body: 9, leading: 14 } })).toContain('leadingLoose')
    const [rest] = styleRemarks(pageStyleSchema.parse({ format: { bottom: 16.5 } }))
    expect(rest).toMatchObject({ kind: 'gridRest', rows: 98 })
    // As the remark says: with the rest added to the margin the page ends on a row.
    if (rest?.kind !== 'gridRest') return
    expect(kinds({ format: { bottom: 16.5 + rest.rest } })).toEqual([])
  })

  it('never speaks of what can’t be saved anyway', () => {
    fc.assert(
      fc.property(styleArbitrary, (style) => {
        expect(styleFaults(style)).toEqual([])
        for (const remark of styleRemarks(style)) if (remark.kind === 'gridRest') expect(remark.rest).toBeGreaterThan(0)
      }),
      { numRuns: 20 },
    )
  })
})
