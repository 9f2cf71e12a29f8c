import { z } from 'zod'
import { reading, writing } from '../../api/operation.ts'
import { redlineSchema } from './redline.ts'
import { versionFactsSchema, versionNameLimit } from './version.ts'

const named = z.object({ article: z.string(), version: z.string() })

export const versionApi = {
  /** The versions of an article, the newest first. */
  list: reading('version.list', z.object({ article: z.string() }), z.array(versionFactsSchema)),
  /** What changed from one version to a later one; `after` null compares with the text as it is now. */
  compare: reading(
    'version.compare',
    z.object({ article: z.string(), before: z.string(), after: z.string().nullable() }),
    redlineSchema,
  ),
  /** Keeps the text as it is now under a name. */
  keep: writing(
    'version.keep',
    'staff',
    z.object({ article: z.string(), name: z.string().trim().min(1).max(versionNameLimit) }),
    versionFactsSchema,
  ),
  /** Makes the text what a version says; `before` is the version that the text was until then. */
  restore: writing('version.restore', 'staff', named, z.object({ before: z.string() })),
} as const
