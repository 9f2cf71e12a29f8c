import type { BreakPoint } from './break-points.ts'
import type { LineSegment, SetLine } from './line.ts'
import type { MeasuredText } from './measured-text.ts'

/** Where the glyphs of a line stand: the space ratio, the letters' scale and their tracking in points. */
export interface LineSpacing {
  readonly ratio: number
  readonly scale: number
  readonly tracking: number
}

interface OpenSegment {
  readonly run: number
  readonly glyphs: number[]
  readonly clusters: string[]
  readonly xs: number[]
  end: number
}

/** Places the glyphs of a line, from `start` to the break, its left end at `x` in the column. */
export function setLine(text: MeasuredText, start: number, point: BreakPoint, x: number, spacing: LineSpacing): SetLine {
  const open: OpenSegment[] = []
  let pen = 0
  let spaces = 0
  let segment: OpenSegment | undefined
  for (let index = start; index < point.at; index += 1) {
    const run = text.runs[index] ?? 0
    if (segment === undefined || segment.run !== run) {
      segment = { run, glyphs: [], clusters: [], xs: [], end: pen }
      open.push(segment)
    }
    segment.glyphs.push(text.glyphs[index] ?? 0)
    segment.clusters.push(text.clusters[index] ?? '')
    segment.xs.push(pen)
    const advance = text.advances[index] ?? 0
    if (text.elastic[index] === true) {
      spaces += 1
      pen += advance * spacing.ratio
    } else {
      const last = index === point.at - 1
      const kern = last ? (point.hyphen?.kern ?? 0) : (text.kerns[index] ?? 0)
      const joins = last ? point.hyphen !== null : text.elastic[index + 1] !== true
      pen += (advance + kern) * spacing.scale + (joins ? spacing.tracking : 0)
    }
    segment.end = pen
  }
  if (segment !== undefined && point.hyphen !== null) {
    segment.glyphs.push(point.hyphen.glyph.id)
    segment.clusters.push('\u00ad')
    segment.xs.push(pen)
    pen += point.hyphen.width * spacing.scale
    segment.end = pen
  }
  const brokeAtSpace = point.next > point.at
  if (segment !== undefined && brokeAtSpace) {
    segment.glyphs.push(text.fonts[segment.run]?.spaceGlyph ?? 0)
    segment.clusters.push(' ')
    segment.xs.push(pen)
  }
  return {
    x,
    segments: open.map((each) => closed(each, text)),
    width: pen,
    size: text.size,
    scale: spacing.scale,
    hyphenated: point.hyphen !== null,
    spaceRatio: spaces === 0 ? 1 : spacing.ratio,
  }
}

function closed({ run, glyphs, clusters, xs, end }: OpenSegment, text: MeasuredText): LineSegment {
  const source = text.fonts[run]
  if (source === undefined) throw new Error('A segment without its run')
  return { font: source.font, href: source.href, glyphs, clusters, xs, end }
}
