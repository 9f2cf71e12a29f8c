import { z } from 'zod'
import { pageColoursSchema, usualColours } from '../layout/ink.ts'
import { fontFamilyIds } from './font-family.ts'

/** How body text is set: `strict` for even lines, `tight` for more text in the same room. */
export const typographies = ['strict', 'tight'] as const
export type Typography = (typeof typographies)[number]

/** Least and most of the measures of a style: trim and margins in millimetres, type in points, headlines in per cent. */
export const styleLimits = {
  width: [140, 450],
  height: [200, 600],
  margin: [5, 40],
  gutter: [2, 12],
  body: [7, 12],
  leading: [7.5, 18],
  indent: [0, 24],
  lead: [7, 18],
  subhead: [7, 18],
  quote: [8, 24],
  sidebar: [6.5, 16],
  table: [6, 14],
  kicker: [7, 18],
  deck: [8, 20],
  leadDeck: [8, 28],
  byline: [6.5, 14],
  caption: [6, 14],
  headlinePercent: [50, 160],
  largestSecond: [18, 72],
  smallestHeadline: [9, 28],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

const within = (name: keyof typeof styleLimits) => z.number().min(styleLimits[name][0]).max(styleLimits[name][1])

const family = z.enum(fontFamilyIds)
const perSpan = z.array(within('headlinePercent').int()).length(6)

/** The trimmed page and the margins of its type area, in millimetres; `inner` is the side of the fold. */
const formatSchema = z.object({
  width: within('width').default(297),
  height: within('height').default(420),
  top: within('margin').default(14),
  bottom: within('margin').default(14),
  inner: within('margin').default(14),
  outer: within('margin').default(14),
})

/** Text columns (of a new issue: each issue keeps its own number), the space between them, and the baseline grid. */
const gridSchema = z.object({
  columns: z.union([z.literal(4), z.literal(5), z.literal(6)]).default(5),
  /** Millimetres. */
  gutter: within('gutter').default(4),
  /** From one baseline to the next; with the size of the body text, in points. */
  leading: within('leading').default(11),
  body: within('body').default(9),
  /** First line of a paragraph. */
  indent: within('indent').default(9),
})

/** What is set in which family. */
const fontsSchema = z.object({
  body: family.default('ptSerif'),
  headline: family.default('ptSansNarrow'),
  /** Decks, bylines, captions, sidebars. */
  service: family.default('ptSans'),
  /** Kickers, tables, running heads, imprint. */
  label: family.default('ptSansNarrow'),
  nameplate: family.default('ptSerif'),
})
export type FontRole = keyof z.infer<typeof fontsSchema>

/** Sizes in points. Their leading follows from them, or is that of the grid where they stand in the columns. */
const sizesSchema = z.object({
  lead: within('lead').default(9.4),
  subhead: within('subhead').default(10.5),
  quote: within('quote').default(12.5),
  sidebar: within('sidebar').default(8.3),
  table: within('table').default(8.8),
  kicker: within('kicker').default(10.5),
  deck: within('deck').default(11.5),
  /** Of the story that opens the page. */
  leadDeck: within('leadDeck').default(14),
  byline: within('byline').default(8.5),
  caption: within('caption').default(7.8),
})

/**
 * Headlines: the page engine gives each width a size of its own, larger for the story that opens the page; `lead` and
 * `second` (the other stories) say what part of it they take over one column, two and so on, in per cent.
 */
const headlinesSchema = z.object({
  lead: perSpan.default([100, 100, 100, 100, 100, 100]),
  second: perSpan.default([74, 74, 74, 74, 74, 74]),
  /** Points: other stories stay below the one, nothing goes below the other. */
  largestSecond: within('largestSecond').default(35),
  smallest: within('smallestHeadline').default(13),
})

/** How the pages of a publication look: a value that every page depends on, with the look they have unless told otherwise. */
export const pageStyleSchema = z.object({
  format: formatSchema.prefault({}),
  grid: gridSchema.prefault({}),
  fonts: fontsSchema.prefault({}),
  sizes: sizesSchema.prefault({}),
  headlines: headlinesSchema.prefault({}),
  colours: pageColoursSchema.default(usualColours),
  typography: z.enum(typographies).default('strict'),
})
export type PageStyle = z.infer<typeof pageStyleSchema>

export const usualStyle: PageStyle = pageStyleSchema.parse({})

/** Trimmed formats newspapers are printed in, in millimetres. */
export const pageFormats = {
  a3: { width: 297, height: 420 },
  berliner: { width: 315, height: 470 },
  tabloid: { width: 280, height: 400 },
  a2: { width: 420, height: 594 },
  a4: { width: 210, height: 297 },
} as const satisfies Readonly<Record<string, { readonly width: number; readonly height: number }>>
export type PageFormatId = keyof typeof pageFormats
