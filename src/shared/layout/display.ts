import { z } from 'zod'
import { inks, pageColoursSchema, usualColours } from './ink.ts'

/** The faces a page is set in; a publication's files for them lie in `resources/fonts`. */
export const fontIds = [
  'serif',
  'serifItalic',
  'serifBold',
  'serifBoldItalic',
  'sans',
  'sansBold',
  'narrow',
  'narrowBold',
] as const
export type FontId = (typeof fontIds)[number]

/** What a thing on the page is, for tags, bookmarks, selection and metrics. */
export const pageRoles = [
  'nameplate',
  'runningHead',
  'folio',
  'imprint',
  'kicker',
  'headline',
  'deck',
  'byline',
  'lead',
  'body',
  'subhead',
  'quote',
  'sidebar',
  'table',
  'teaser',
  'join',
  'caption',
  'credit',
  'jumpLine',
  'storyLink',
  'endMark',
  'rule',
  'photo',
  'advert',
  'advertMark',
  'draft',
] as const
export type PageRole = (typeof pageRoles)[number]

const tagSchema = z.object({
  role: z.enum(pageRoles),
  /** The article it belongs to; null for furniture. */
  article: z.string().nullable(),
  /** Runs through the blocks of an article in reading order: things with one number are one paragraph. */
  block: z.number(),
  /** Of text in a table, each of whose rows is a block: the column of its cell, and whether that is of the head. */
  cell: z.object({ column: z.number(), head: z.boolean() }).optional(),
})

/**
 * One line of text. All lengths are points; the origin of a page is the top left corner of the trimmed sheet, y grows
 * downward. `xs[i]` is where glyph `glyphs[i]` starts, from `x`, with kerning, tracking and scale already in it; the
 * glyph draws as the characters `clusters[i]` (a hyphen that breaks a word draws U+00AD, so that words join again).
 */
export const textItemSchema = z.object({
  kind: z.literal('text'),
  x: z.number(),
  /** Baseline. */
  y: z.number(),
  font: z.enum(fontIds),
  size: z.number(),
  /** Horizontal glyph scale, 1 = as drawn. */
  scale: z.number(),
  ink: z.enum(inks),
  glyphs: z.array(z.number()),
  clusters: z.array(z.string()),
  xs: z.array(z.number()),
  /** Where the line ends, from `x`. */
  width: z.number(),
  href: z.string().nullable(),
  tag: tagSchema,
})

export const imageItemSchema = z.object({
  kind: z.literal('image'),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  media: z.string(),
  /** Part of the picture that is shown: fractions of its width and height. */
  crop: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  alternative: z.string(),
  tag: tagSchema,
})

/**
 * A page of a stored PDF, shown whole in its frame: the file for the printer takes it in as it is, a screen shows its
 * frame.
 */
export const documentItemSchema = z.object({
  kind: z.literal('document'),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  media: z.string(),
  alternative: z.string(),
  tag: tagSchema,
})

export const rectangleItemSchema = z.object({
  kind: z.literal('rectangle'),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  ink: z.enum(inks),
  tag: tagSchema,
})

export const displayItemSchema = z.discriminatedUnion('kind', [
  textItemSchema,
  imageItemSchema,
  documentItemSchema,
  rectangleItemSchema,
])

/** A page as a list of things at absolute places; a back-end draws them in order and decides nothing. */
export const pageDisplaySchema = z.object({
  page: z.number(),
  width: z.number(),
  height: z.number(),
  items: z.array(displayItemSchema),
  /** Where each article stands on the page; `overset` is in lines (negative: lines missing) and null where it goes on. */
  zones: z.array(
    z.object({
      article: z.string(),
      /** The same place on the grid: text columns, and rows of the baseline grid from the top of the type area. */
      column: z.number(),
      span: z.number(),
      row: z.number(),
      rows: z.number(),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      overset: z.number().nullable(),
    }),
  ),
  /** Rows of the grid that nameplate and imprint leave free: from `first` up to `last`. */
  free: z.object({ first: z.number(), last: z.number() }),
  /** What its inks of the publication's own are in print and on screens. */
  colours: pageColoursSchema.default(usualColours),
})

/** Is the item the large first letter of the word that `next` goes on with? */
export const isDropCap = (item: TextItem, next: TextItem): boolean =>
  item.clusters.length === 1 && item.size > 2 * next.size && item.tag.role === 'body' && item.tag.block === next.tag.block

export type Tag = z.infer<typeof tagSchema>
export type TextItem = z.infer<typeof textItemSchema>
export type ImageItem = z.infer<typeof imageItemSchema>
export type DocumentItem = z.infer<typeof documentItemSchema>
export type RectangleItem = z.infer<typeof rectangleItemSchema>
export type DisplayItem = z.infer<typeof displayItemSchema>
export type PageDisplay = z.infer<typeof pageDisplaySchema>
