import { z } from 'zod'
import { reading, writing } from '../../api/operation.ts'
import { lostTextSchema } from './lost-text.ts'

export const lostApi = {
  /** Words of an article that a merge took out though nobody struck them; those that wait for a decision first. */
  list: reading('lost.list', z.object({ article: z.string() }), z.array(lostTextSchema)),
  /** Says what became of them: a person has put them back into the text, or throws them away. They stay on record. */
  settle: writing(
    'lost.settle',
    'staff',
    z.object({ article: z.string(), lost: z.string(), how: z.enum(['placed', 'discarded']) }),
    z.object({}),
  ),
} as const
