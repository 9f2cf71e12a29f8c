import { z } from 'zod'
import { articleFitSchema, layoutDiagnosticSchema } from '../../shared/layout/api.ts'
import { fontIds, pageDisplaySchema } from '../../shared/layout/display.ts'
import { issueOutlineSchema, storyForLayoutSchema } from '../../shared/layout/input.ts'

/** How the pages look on which a story without a place would stand. */
const pageKindSchema = issueOutlineSchema.pick({ columns: true, style: true })
export type PageKind = z.infer<typeof pageKindSchema>

/** What a window tells its layout worker. */
export const requestSchema = z.discriminatedUnion('type', [
  /** Comes first: the addresses of the font files. */
  z.object({ type: z.literal('start'), fonts: z.record(z.enum(fontIds), z.string()) }),
  /** Lay out the issue; an unfinished earlier run is left off. */
  z.object({
    type: z.literal('layOut'),
    run: z.number(),
    outline: issueOutlineSchema,
    /** Those of the outline that the worker has not got; it keeps the stories of the last outline. */
    stories: z.array(storyForLayoutSchema),
    /** The pages wanted as they are drawn. */
    pages: z.array(z.number()),
  }),
  /** Say how a story, in the state of its text that is given, fits its place in the issue laid out last. */
  z.object({
    type: z.literal('copyfit'),
    run: z.number(),
    story: storyForLayoutSchema,
    /** Its lines are counted in columns of such pages, for a story that has no place; null takes its place. */
    alone: pageKindSchema.nullable(),
  }),
])
export type LayoutRequest = z.infer<typeof requestSchema>

/** What the worker answers. */
export const replySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), run: z.number(), done: z.number(), total: z.number() }),
  z.object({
    type: z.literal('laidOut'),
    run: z.number(),
    fits: z.array(articleFitSchema),
    diagnostics: z.array(layoutDiagnosticSchema),
    /** Of the wanted pages those that are not as they were sent before. */
    pages: z.array(pageDisplaySchema),
  }),
  /** How the story of that run fits: lines of its body, and its place; null where it has none. */
  z.object({ type: z.literal('copyfit'), run: z.number(), lines: z.number(), fit: articleFitSchema.nullable() }),
  z.object({ type: z.literal('failed'), reason: z.string() }),
])
export type LayoutReply = z.infer<typeof replySchema>

/** One name for a story in one state of its text. */
export const storyName = ({ id, hash }: { readonly id: string; readonly hash: string }): string => `${id} ${hash}`
