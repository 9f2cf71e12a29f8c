import { describe, expect, it } from 'vitest'
import type { SetLine } from '../../../src/layout/text/line.ts'
import { breakParagraph } from '../../../src/layout/text/paragraph.ts'
import { newspaperProfile } from '../../../src/layout/text/profile.ts'
import { typograph } from '../../../src/layout/text/typograph.ts'
import { columnOf4, columnOf5, drawn, faces, serif } from './setting.ts'
import { stories } from './stories.ts'

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[Math.floor((values.length - 1) * share)] ?? 0
const percent = (count: number, all: number): number => (100 * count) / all

function figures(paragraphs: readonly (readonly SetLine[])[]) {
  const justified = paragraphs.flatMap((lines) => lines.slice(0, -1))
  const ratios = justified.filter((line) => drawn(line).trim().includes(' ')).map(({ spaceRatio }) => spaceRatio)
  const contrasts = paragraphs.flatMap((lines) =>
    lines.slice(1, -1).map((line, index) => Math.abs(line.spaceRatio - (lines[index]?.spaceRatio ?? 1))),
  )
  return {
    p95: percentile(ratios, 0.95),
    p99: percentile(ratios, 0.99),
    over150: percent(ratios.filter((ratio) => ratio > 1.5).length, ratios.length),
    over200: percent(ratios.filter((ratio) => ratio > 2).length, ratios.length),
    contrast: percent(contrasts.filter((difference) => difference > 0.5).length, contrasts.length),
    hyphens: percent(justified.filter((line) => /[-\u00ad]$/.test(drawn(line))).length, justified.length),
  }
}

describe('quality of set text', () => {
  it('L19 pays for evenness between neighbours with little else', () => {
    const set = (contrastDemerits: number) =>
      figures(
        stories(120).map((story) =>
          breakParagraph(serif(typograph(story)), {
            faces,
            size: 9,
            width: columnOf5,
            indent: 10,
            profile: { ...newspaperProfile, contrastDemerits },
          }),
        ),
      )
    const even = set(newspaperProfile.contrastDemerits)
    const uneven = set(0)
    expect(even.contrast).toBeLessThan(0.9 * uneven.contrast)
    expect(even.p95).toBeLessThan(1.05 * uneven.p95)
  })

  it.each([
    ['5 columns', columnOf5, { p95: 1.65, p99: 2.15, over150: 9, over200: 1, contrast: 18, hyphens: 40 }],
    ['4 columns', columnOf4, { p95: 1.5, p99: 1.85, over150: 9, over200: 1, contrast: 18, hyphens: 33 }],
  ])('L19 holds the figures of %s', (_, width, most) => {
    const paragraphs = stories(200).map((story) => breakParagraph(serif(typograph(story)), { faces, size: 9, width, indent: 10 }))
    const found = figures(paragraphs)
    for (const name of ['p95', 'p99', 'over150', 'over200', 'contrast', 'hyphens'] as const)
      expect(found[name], name).toBeLessThanOrEqual(most[name])
  })
})
