import { z } from 'zod'

const spread = z.object({ mean: z.number(), most: z.number() })

/**
 * How well pages are set, in figures. Word spaces are parts of the natural one, shares are per cent, distances rows of the
 * baseline grid. Only lines of the body style are looked at, except where a figure is about columns.
 */
export const typesettingFiguresSchema = z.object({
  pages: z.number(),
  lines: z.number(),
  /** Mean word space of a justified line ÷ the natural one. */
  wordSpace: z.object({ median: z.number(), p95: z.number(), p99: z.number(), most: z.number() }),
  over150: z.number(),
  over200: z.number(),
  /** Justified lines without any word space. */
  oneWordLines: z.number(),
  /** Share of neighbouring lines whose word spaces differ by more than half the natural one. */
  unlikeNeighbours: z.number(),
  /** Share of lines that end in a hyphen, and most of them in a row. */
  hyphens: z.number(),
  longestLadder: z.number(),
  /** Rivers of four lines or more for each thousand lines, and lines of the longest one. */
  rivers: z.number(),
  longestRiver: z.number(),
  onGrid: z.number(),
  /** How far apart the columns of a page end, and those of a story. */
  pageBottoms: spread,
  storyBottoms: spread,
  widows: z.number(),
  orphans: z.number(),
  overfull: z.number(),
  underfull: z.number(),
  splitInitials: z.number(),
  splitNumbers: z.number(),
  splitUnits: z.number(),
  dashesAtStart: z.number(),
})
export type TypesettingFigures = z.infer<typeof typesettingFiguresSchema>
