import { z } from 'zod'

/** Everything the backend tells its windows unasked. */
export const eventSchema = z.discriminatedUnion('type', [
  /** The open folder was opened, closed or changed its mode. */
  z.object({ type: z.literal('workspaceChanged') }),
  /** A list or record should be read again. */
  z.object({
    type: z.literal('changed'),
    feature: z.enum([
      'advert',
      'article',
      'calendar',
      'author',
      'idea',
      'issue',
      'mailing',
      'notification',
      'workflow',
      'publishing',
      'staff',
      'settings',
      'media',
      'preflight',
      'proof',
      'rubric',
      'search',
      'signoff',
      'export',
      'language',
    ]),
    id: z.string().nullable(),
  }),
  /** Another window changed a document: a Yjs update, base64. `origin` names the window that made it. */
  z.object({ type: z.literal('documentUpdated'), id: z.string(), update: z.string(), origin: z.string() }),
  /** A long job went on: `done` of `total` steps; `finished` says how it ended. */
  z.object({
    type: z.literal('jobProgress'),
    job: z.string(),
    done: z.number(),
    total: z.number(),
    label: z.string(),
  }),
])

export type BackendEvent = z.infer<typeof eventSchema>
