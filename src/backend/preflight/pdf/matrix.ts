import type { Box } from './box.ts'

/** Six numbers of a transformation, as `cm` takes them (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `a`, then `b`. */
export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
]

export const pointOf = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

/** By how much a transformation makes lengths grow, on the whole. */
export const growth = (m: Matrix): number => Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]))

/** The upright box around a rectangle that was transformed. */
export const boxAround = (m: Matrix, x: number, y: number, width: number, height: number): Box => {
  const corners = [pointOf(m, x, y), pointOf(m, x + width, y), pointOf(m, x, y + height), pointOf(m, x + width, y + height)]
  const xs = corners.map(([cx]) => cx)
  const ys = corners.map(([, cy]) => cy)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
