import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { cardSchema, licenceUses } from './card.ts'
import { focusSchema } from './focus.ts'
import { gapKinds } from './rights.ts'

/** What the list of pictures can be narrowed down to; rule U29. */
export const mediaFilters = ['all', 'noCard', 'noAuthor', 'ending', 'noConsent', 'unused'] as const
export type MediaFilter = (typeof mediaFilters)[number]

/** How the gravest thing weighs that a picture's rights lack; `passed` where somebody let it pass, `none` where nothing does. */
export const standings = ['none', 'advice', 'passed', 'editor', 'law'] as const
export type MediumStanding = (typeof standings)[number]

/** Where a picture is to be seen. */
export const pictureUses = ['anywhere', ...licenceUses] as const
export type PictureUse = (typeof pictureUses)[number]

const listedSchema = z.object({
  id: z.string(),
  name: z.string(),
  caption: z.string(),
  credit: z.string(),
  width: z.number(),
  height: z.number(),
  standing: z.enum(standings),
})
export type ListedMedium = z.infer<typeof listedSchema>

const placeSchema = z.object({
  /** The article's id. */
  article: z.string(),
  headline: z.string(),
  /** The issue the story stands in, and its page there; null where it stands in none. */
  issue: z.string().nullable(),
  page: z.number().nullable(),
  /** Has the issue come out? */
  printed: z.boolean(),
})
export type MediumPlace = z.infer<typeof placeSchema>

const gapSchema = z.object({ kind: z.enum(gapKinds), person: z.string(), ended: z.iso.date().nullable() })

const stateSchema = z.object({
  id: z.string(),
  name: z.string(),
  width: z.number(),
  height: z.number(),
  /** Bytes of the file. */
  bytes: z.number(),
  /** Null until somebody writes it. */
  card: cardSchema.nullable(),
  /** When it came in and the name of who brought it; null where that was not kept. */
  taken: z.object({ at: z.number(), name: z.string() }).nullable(),
  /** What its rights lack today, on paper or on the web. */
  gaps: z.array(gapSchema),
  standing: z.enum(standings),
  /** Who let it pass, and why. */
  pass: z.object({ name: z.string(), reason: z.string(), at: z.number() }).nullable(),
  /** May who asks let it pass? */
  mayPass: z.boolean(),
  places: z.array(placeSchema),
  /** Titles of the adverts it is the file of. */
  adverts: z.array(z.string()),
})
export type MediumState = z.infer<typeof stateSchema>

/**
 * Where and when a picture is to be seen: on the day of an issue, or today where that is past or none is named, and on
 * paper, on the web or on both. `anywhere` leaves out what a licence for one of the two leaves out (rule U26).
 */
const shownSchema = z.object({
  issue: z.string().nullable().default(null),
  use: z.enum(pictureUses).default('anywhere'),
})

const savedSchema = z.object({
  name: z.string(),
  /** Where it was written; null where its bytes are the answer. */
  file: z.string().nullable(),
  bytes: z.base64().nullable(),
})
export type SavedMedium = z.infer<typeof savedSchema>

/** Pictures that one request may ask for. */
const windowLimit = 10_000

export const mediaApi = {
  /**
   * Takes a picture in, or where a document will do a PDF; the id is the SHA-256 of its bytes, so the same file twice is
   * one: `already` is the name it was kept under before, null for a new one.
   */
  add: writing(
    'media.add',
    'everyone',
    z.object({ name: z.string(), bytes: z.base64(), kind: z.enum(['picture', 'document']).default('picture') }),
    z.object({ id: z.string(), width: z.number(), height: z.number(), already: z.string().nullable() }),
  ),
  /** What a text that shows a picture has to know of it; its rights as `shownSchema` says. */
  read: reading(
    'media.read',
    shownSchema.extend({ id: z.string() }),
    z.object({
      name: z.string(),
      width: z.number(),
      height: z.number(),
      focus: focusSchema.nullable(),
      /** What of the card stands beside the picture; empty where nobody wrote it. */
      caption: z.string(),
      credit: z.string(),
      /** Where its licence lets it be shown; null without a card. */
      licenceUse: z.enum(licenceUses).nullable(),
      gaps: z.array(gapSchema),
      standing: z.enum(standings),
    }),
  ),
  /** A window of the pictures that have all the words and fit the filter, those that came last first. */
  list: reading(
    'media.list',
    shownSchema.extend({
      words: z.string().max(200).default(''),
      filter: z.enum(mediaFilters).default('all'),
      from: z.number().int().nonnegative().default(0),
      count: z.number().int().min(1).max(windowLimit).default(windowLimit),
    }),
    z.object({ total: z.number(), media: z.array(listedSchema) }),
  ),
  /** Gives a stored file out as it came. `file` null answers with its bytes; a path writes it there. */
  save: reading('media.save', z.object({ id: z.string(), file: z.string().nullable() }), savedSchema),
  /** Everything that is known of one picture. */
  state: reading('media.state', z.object({ id: z.string() }), stateSchema),
  /** Writes a picture's card as a whole; what was let pass before lapses. */
  setCard: writing('media.setCard', 'staff', z.object({ id: z.string(), card: cardSchema }), z.object({})),
  /** Lets a picture pass although its card lacks what an editor may let pass; null takes that back. */
  setPass: writing(
    'media.setPass',
    'passError',
    z.object({ id: z.string(), reason: z.string().trim().min(3).max(1000).nullable() }),
    z.object({}),
  ),
  /** Says what of a picture must stay when it is cropped; null leaves it to the layout. */
  setFocus: writing('media.setFocus', 'staff', z.object({ id: z.string(), focus: focusSchema.nullable() }), z.object({})),
} as const
