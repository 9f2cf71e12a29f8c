import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestAddress, qrCode } from '../../../src/layout/page/qr-code.ts'

it('a code stays within its square, with a white border of four modules, and has its three eyes', () => {
  fc.assert(
    fc.property(
      fc.webUrl().filter((url) => url.length <= longestAddress),
      (address) => {
        const items = qrCode(address, 100, 200, 60, null)
        const module = Math.min(...items.map(({ height }) => height))
        const border = 4 * module
        for (const { x, y, width, height } of items) {
          expect(x).toBeGreaterThanOrEqual(100 + border - 1e-6)
          expect(y).toBeGreaterThanOrEqual(200 + border - 1e-6)
          expect(x + width).toBeLessThanOrEqual(160 - border + 1e-6)
          expect(y + height).toBeLessThanOrEqual(260 - border + 1e-6)
        }
        // The upper edge of an eye is seven modules wide.
        const top = items.filter(({ y }) => Math.abs(y - 200 - border) < 1e-6)
        const edges = top.filter(({ width }) => Math.abs(width - 7 * module) < 1e-6).map(({ x }) => x)
        expect(edges[0]).toBeCloseTo(100 + border, 6)
        expect(edges.at(-1)).toBeCloseTo(160 - border - 7 * module, 6)
        // Newsprint blurs: a module stays at least a point wide at the size the pages use.
        expect(module).toBeGreaterThanOrEqual(1)
      },
    ),
    { numRuns: 30 },
  )
})
