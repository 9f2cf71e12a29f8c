import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fontkit from 'fontkit'

/** Pictures are drawn on a sheet of 1800 × 1200 units, the origin in the top left corner. */
export const width = 1800
export const height = 1200

export type Point = readonly [number, number]

/** The same numbers between 0 and 1 at every run, so that a picture made twice is the same file (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const n = (value: number): string => value.toFixed(1)

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`

export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`

export const polygon = (points: readonly Point[], fill: string, more = ''): string =>
  `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${fill}" ${more}/>`

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`

export const line = (a: Point, b: Point, stroke: string, thickness: number, more = ''): string =>
  `<line x1="${n(a[0])}" y1="${n(a[1])}" x2="${n(b[0])}" y2="${n(b[1])}" stroke="${stroke}" stroke-width="${thickness}" stroke-linecap="round" ${more}/>`

export const group = (content: readonly string[], more = ''): string => `<g ${more}>${content.join('')}</g>`

/** A vertical gradient of colours at equal distances; referred to as `url(#id)`. */
export const gradient = (id: string, colours: readonly string[], slanted = false): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="${slanted ? 1 : 0}" y2="1">${colours
    .map((colour, i) => `<stop offset="${i / Math.max(1, colours.length - 1)}" stop-color="${colour}"/>`)
    .join('')}</linearGradient>`

export const glow = (id: string, colour: string, strength: number): string =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`

export const blur = (id: string, by: number): string =>
  `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${by}"/></filter>`

export const sheet = (defs: readonly string[], content: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${defs.join('')}</defs>${content.join('')}</svg>`

const fonts = new Map<string, fontkit.Font>()
const fontOf = (name: string): fontkit.Font => {
  const known = fonts.get(name)
  if (known) return known
  const opened = fontkit.create(readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'fonts', `${name}.ttf`)))
  if (!('layout' in opened)) throw new Error(`${name}: not a single font`)
  fonts.set(name, opened)
  return opened
}

/** Lettering as outlines of the newspaper's own faces, so that it looks the same on every machine. */
export const lettering = (
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  { font = 'sansBold', anchor = 0, more = '' }: { font?: string; anchor?: 0 | 0.5 | 1; more?: string } = {},
): string => {
  const face = fontOf(font)
  const scale = size / face.unitsPerEm
  const { glyphs, positions, advanceWidth } = face.layout(text)
  let at = -advanceWidth * anchor
  const outlines = glyphs.map((glyph, i) => {
    const outline = `<path transform="translate(${n(at)} 0)" d="${glyph.path.toSVG()}"/>`
    at += positions[i]?.xAdvance ?? 0
    return outline
  })
  return `<g ${more}><g transform="translate(${n(x)} ${n(y)}) scale(${scale} ${-scale})" fill="${fill}">${outlines.join('')}</g></g>`
}
