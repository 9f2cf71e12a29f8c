import { z } from 'zod'
import { reading } from '../api/operation.ts'
import { verificationSchema } from '../ledger/verification.ts'

const recentSchema = z.object({ folder: z.string(), name: z.string(), openedAt: z.number(), missing: z.boolean() })

export const checkFindingSchema = z.object({
  file: z.string(),
  problem: z.string(),
  /** What was done about it, when repair was asked for. */
  repaired: z.string().nullable(),
})

/** Something that is not as it should be in a folder. */
export type CheckFinding = z.infer<typeof checkFindingSchema>

export const workspaceStateSchema = z.object({
  folder: z.string().nullable(),
  name: z.string(),
  readOnly: z.boolean(),
  /** Who holds the folder, when it could only be opened for reading. */
  heldBy: z.string().nullable(),
  /** What was found damaged and set aside on opening. */
  notices: z.array(z.string()),
})
export type WorkspaceState = z.infer<typeof workspaceStateSchema>

/** The name under which `open` tells, as `jobProgress`, how many articles it has read anew; only where it must read many. */
export const catalogJob = 'catalog'

/** Operations on the folder itself; they are open before any folder is. */
export const workspaceApi = {
  state: reading('workspace.state', z.object({}), workspaceStateSchema),
  recent: reading('workspace.recent', z.object({}), z.array(recentSchema)),
  browse: reading(
    'workspace.browse',
    z.object({ folder: z.string().nullable() }),
    z.object({
      folder: z.string(),
      parent: z.string().nullable(),
      entries: z.array(z.object({ name: z.string(), folder: z.string(), newsroom: z.boolean() })),
    }),
  ),
  /** `demo` fills it with the training issue; that goes on for a while, and tells how far it is under the name of `job`. */
  create: reading(
    'workspace.create',
    z.object({ folder: z.string(), demo: z.boolean(), job: z.string().nullable().default(null) }),
    workspaceStateSchema,
  ),
  open: reading('workspace.open', z.object({ folder: z.string() }), workspaceStateSchema),
  close: reading('workspace.close', z.object({}), z.object({})),
  /** Looks through a folder's files; with `repair` mends what can be mended. An open folder is closed for that time. */
  check: reading('workspace.check', z.object({ folder: z.string(), repair: z.boolean() }), z.array(checkFindingSchema)),
  /** Holds a folder against its signatures, changing nothing; it need not be open. */
  verify: reading('workspace.verify', z.object({ folder: z.string() }), verificationSchema),
} as const
