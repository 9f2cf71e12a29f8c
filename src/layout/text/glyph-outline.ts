import type { FontFile } from './font-file.ts'

/** A step of a glyph's outline, in units of the font. */
export interface OutlineCommand {
  readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'closePath'
  readonly args: readonly number[]
}

interface Point {
  readonly x: number
  readonly y: number
  readonly onCurve: boolean
}

/** Bits of a point's flags (OpenType, `glyf`, simple glyphs). */
const [onCurve, shortX, shortY, repeated, sameX, sameY] = [0x1, 0x2, 0x4, 0x8, 0x10, 0x20]

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, onCurve: true })

/** Bits of a component's flags (OpenType, `glyf`, composite glyphs). */
const [wideArguments, placed, more] = [0x1, 0x2, 0x20]
const scaled = 0x8 | 0x40 | 0x80

/** The points of a simple glyph, contour by contour. */
const simpleContours = (view: DataView, count: number): readonly (readonly Point[])[] => {
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(10 + 2 * i))
  const total = (ends.at(-1) ?? -1) + 1
  let at = 10 + 2 * count
  at += 2 + view.getUint16(at)
  const flags: number[] = []
  while (flags.length < total) {
    const flag = view.getUint8(at)
    at += 1
    const times = flag & repeated ? 1 + view.getUint8(at) : 1
    if (flag & repeated) at += 1
    for (let i = 0; i < times; i += 1) flags.push(flag)
  }
  const along = (short: number, same: number): readonly number[] => {
    let place = 0
    return flags.map((flag) => {
      if (flag & short) {
        place += flag & same ? view.getUint8(at) : -view.getUint8(at)
        at += 1
      } else if (!(flag & same)) {
        place += view.getInt16(at)
        at += 2
      }
      return place
    })
  }
  const xs = along(shortX, sameX)
  const ys = along(shortY, sameY)
  const points = flags.map((flag, i): Point => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, onCurve: (flag & onCurve) !== 0 }))
  return ends.map((end, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end + 1))
}

/** A contour as steps: between two points off the curve lies one on it. */
const stepsOf = (contour: readonly Point[]): readonly OutlineCommand[] => {
  const [first, last] = [contour[0], contour.at(-1)]
  if (first === undefined || last === undefined) return []
  const start = first.onCurve ? first : last.onCurve ? last : middle(first, last)
  const steps: OutlineCommand[] = [{ command: 'moveTo', args: [start.x, start.y] }]
  let handle: Point | null = null
  const reach = (to: Point): void => {
    steps.push(
      handle === null
        ? { command: 'lineTo', args: [to.x, to.y] }
        : { command: 'quadraticCurveTo', args: [handle.x, handle.y, to.x, to.y] },
    )
  }
  for (const point of first.onCurve ? contour.slice(1) : contour) {
    if (point.onCurve) {
      reach(point)
      handle = null
    } else {
      if (handle !== null) reach(middle(handle, point))
      handle = point
    }
  }
  if (handle !== null) reach(start)
  return [...steps, { command: 'closePath', args: [] }]
}

type Contours = readonly (readonly Point[])[]

/** The points of a glyph that is put together of others, each moved to its place. */
const compositeContours = (view: DataView, contoursOf: (glyph: number) => Contours): Contours => {
  const found: (readonly Point[])[] = []
  for (let at = 10; ; ) {
    const flags = view.getUint16(at)
    if (flags & scaled || !(flags & placed)) throw new Error('a part of a glyph is turned or scaled')
    const [x, y] =
      flags & wideArguments ? [view.getInt16(at + 4), view.getInt16(at + 6)] : [view.getInt8(at + 4), view.getInt8(at + 5)]
    for (const contour of contoursOf(view.getUint16(at + 2)))
      found.push(contour.map((point) => ({ ...point, x: point.x + x, y: point.y + y })))
    if (!(flags & more)) return found
    at += flags & wideArguments ? 8 : 6
  }
}

/** Where the outlines of a TrueType font lie: what `glyf` has of each glyph. */
export const outlineBytes = (file: Uint8Array, font: FontFile): ((glyph: number) => Uint8Array) => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const at = (name: string): number => {
    const found = font.table(name)
    if (found === null) throw new Error(`The font file lacks ${name}`)
    return found.at
  }
  const [glyf, loca, head] = [at('glyf'), at('loca'), at('head')]
  const isWide = view.getInt16(head + 50) === 1
  const place = (glyph: number): number => (isWide ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2)
  return (glyph) => file.subarray(glyf + place(glyph), glyf + place(glyph + 1))
}

/**
 * The outline of a glyph; `bytesOf` gives what `glyf` has of one. Throws where a part of a glyph is turned or scaled, which
 * no face of the product has.
 */
export const glyphOutline = (glyph: number, bytesOf: (glyph: number) => Uint8Array): readonly OutlineCommand[] => {
  const contoursOf = (part: number): Contours => {
    const bytes = bytesOf(part)
    if (bytes.length === 0) return []
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const count = view.getInt16(0)
    return count < 0 ? compositeContours(view, contoursOf) : simpleContours(view, count)
  }
  return contoursOf(glyph).flatMap(stepsOf)
}
