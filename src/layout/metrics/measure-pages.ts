import type { PageDisplay } from '../../shared/layout/display.ts'
import type { TypesettingFigures } from '../../shared/layout/figures.ts'
import { type PublicationSpec, rowBaseline } from '../page/publication-spec.ts'
import type { Faces } from '../text/faces.ts'
import { type Rivers, riversThrough } from '../text/rivers.ts'
import { pageBottoms, storyBottoms } from './columns.ts'
import { type PageLine, pageLines } from './page-lines.ts'
import { mean, most, percentile, share } from './statistics.ts'

const endsInHyphen = (line: PageLine): boolean => /\p{L}[-\u2010\u00ad]$/u.test(line.text)

/** Hyphens at the ends of lines in a row, at most; they run on from column to column, not from paragraph to paragraph. */
const longestLadder = (lines: readonly PageLine[]): number => {
  let longest = 0
  let run = 0
  for (const line of lines) {
    run = !line.last && endsInHyphen(line) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

const units =
  /^(?:%|руб|г\.|год|лет|км|кв|млн|млрд|тыс|час|чел|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)/

/** Beyond the column by more than a sign at its end may hang out. */
const overfull = (line: PageLine, spec: PublicationSpec): boolean =>
  line.to > line.columnEnd + 1 + (/[-\u2010\u00ad.,;:»—]$/.test(line.text) ? 0.6 * spec.body.size : 0)

/** Rivers in columns of lines, which run on from paragraph to paragraph. */
const riversOf = (lines: readonly PageLine[], { grid, body }: PublicationSpec): Rivers =>
  riversThrough(
    lines.map(({ gaps, opensColumn, y }, index) => ({
      gaps,
      goesOn: !opensColumn && y - (lines[index - 1]?.y ?? 0) < 1.3 * grid,
    })),
    body.size,
  )

/** How well pages are set; equal pages give equal figures. */
export const measurePages = (pages: readonly PageDisplay[], spec: PublicationSpec, faces: Faces): TypesettingFigures => {
  const lines = pageLines(pages, spec)
  const natural = faces.face(spec.body.font).space * spec.body.size
  const ratioOf = (line: PageLine): number => mean(line.gaps.map(({ from, to }) => to - from)) / natural
  const broken = lines.filter((line) => !line.last)
  const justified = broken.filter(({ gaps }) => gaps.length > 0)
  const ratios = justified.map(ratioOf)
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next === undefined ? [] : [{ line, next }]
  })
  const neighbours = pairs.filter(
    ({ line, next }) => !line.last && !next.last && !next.opensColumn && line.gaps.length > 0 && next.gaps.length > 0,
  )
  const splits = (ends: RegExp, begins: RegExp): number =>
    pairs.filter(({ line, next }) => !line.last && ends.test(line.text) && begins.test(next.text)).length
  const rivers = riversOf(lines, spec)
  const rowOf = (line: PageLine): number => (line.y - rowBaseline(spec, 0)) / spec.grid
  return {
    pages: pages.length,
    lines: lines.length,
    wordSpace: {
      median: percentile(ratios, 0.5),
      p95: percentile(ratios, 0.95),
      p99: percentile(ratios, 0.99),
      most: most(ratios),
    },
    over150: share(ratios, (ratio) => ratio > 1.5),
    over200: share(ratios, (ratio) => ratio > 2),
    oneWordLines: broken.length - justified.length,
    unlikeNeighbours: share(neighbours, ({ line, next }) => Math.abs(ratioOf(line) - ratioOf(next)) > 0.5),
    hyphens: share(broken, endsInHyphen),
    longestLadder: longestLadder(lines),
    rivers: lines.length === 0 ? 0 : (1000 * rivers.seenAt.length) / lines.length,
    longestRiver: rivers.longest,
    onGrid: lines.length === 0 ? 100 : share(lines, (line) => Math.abs(rowOf(line) - Math.round(rowOf(line))) < 0.01),
    pageBottoms: pageBottoms(pages, lines, spec),
    storyBottoms: storyBottoms(pages, spec),
    widows: lines.filter((line) => line.opensColumn && line.last && !line.first).length,
    orphans: pairs.filter(({ line, next }) => line.first && !line.last && next.opensColumn).length,
    overfull: lines.filter((line) => overfull(line, spec)).length,
    underfull: broken.filter((line) => line.to < line.columnEnd - 0.8).length,
    splitInitials: splits(/(?:^|[ «(\u00a0])\p{Lu}\.$/u, /^\p{Lu}/u),
    splitNumbers: splits(/(?:№|§|ст\.|г\.)$/, /^\d/),
    splitUnits: splits(/\d$/, units),
    dashesAtStart: pairs.filter(({ next }) => !next.first && /^[—–]/.test(next.text)).length,
  }
}
