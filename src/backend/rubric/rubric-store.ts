import { join } from 'node:path'
import { z } from 'zod'
import { eventSchema, projectSchema, rubricSchema } from '../../shared/rubric/rubric.ts'
import type { RecordType } from '../store/json-file.ts'

const rubricRecordSchema = z.object({
  schemaVersion: z.literal(1),
  rubrics: z.array(rubricSchema),
  projects: z.array(projectSchema),
  events: z.array(eventSchema),
  /** Ids of events that were deleted: a copy that still has them does not bring them back (rule U12). */
  removed: z.array(z.string()).default([]),
})
/** The catalogue of rubrics with the projects and events of a newsroom. */
export type RubricRecord = z.infer<typeof rubricRecordSchema>

/** How it is stored. */
export const rubricType: RecordType<RubricRecord> = { version: 1, schema: rubricRecordSchema, migrations: {} }

export const rubricPath = (folder: string): string => join(folder, 'rubrics.json')

/** A newsroom that has not begun a catalogue. */
export const noRubrics: RubricRecord = { schemaVersion: 1, rubrics: [], projects: [], events: [], removed: [] }

/** The record without an event, for good. */
export const withoutEvent = (now: RubricRecord, event: string): RubricRecord => ({
  ...now,
  events: now.events.filter(({ id }) => id !== event),
  removed: [...now.removed, event],
})
