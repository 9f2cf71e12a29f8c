import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'

const issueInput = z.object({ issue: z.string() })

export const depositApi = {
  /**
   * Writes the files of an issue that are sent as its legal deposit, with a text of what goes where, into a folder: `folder`,
   * or one of the issue's own in the newsroom's `exports`. Progress comes as `jobProgress` events of `job`.
   */
  prepare: reading(
    'deposit.prepare',
    issueInput.extend({ folder: z.string().nullable(), job: z.string() }),
    z.object({ folder: z.string(), files: z.array(z.string()) }),
  ),
  /** Notes that the copies were sent, or takes that back. */
  settle: writing('deposit.settle', 'planIssue', issueInput.extend({ sent: z.boolean() }), z.object({})),
} as const
