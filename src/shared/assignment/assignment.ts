import { z } from 'zod'

/** Whom a story speaks to. */
export const audiences = ['members', 'public'] as const
export type Audience = (typeof audiences)[number]

/** A moment that was set by hand, in milliseconds since 1970; null leaves it to the schedule of the issue. */
const due = z.number().nullable().default(null)

/**
 * What a newsroom asks of a story before there is one: who, how long, for whom, by when. Each field merges by itself
 * where two people change one assignment; the people are one value.
 */
export const assignmentSchema = z.object({
  /** Ids of staff members. */
  people: z.array(z.string()).default([]),
  /** Commissioned length in lines of the newspaper and in characters with spaces. */
  lines: z.number().int().min(1).max(5000).nullable().default(null),
  characters: z.number().int().min(1).max(500_000).nullable().default(null),
  /** What photos are asked for; empty for none. */
  photos: z.string().default(''),
  audience: z.enum(audiences).nullable().default(null),
  /** The region the story is about, as the address book names it: «Тульская область»; empty for none. */
  region: z.string().trim().max(200).default(''),
  /** Id of the project it belongs to, such as a contest the newspaper follows. */
  project: z.string().nullable().default(null),
  /** Id of the card of an author from outside who writes it. */
  author: z.string().nullable().default(null),
  /** Serial of the issue the story is meant for, before it stands on one of its pages. */
  issue: z.string().nullable().default(null),
  note: z.string().default(''),
  editDue: due,
  proofreadDue: due,
  layoutDue: due,
})
export type Assignment = z.infer<typeof assignmentSchema>

/** An assignment in which nothing is said yet. */
export const emptyAssignment: Assignment = assignmentSchema.parse({})
