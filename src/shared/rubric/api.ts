import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { eventSchema, projectSchema, rubricSchema } from './rubric.ts'

const daySchema = z.iso.date()

const standingSchema = z.object({
  last: z.object({ serial: z.string(), day: daySchema }).nullable(),
  missed: z.number(),
  planned: z.string().nullable(),
  state: z.enum(['planned', 'resting', 'due', 'late']),
})

const listedRubricSchema = rubricSchema.extend({ standing: standingSchema, stories: z.number() })
export type ListedRubric = z.infer<typeof listedRubricSchema>

const listedProjectSchema = projectSchema.extend({ stories: z.number() })
export type ListedProject = z.infer<typeof listedProjectSchema>

/** An event on one of the days it falls on. */
export const listedEventSchema = eventSchema.omit({ articles: true }).extend({
  /** The day meant here: in the catalogue the one it comes next, in the calendar each of those shown. */
  on: daySchema,
  /** The story that was made for that day; null while there is none. */
  made: z.object({ article: z.string(), headline: z.string() }).nullable(),
  /** Serial of the issue a story about it would go into. */
  issue: z.string().nullable(),
})
export type ListedEvent = z.infer<typeof listedEventSchema>

/** A project at one of the times it is on, both days included. */
export const datedProjectSchema = projectSchema.extend({ begins: daySchema, ends: daySchema })
export type DatedProject = z.infer<typeof datedProjectSchema>

const cataloguedSchema = z.object({
  rubrics: z.array(listedRubricSchema),
  projects: z.array(listedProjectSchema),
  events: z.array(listedEventSchema),
  /** Rubrics that stand over stories and are in no catalogue. */
  strangers: z.array(z.string()),
  /** May the person who asks change it? */
  mayChange: z.boolean(),
})
export type Catalogue = z.infer<typeof cataloguedSchema>

const fresh = { id: z.string().nullable() }

export const rubricApi = {
  /** The rubrics with where they stand, the projects, and the events from today on, the nearest first. */
  read: reading('rubric.read', z.object({}), cataloguedSchema),
  /** What a story can be put under: nothing is counted for it. */
  choices: reading(
    'rubric.choices',
    z.object({}),
    z.object({
      rubrics: z.array(z.string()),
      /** Those whose stories begin with a skeleton. */
      skeletons: z.array(z.string()),
      projects: z.array(projectSchema.pick({ id: true, name: true, closed: true })),
    }),
  ),
  /** Keeps a rubric; one without an id is new. Its name is its own among those of the catalogue. */
  saveRubric: writing('rubric.saveRubric', 'giveAssignment', rubricSchema.extend(fresh), z.object({ id: z.string() })),
  saveProject: writing('rubric.saveProject', 'giveAssignment', projectSchema.extend(fresh), z.object({ id: z.string() })),
  /** Keeps an event; the stories that were made of it stay with it. */
  saveEvent: writing(
    'rubric.saveEvent',
    'giveAssignment',
    eventSchema.omit({ articles: true }).extend(fresh),
    z.object({ id: z.string() }),
  ),
  removeEvent: writing('rubric.removeEvent', 'giveAssignment', z.object({ event: z.string() }), z.object({})),
  /**
   * Makes a topic of an event, due by the schedule of the issue it goes into; `give` makes it an assignment at once and is
   * for those who plan. `day` is which of its days is meant; without it the one it comes next.
   */
  propose: writing(
    'rubric.propose',
    'staff',
    z.object({ event: z.string(), give: z.boolean(), day: daySchema.optional() }),
    z.object({ article: z.string() }),
  ),
} as const
