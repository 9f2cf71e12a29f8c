import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../src/renderer/theme/tokens.css'), 'utf8')

/** Colours of one rule of tokens.css by name. */
const coloursOf = (selector: string): Map<string, string> => {
  const body =
    css
      .slice(css.indexOf(`${selector} {`))
      .split('{')[1]
      ?.split('}')[0] ?? ''
  return new Map([...body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})\s*;/g)].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['paper', 'chrome', 'desk', 'sunk']
const tints = ['blue-t', 'green-t', 'amber-t', 'red-t', 'violet-t']
const meanings = ['blue', 'green', 'amber', 'red', 'violet']
const people = [1, 2, 3, 4, 5, 6].map((number) => `person-${number}`)
const inks = ['ink', 'ink-2', 'ink-3']

const light = coloursOf(':root')
const themes: readonly (readonly [string, ReadonlyMap<string, string>])[] = [
  ['light', light],
  ['dark', coloursOf("[data-theme='dark']")],
  ['sheet', new Map([...light, ...coloursOf('[data-sheet]')])],
]

/** Pairs of a theme whose contrast is below the limit, as «ink-3 on desk 4.31». */
const below = (theme: ReadonlyMap<string, string>, limit: number, pairs: readonly (readonly [string, string])[]): string[] =>
  pairs.flatMap(([front, back]) => {
    const [a, b] = [theme.get(front), theme.get(back)]
    if (a === undefined || b === undefined) return [`${front} on ${back}: no such token`]
    const ratio = contrast(a, b)
    return ratio < limit ? [`${front} on ${back} ${ratio.toFixed(2)}`] : []
  })

const every = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const))

describe.each(themes)('the %s theme', (_name, theme) => {
  it('keeps text at 4.5:1 on every surface and tint', () => {
    expect(below(theme, 4.5, every([...inks, ...meanings], surfaces))).toEqual([])
    expect(below(theme, 4.5, every(inks, tints))).toEqual([])
    // A link stands in an amber banner, an overset in a selected row: any meaning may meet any tint.
    expect(below(theme, 4.5, every(meanings, tints))).toEqual([])
  })

  it('keeps what people suggest at 4.5:1 on every surface', () => {
    expect(below(theme, 4.5, every(people, surfaces))).toEqual([])
  })

  it('keeps text on filled marks and buttons at 4.5:1', () => {
    expect(below(theme, 4.5, every(['on-ink'], ['ink', 'ink-2', ...meanings]))).toEqual([])
  })

  it('keeps outlines of controls and the focus ring at 3:1', () => {
    expect(below(theme, 3, every(['edge', 'blue', 'red'], [...surfaces, ...tints]))).toEqual([])
  })
})

describe('the reader of tokens', () => {
  it('finds the colours of each theme and knows black on white', () => {
    for (const [, theme] of themes) expect(theme.size).toBeGreaterThan(20)
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  })
})
